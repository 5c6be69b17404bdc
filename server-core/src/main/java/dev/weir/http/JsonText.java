package dev.weir.http;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the few values of a {@link Problem} as JSON text (RFC 8259), so that the package needs no JSON library.
 *
 * <p>Besides what JSON wants escaped, it escapes {@code <}, {@code >} and {@code &} (harmless where the text is taken for
 * HTML), U+2028 and U+2029 (line ends to old scripts), the control characters from U+007F, and lone surrogates (no UTF-8
 * encoder has octets for them).
 */
final class JsonText {
    /** Lists and maps within each other; a deeper value is refused, and so is one that contains itself. */
    private static final int DEPTH_LIMIT = 32;

    private static final Set<Class<?>> NUMBERS = Set.of(
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class);

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** {@code value} as JSON text; it has to be what {@link #copy} hands out. */
    static String of(Object value) {
        JsonText text = new JsonText();
        text.append(value);
        return text.out.toString();
    }

    /**
     * A copy of {@code value} that cannot be changed.
     *
     * @throws IllegalArgumentException if there is anything in it that JSON cannot write
     */
    static Object copy(Object value) {
        return copy(value, 0);
    }

    private static Object copy(Object value, int depth) {
        if (depth > DEPTH_LIMIT) {
            throw new IllegalArgumentException("value: nested deeper (expected: at most " + DEPTH_LIMIT + " levels)");
        }
        if (value instanceof String || value instanceof Boolean || isNumber(value)) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copy(element, depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, element) -> copy.put(name(name), copy(element, depth + 1)));
            return Collections.unmodifiableMap(copy);
        }
        String found = value == null ? "null" : value.getClass().getName();
        throw new IllegalArgumentException(
                "value: " + found + " (expected: String, Boolean, number, List or Map with String keys)");
    }

    private static String name(Object name) {
        if (name instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("key: " + Printable.of(String.valueOf(name)) + " (expected: a String)");
    }

    private static boolean isNumber(Object value) {
        if (value instanceof Float || value instanceof Double) {
            double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("value: " + value + " (expected: a finite number)");
            }
        }
        return value != null && NUMBERS.contains(value.getClass());
    }

    private void append(Object value) {
        if (value instanceof String text) {
            appendString(text);
        } else if (value instanceof List<?> list) {
            appendArray(list);
        } else if (value instanceof Map<?, ?> map) {
            appendObject(map);
        } else {
            out.append(value);
        }
    }

    private void appendArray(List<?> list) {
        out.append('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            append(element);
            separator = ",";
        }
        out.append(']');
    }

    private void appendObject(Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> member : map.entrySet()) {
            out.append(separator);
            append(member.getKey());
            out.append(':');
            append(member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void appendString(String text) {
        out.append('"');
        text.codePoints().forEach(this::appendCharacter);
        out.append('"');
    }

    private void appendCharacter(int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (isPlain(c)) {
                    out.appendCodePoint(c);
                } else {
                    appendEscape(c);
                }
            }
        }
    }

    private static boolean isPlain(int c) {
        boolean control = c < ' ' || c >= 0x7F && c < 0xA0;
        boolean markup = c == '<' || c == '>' || c == '&';
        boolean lineEnd = c == 0x2028 || c == 0x2029;
        boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !markup && !lineEnd && !loneSurrogate;
    }

    private void appendEscape(int c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }
}
