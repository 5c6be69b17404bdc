package dev.weir.internal.wire;

import dev.weir.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A field section as it arrived; names are compared as octets, and a value becomes a String when it is asked for. */
final class ParsedHeaders implements Headers {

    /** A section without lines. */
    static final ParsedHeaders NONE = new ParsedHeaders(new byte[0], new int[0]);

    /** The field lines with their ends; this object's own. */
    private final byte[] octets;

    /** For each line: start and end of its name, in {@link #octets}. */
    private final int[] names;

    ParsedHeaders(byte[] octets, int[] names) {
        this.octets = octets;
        this.names = names;
    }

    /** Whether the value of a line is a host and perhaps a port; tells without making a String. */
    boolean isAuthority(int index) {
        int end = lineEnd(index);
        int from = skipWhitespace(names[2 * index + 1] + 1, end);
        return Authority.isValid(octets, from, trimWhitespace(from, end));
    }

    @Override
    public int size() {
        return names.length / 2;
    }

    @Override
    public String name(int index) {
        return text(names[2 * index], names[2 * index + 1]);
    }

    @Override
    public String value(int index) {
        int end = lineEnd(index);
        int from = skipWhitespace(names[2 * index + 1] + 1, end);
        return text(from, trimWhitespace(from, end));
    }

    private String text(int from, int to) {
        return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Place of the CR LF that ends a line. */
    private int lineEnd(int index) {
        int nextLine = 2 * index + 2;
        return (nextLine < names.length ? names[nextLine] : octets.length) - 2;
    }

    private int skipWhitespace(int from, int end) {
        int at = from;
        while (at < end && (octets[at] == ' ' || octets[at] == '\t')) {
            at++;
        }
        return at;
    }

    private int trimWhitespace(int from, int end) {
        int at = end;
        while (at > from && (octets[at - 1] == ' ' || octets[at - 1] == '\t')) {
            at--;
        }
        return at;
    }

    @Override
    public Optional<String> first(String name) {
        int index = indexOf(name, 0);
        return index < 0 ? Optional.empty() : Optional.of(value(index));
    }

    @Override
    public List<String> all(String name) {
        int index = indexOf(name, 0);
        if (index < 0) {
            return List.of();
        }
        if (indexOf(name, index + 1) < 0) {
            return List.of(value(index));
        }
        List<String> values = new ArrayList<>();
        while (index >= 0) {
            values.add(value(index));
            index = indexOf(name, index + 1);
        }
        return List.copyOf(values);
    }

    @Override
    public boolean contains(String name) {
        return indexOf(name, 0) >= 0;
    }

    @Override
    public boolean containsToken(String name, String token) {
        for (int i = indexOf(name, 0); i >= 0; i = indexOf(name, i + 1)) {
            if (listHolds(names[2 * i + 1] + 1, lineEnd(i), token)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a comma-separated list has a member equal to the token but for case. */
    private boolean listHolds(int from, int end, String token) {
        int start = from;
        while (start <= end) {
            int comma = start;
            while (comma < end && octets[comma] != ',') {
                comma++;
            }
            int member = skipWhitespace(start, comma);
            if (isEqual(member, trimWhitespace(member, comma), token)) {
                return true;
            }
            start = comma + 1;
        }
        return false;
    }

    /** Index of the first line of that name from there on, -1 if there is none. */
    int indexOf(String name, int from) {
        for (int i = from; i < size(); i++) {
            if (isEqual(names[2 * i], names[2 * i + 1], name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the octets are that text but for case. */
    private boolean isEqual(int from, int to, String text) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            int octet = octets[from + i];
            int wanted = text.charAt(i);
            if (octet != wanted && (lower(octet) != lower(wanted))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Field field : this) {
            text.append(field.name()).append(": ").append(field.value()).append('\n');
        }
        return text.toString();
    }
}
