package dev.weir.annotations.internal.convert;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Converters for numbers: ASCII digits as JSON writes them, where a leading zero does no harm. No plus sign, no blanks,
 * no digits of other scripts, no {@code NaN}, no hexadecimals, all of which the JDK's parsers let pass.
 */
final class Numbers {

    /** Longer numbers are refused: parsing takes time that grows with the square of the length. */
    private static final int LONGEST = 1000;

    /** Larger exponents are refused: adding such a number to another would take as many digits. */
    private static final int LARGEST_SCALE = 1000;

    private Numbers() {}

    static Map<Class<?>, Converter> converters() {
        Map<Class<?>, Converter> all = new HashMap<>();
        both(all, byte.class, Byte.class, integer("int8", Byte::valueOf));
        both(all, short.class, Short.class, integer("int16", Short::valueOf));
        both(all, int.class, Integer.class, integer("int32", Integer::valueOf));
        both(all, long.class, Long.class, integer("int64", Long::valueOf));
        both(all, float.class, Float.class, decimal("float", Float::valueOf, value -> !value.isInfinite()));
        both(all, double.class, Double.class, decimal("double", Double::valueOf, value -> !value.isInfinite()));
        all.put(BigInteger.class, integer("integer", BigInteger::new));
        all.put(
                BigDecimal.class,
                decimal("number", BigDecimal::new, value -> Math.abs((long) value.scale()) <= LARGEST_SCALE));
        return all;
    }

    private static void both(Map<Class<?>, Converter> all, Class<?> primitive, Class<?> box, Converter converter) {
        all.put(primitive, converter);
        all.put(box, converter);
    }

    private static Converter integer(String type, Function<String, Object> parser) {
        return text -> {
            int sign = text.startsWith("-") ? 1 : 0;
            if (text.length() > LONGEST || digitsEnd(text, sign) != text.length() || text.length() == sign) {
                throw InvalidValueException.of("not-a-number", "not a valid integer", type);
            }
            return parsed(text, type, parser);
        };
    }

    private static <T> Converter decimal(String type, Function<String, T> parser, Predicate<T> inRange) {
        return text -> {
            if (text.length() > LONGEST || !isDecimal(text)) {
                throw InvalidValueException.of("not-a-number", "not a valid number", type);
            }
            T value = parsed(text, type, parser);
            if (!inRange.test(value)) {
                throw outOfRange(type);
            }
            return value;
        };
    }

    private static <T> T parsed(String text, String type, Function<String, T> parser) throws InvalidValueException {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw outOfRange(type);
        }
    }

    private static InvalidValueException outOfRange(String type) {
        return InvalidValueException.of("out-of-range", "too large or too small", type);
    }

    // decimal = [ "-" ] 1*DIGIT [ "." 1*DIGIT ] [ ( "e" / "E" ) [ "-" / "+" ] 1*DIGIT ]
    private static boolean isDecimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = digitsEnd(text, start);
        if (end == start) {
            return false;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            start = end + 1;
            end = digitsEnd(text, start);
            if (end == start) {
                return false;
            }
        }
        return end == text.length() || isExponent(text, end);
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        int start = at + 1;
        if (start < text.length() && (text.charAt(start) == '-' || text.charAt(start) == '+')) {
            start++;
        }
        return start < text.length() && digitsEnd(text, start) == text.length();
    }

    private static int digitsEnd(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
