package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.util.List;

/**
 * A parameter of the query.
 *
 * @param name its name
 */
public record QuerySource(String name) implements ValueSource {

    @Override
    public String in() {
        return "query";
    }

    @Override
    public List<String> all(Request request) {
        return request.query().all(name);
    }
}
