package dev.weir.annotations.internal.convert;

import java.time.DateTimeException;
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
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Converters for {@code java.time}: ISO 8601 as the classes themselves write it. */
final class Times {

    private Times() {}

    static Map<Class<?>, Converter> converters() {
        Map<Class<?>, Converter> all = new HashMap<>();
        all.put(Instant.class, iso("instant", Instant::parse));
        all.put(LocalDate.class, iso("date", LocalDate::parse));
        all.put(LocalTime.class, iso("time without offset", LocalTime::parse));
        all.put(LocalDateTime.class, iso("date-time without offset", LocalDateTime::parse));
        all.put(OffsetDateTime.class, iso("date-time", OffsetDateTime::parse));
        all.put(OffsetTime.class, iso("time", OffsetTime::parse));
        all.put(ZonedDateTime.class, iso("date-time with zone", ZonedDateTime::parse));
        all.put(Year.class, iso("year", Year::parse));
        all.put(YearMonth.class, iso("year-month", YearMonth::parse));
        all.put(MonthDay.class, iso("month-day", MonthDay::parse));
        all.put(Duration.class, iso("duration", Duration::parse));
        all.put(Period.class, iso("period", Period::parse));
        all.put(ZoneId.class, iso("time-zone", ZoneId::of));
        all.put(ZoneOffset.class, iso("offset", ZoneOffset::of));
        return all;
    }

    private static Converter iso(String type, Function<String, Object> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (DateTimeException | ArithmeticException e) {
                throw InvalidValueException.of("malformed", "not a valid " + type, type);
            }
        };
    }
}
