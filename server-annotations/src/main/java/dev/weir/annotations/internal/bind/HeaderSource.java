package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.util.List;

/**
 * A field of the header section.
 *
 * @param name the field name
 */
public record HeaderSource(String name) implements ValueSource {

    /** The field name that a parameter's name stands for: {@code requestId} is {@code Request-Id}. */
    public static String fieldName(String parameter) {
        StringBuilder name = new StringBuilder(parameter.length() + 2);
        boolean starts = true;
        for (int i = 0; i < parameter.length(); i++) {
            char c = parameter.charAt(i);
            boolean followsSmall = i > 0 && !Character.isUpperCase(parameter.charAt(i - 1));
            if (c == '_') {
                starts = true;
                continue;
            }
            if (i > 0 && (starts || Character.isUpperCase(c) && followsSmall)) {
                name.append('-');
                starts = true;
            }
            name.append(starts ? Character.toUpperCase(c) : Character.toLowerCase(c));
            starts = false;
        }
        return name.toString();
    }

    @Override
    public String in() {
        return "header";
    }

    @Override
    public List<String> all(Request request) {
        return request.headers().all(name);
    }
}
