package dev.weir.annotations.internal.bind;

import dev.weir.http.Cookie;
import dev.weir.http.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * A cookie that the client sent.
 *
 * @param name its name
 */
public record CookieSource(String name) implements ValueSource {

    @Override
    public String in() {
        return "cookie";
    }

    @Override
    public List<String> all(Request request) {
        List<String> values = new ArrayList<>(1);
        for (Cookie cookie : request.cookies()) {
            if (cookie.name().equals(name)) {
                values.add(cookie.value());
            }
        }
        return values;
    }
}
