package dev.weir.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One cookie that a client sent back in Cookie (RFC 6265 section 5.4).
 *
 * @param name the name, not empty and otherwise as sent: clients return names that are no tokens, too
 * @param value the value as sent, but without one pair of double quotes around it
 */
public record Cookie(String name, String value) {
    /** Cookies that {@link #parse} hands out, over all field lines; those after them are left out. */
    private static final int COOKIE_LIMIT = 200;

    /** Checks that there is a name. */
    public Cookie {
        Objects.requireNonNull(value, "value");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("cookie name: \"\" (expected: at least one character)");
        }
    }

    /**
     * The cookies of all Cookie field lines in the order they came; a name can come more than once. A semicolon ends a
     * cookie even between quotes. Pieces without {@code =} or without a name are skipped. No more than the first 200
     * cookies are handed out.
     */
    public static List<Cookie> parse(List<String> fieldValues) {
        List<Cookie> cookies = new ArrayList<>();
        for (String fieldValue : fieldValues) {
            int start = 0;
            while (start < fieldValue.length() && cookies.size() < COOKIE_LIMIT) {
                int semicolon = fieldValue.indexOf(';', start);
                int end = semicolon < 0 ? fieldValue.length() : semicolon;
                addPair(fieldValue.substring(start, end), cookies);
                start = end + 1;
            }
        }
        return List.copyOf(cookies);
    }

    private static void addPair(String pair, List<Cookie> cookies) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? "" : Grammar.trim(pair.substring(0, equals));
        if (!name.isEmpty()) {
            cookies.add(new Cookie(name, withoutQuotes(Grammar.trim(pair.substring(equals + 1)))));
        }
    }

    private static String withoutQuotes(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** The name alone: values are often secrets, and this text ends up in logs. */
    @Override
    public String toString() {
        return "Cookie[name=" + name + "]";
    }
}
