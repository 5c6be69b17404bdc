package dev.weir.internal.wire;

import dev.weir.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A field section as it arrived; names are compared as octets, and a value becomes a String when it is asked for. */
final class ParsedHeaders implements Headers {

    /** The field lines, from the first name to the last value; this object's own. */
    private final byte[] octets;

    /** For each line: start and end of its name, start and end of its value, in {@link #octets}. */
    private final int[] bounds;

    ParsedHeaders(byte[] octets, int[] bounds) {
        this.octets = octets;
        this.bounds = bounds;
    }

    @Override
    public int size() {
        return bounds.length / 4;
    }

    @Override
    public String name(int index) {
        return text(bounds[4 * index], bounds[4 * index + 1]);
    }

    @Override
    public String value(int index) {
        return text(bounds[4 * index + 2], bounds[4 * index + 3]);
    }

    private String text(int from, int to) {
        return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
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
        return indexOf(name, 0) >= 0 && Headers.super.containsToken(name, token);
    }

    /** Index of the first line of that name from there on, -1 if there is none. */
    int indexOf(String name, int from) {
        int length = name.length();
        for (int i = 4 * from; i < bounds.length; i += 4) {
            if (bounds[i + 1] - bounds[i] == length && isName(bounds[i], name)) {
                return i / 4;
            }
        }
        return -1;
    }

    private boolean isName(int at, String name) {
        for (int i = 0; i < name.length(); i++) {
            int octet = octets[at + i];
            int wanted = name.charAt(i);
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
