package dev.weir.http;

import java.util.Arrays;

/** A section held as Strings; every name and value was checked when it was added, so that none can break a message. */
final class FieldLines implements Headers {

    static final FieldLines EMPTY = new FieldLines(new String[0]);

    /** Names at even places, their values behind them. Never changed after construction. */
    private final String[] lines;

    private FieldLines(String[] lines) {
        this.lines = lines;
    }

    static FieldLines of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "field lines: " + namesAndValues.length + " strings (expected: a value for each name)");
        }
        if (namesAndValues.length == 0) {
            return EMPTY;
        }
        String[] lines = new String[namesAndValues.length];
        for (int i = 0; i < lines.length; i += 2) {
            lines[i] = checkedName(namesAndValues[i]);
            lines[i + 1] = checkedValue(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new FieldLines(lines);
    }

    /** The same lines, checked unless they were before: somebody else's section may hold anything. */
    static FieldLines copyOf(Headers headers) {
        if (headers instanceof FieldLines same) {
            return same;
        }
        String[] lines = new String[headers.size() * 2];
        for (int i = 0; i < headers.size(); i++) {
            lines[2 * i] = checkedName(headers.name(i));
            lines[2 * i + 1] = checkedValue(lines[2 * i], headers.value(i));
        }
        return new FieldLines(lines);
    }

    FieldLines add(String name, String value) {
        String[] longer = Arrays.copyOf(lines, lines.length + 2);
        longer[lines.length] = checkedName(name);
        longer[lines.length + 1] = checkedValue(name, value);
        return new FieldLines(longer);
    }

    FieldLines replace(String name, String value) {
        int first = indexOf(name, 0);
        if (first < 0) {
            return add(name, value);
        }
        FieldLines rest = indexOf(name, first + 2) < 0 ? this : removeFrom(name, first + 2);
        String[] changed = rest.lines.clone();
        changed[first] = checkedName(name);
        changed[first + 1] = checkedValue(name, value);
        return new FieldLines(changed);
    }

    FieldLines remove(String name) {
        return removeFrom(name, 0);
    }

    private FieldLines removeFrom(String name, int from) {
        String[] kept = new String[lines.length];
        int length = 0;
        for (int i = 0; i < lines.length; i += 2) {
            if (i < from || !lines[i].equalsIgnoreCase(name)) {
                kept[length++] = lines[i];
                kept[length++] = lines[i + 1];
            }
        }
        return new FieldLines(Arrays.copyOf(kept, length));
    }

    private int indexOf(String name, int from) {
        for (int i = from; i < lines.length; i += 2) {
            if (lines[i].equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int size() {
        return lines.length / 2;
    }

    @Override
    public String name(int index) {
        return lines[2 * index];
    }

    @Override
    public String value(int index) {
        return lines[2 * index + 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldLines that && Arrays.equals(lines, that.lines);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lines);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.length; i += 2) {
            text.append(lines[i]).append(": ").append(lines[i + 1]).append('\n');
        }
        return text.toString();
    }

    /** Whether a comma-separated list has a member equal to the token but for case; empty members do not count. */
    static boolean listHolds(String list, String token) {
        int start = 0;
        while (start <= list.length()) {
            int comma = list.indexOf(',', start);
            int end = comma < 0 ? list.length() : comma;
            int from = start;
            int to = end;
            while (from < to && isWhitespace(list.charAt(from))) {
                from++;
            }
            while (to > from && isWhitespace(list.charAt(to - 1))) {
                to--;
            }
            if (to - from == token.length() && list.regionMatches(true, from, token, 0, token.length())) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static boolean isWhitespace(char c) {
        return c == ' ' || c == '\t';
    }

    private static String checkedName(String name) {
        if (!Grammar.isToken(name)) {
            throw new IllegalArgumentException("field name: \"" + Printable.of(name) + "\" (expected: a token)");
        }
        return name;
    }

    private static String checkedValue(String name, String value) {
        if (!Grammar.isFieldValue(value)) {
            throw new IllegalArgumentException("value of field " + name + ": \"" + Printable.of(value)
                    + "\" (expected: no control characters, no whitespace at its ends, ISO-8859-1)");
        }
        return value;
    }
}
