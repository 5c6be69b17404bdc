package dev.weir.annotations.internal.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Supplier;

/** Schemas of types of the JDK whose values are single ones in JSON. */
final class Scalars {

    private static final Map<Class<?>, Supplier<Map<String, Object>>> BY_TYPE = byType();

    private Scalars() {}

    /** The schema of that type, if it is one of them. */
    static Optional<Map<String, Object>> find(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type)).map(Supplier::get);
    }

    private static Map<Class<?>, Supplier<Map<String, Object>>> byType() {
        Map<Class<?>, Supplier<Map<String, Object>>> all = new HashMap<>();
        numbers(all);
        texts(all);
        times(all);
        return all;
    }

    private static void numbers(Map<Class<?>, Supplier<Map<String, Object>>> all) {
        both(all, boolean.class, Boolean.class, () -> Schema.ofType("boolean"));
        both(all, byte.class, Byte.class, () -> Schema.ofType("integer", "int8"));
        both(all, short.class, Short.class, () -> Schema.ofType("integer", "int16"));
        both(all, int.class, Integer.class, () -> Schema.ofType("integer", "int32"));
        both(all, long.class, Long.class, () -> Schema.ofType("integer", "int64"));
        both(all, float.class, Float.class, () -> Schema.ofType("number", "float"));
        both(all, double.class, Double.class, () -> Schema.ofType("number", "double"));
        all.put(BigInteger.class, () -> Schema.ofType("integer"));
        all.put(BigDecimal.class, () -> Schema.ofType("number"));
        all.put(Number.class, () -> Schema.ofType("number"));
        all.put(Year.class, () -> Schema.ofType("integer"));
        all.put(OptionalInt.class, () -> Schema.nullable(Schema.ofType("integer", "int32")));
        all.put(OptionalLong.class, () -> Schema.nullable(Schema.ofType("integer", "int64")));
        all.put(OptionalDouble.class, () -> Schema.nullable(Schema.ofType("number", "double")));
    }

    private static void texts(Map<Class<?>, Supplier<Map<String, Object>>> all) {
        Supplier<Map<String, Object>> plain = () -> Schema.ofType("string");
        for (Class<?> type : new Class<?>[] {
            String.class,
            CharSequence.class,
            Locale.class,
            Currency.class,
            Charset.class,
            ZoneId.class,
            ZoneOffset.class,
            TimeZone.class,
            Period.class,
            YearMonth.class,
            MonthDay.class,
            InetAddress.class,
            Path.class,
            Class.class
        }) {
            all.put(type, plain);
        }
        both(all, char.class, Character.class, () -> {
            Map<String, Object> character = Schema.ofType("string");
            character.put("minLength", 1);
            character.put("maxLength", 1);
            return character;
        });
        all.put(char[].class, plain);
        all.put(byte[].class, () -> {
            Map<String, Object> octets = Schema.ofType("string");
            octets.put("contentEncoding", "base64");
            return octets;
        });
        all.put(UUID.class, () -> Schema.ofType("string", "uuid"));
        all.put(URI.class, () -> Schema.ofType("string", "uri-reference"));
        all.put(URL.class, () -> Schema.ofType("string", "uri"));
    }

    /** Formats are those of RFC 3339 where JSON Schema knows them, else of the registry for OpenAPI. */
    private static void times(Map<Class<?>, Supplier<Map<String, Object>>> all) {
        Supplier<Map<String, Object>> moment = () -> Schema.ofType("string", "date-time");
        all.put(Instant.class, moment);
        all.put(OffsetDateTime.class, moment);
        all.put(ZonedDateTime.class, moment);
        all.put(java.util.Date.class, moment);
        all.put(java.util.Calendar.class, moment);
        all.put(LocalDate.class, () -> Schema.ofType("string", "date"));
        all.put(LocalDateTime.class, () -> Schema.ofType("string", "date-time-local"));
        all.put(LocalTime.class, () -> Schema.ofType("string", "time-local"));
        all.put(OffsetTime.class, () -> Schema.ofType("string", "time"));
        all.put(Duration.class, () -> Schema.ofType("string", "duration"));
    }

    private static void both(
            Map<Class<?>, Supplier<Map<String, Object>>> all,
            Class<?> primitive,
            Class<?> box,
            Supplier<Map<String, Object>> schema) {
        all.put(primitive, schema);
        all.put(box, schema);
    }
}
