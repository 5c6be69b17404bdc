package dev.weir.annotations.internal.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What clients know the types as that JSON is read into, in the words of OpenAPI. */
final class TypeNames {

    private static final Map<Class<?>, String> NUMBERS = Map.ofEntries(
            Map.entry(byte.class, "int8"),
            Map.entry(Byte.class, "int8"),
            Map.entry(short.class, "int16"),
            Map.entry(Short.class, "int16"),
            Map.entry(int.class, "int32"),
            Map.entry(Integer.class, "int32"),
            Map.entry(long.class, "int64"),
            Map.entry(Long.class, "int64"),
            Map.entry(BigInteger.class, "integer"),
            Map.entry(float.class, "float"),
            Map.entry(Float.class, "float"),
            Map.entry(double.class, "double"),
            Map.entry(Double.class, "double"),
            Map.entry(BigDecimal.class, "number"));

    private static final Map<Class<?>, String> OTHERS = Map.of(
            String.class, "string",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            UUID.class, "uuid",
            LocalDate.class, "date",
            Instant.class, "date-time",
            OffsetDateTime.class, "date-time");

    private TypeNames() {}

    static String of(Class<?> type) {
        String number = NUMBERS.get(type);
        if (number != null) {
            return number;
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "array";
        }
        return OTHERS.getOrDefault(type, isText(type) ? "value" : "object");
    }

    /** The kind of fault if a value is not of that type. */
    static String code(Class<?> type) {
        return NUMBERS.containsKey(type) ? "not-a-number" : "wrong-type";
    }

    private static boolean isText(Class<?> type) {
        return type.getName().startsWith("java.") && !Map.class.isAssignableFrom(type);
    }
}
