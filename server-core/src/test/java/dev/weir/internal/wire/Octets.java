package dev.weir.internal.wire;

import java.nio.charset.StandardCharsets;

/**
 * Octets as text, one char each, that print as a Java string: what a property found can be pasted into a test.
 *
 * @param text no char is beyond U+00FF
 */
public record Octets(String text) {

    /** The octets, in an array of the caller's own. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How many there are. */
    public int length() {
        return text.length();
    }

    @Override
    public String toString() {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\r' -> literal.append("\\r");
                case '\n' -> literal.append("\\n");
                case '"', '\\' -> literal.append('\\').append(c);
                default -> {
                    if (c >= ' ' && c <= '~') {
                        literal.append(c);
                    } else {
                        literal.append(String.format("\\u%04x", (int) c));
                    }
                }
            }
        }
        return literal.append('"').toString();
    }
}
