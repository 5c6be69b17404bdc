package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.QueryParam;
import dev.weir.http.Method;
import dev.weir.http.PercentEncoding;
import dev.weir.http.Request;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of type from every source: present, missing, empty, given twice, malformed. */
class ParameterMatrixTest {

    private static final String UUID_TEXT = "123e4567-e89b-12d3-a456-426614174000";

    enum State {
        OPEN,
        CLOSED
    }

    record UserId(long value) {
        static UserId of(String text) {
            return new UserId(Long.parseLong(text));
        }
    }

    record Name(String value) {}

    private static String show(Object value) {
        if (value != null && value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            return elements.toString();
        }
        return String.valueOf(value);
    }

    @Controller("/query")
    static final class InQuery {
        @Get("/string")
        String string(@QueryParam String x) {
            return show(x);
        }

        @Get("/byte")
        String byteValue(@QueryParam byte x) {
            return show(x);
        }

        @Get("/short")
        String shortValue(@QueryParam short x) {
            return show(x);
        }

        @Get("/int")
        String intValue(@QueryParam int x) {
            return show(x);
        }

        @Get("/integer")
        String integer(@QueryParam Integer x) {
            return show(x);
        }

        @Get("/long")
        String longValue(@QueryParam long x) {
            return show(x);
        }

        @Get("/float")
        String floatValue(@QueryParam float x) {
            return show(x);
        }

        @Get("/double")
        String doubleValue(@QueryParam double x) {
            return show(x);
        }

        @Get("/bool")
        String bool(@QueryParam boolean x) {
            return show(x);
        }

        @Get("/character")
        String character(@QueryParam char x) {
            return show(x);
        }

        @Get("/state")
        String state(@QueryParam State x) {
            return show(x);
        }

        @Get("/uuid")
        String uuid(@QueryParam UUID x) {
            return show(x);
        }

        @Get("/bigDecimal")
        String bigDecimal(@QueryParam BigDecimal x) {
            return show(x);
        }

        @Get("/bigInteger")
        String bigInteger(@QueryParam BigInteger x) {
            return show(x);
        }

        @Get("/instant")
        String instant(@QueryParam Instant x) {
            return show(x);
        }

        @Get("/localDate")
        String localDate(@QueryParam LocalDate x) {
            return show(x);
        }

        @Get("/localDateTime")
        String localDateTime(@QueryParam LocalDateTime x) {
            return show(x);
        }

        @Get("/offsetDateTime")
        String offsetDateTime(@QueryParam OffsetDateTime x) {
            return show(x);
        }

        @Get("/yearMonth")
        String yearMonth(@QueryParam YearMonth x) {
            return show(x);
        }

        @Get("/duration")
        String duration(@QueryParam Duration x) {
            return show(x);
        }

        @Get("/zoneId")
        String zoneId(@QueryParam ZoneId x) {
            return show(x);
        }

        @Get("/locale")
        String locale(@QueryParam Locale x) {
            return show(x);
        }

        @Get("/uri")
        String uri(@QueryParam URI x) {
            return show(x);
        }

        @Get("/userId")
        String userId(@QueryParam UserId x) {
            return show(x);
        }

        @Get("/name")
        String name(@QueryParam Name x) {
            return show(x);
        }

        @Get("/optionalString")
        String optionalString(@QueryParam Optional<String> x) {
            return show(x);
        }

        @Get("/optionalInt")
        String optionalInt(@QueryParam OptionalInt x) {
            return show(x);
        }

        @Get("/optionalLong")
        String optionalLong(@QueryParam OptionalLong x) {
            return show(x);
        }

        @Get("/optionalDouble")
        String optionalDouble(@QueryParam OptionalDouble x) {
            return show(x);
        }

        @Get("/optionalState")
        String optionalState(@QueryParam Optional<State> x) {
            return show(x);
        }

        @Get("/list")
        String list(@QueryParam List<Integer> x) {
            return show(x);
        }

        @Get("/set")
        String set(@QueryParam Set<State> x) {
            return show(x);
        }

        @Get("/array")
        String array(@QueryParam int[] x) {
            return show(x);
        }
    }

    @Controller("/header")
    static final class InHeader {
        @Get("/string")
        String string(@HeaderParam("X-Value") String x) {
            return show(x);
        }

        @Get("/byte")
        String byteValue(@HeaderParam("X-Value") byte x) {
            return show(x);
        }

        @Get("/short")
        String shortValue(@HeaderParam("X-Value") short x) {
            return show(x);
        }

        @Get("/int")
        String intValue(@HeaderParam("X-Value") int x) {
            return show(x);
        }

        @Get("/integer")
        String integer(@HeaderParam("X-Value") Integer x) {
            return show(x);
        }

        @Get("/long")
        String longValue(@HeaderParam("X-Value") long x) {
            return show(x);
        }

        @Get("/float")
        String floatValue(@HeaderParam("X-Value") float x) {
            return show(x);
        }

        @Get("/double")
        String doubleValue(@HeaderParam("X-Value") double x) {
            return show(x);
        }

        @Get("/bool")
        String bool(@HeaderParam("X-Value") boolean x) {
            return show(x);
        }

        @Get("/character")
        String character(@HeaderParam("X-Value") char x) {
            return show(x);
        }

        @Get("/state")
        String state(@HeaderParam("X-Value") State x) {
            return show(x);
        }

        @Get("/uuid")
        String uuid(@HeaderParam("X-Value") UUID x) {
            return show(x);
        }

        @Get("/bigDecimal")
        String bigDecimal(@HeaderParam("X-Value") BigDecimal x) {
            return show(x);
        }

        @Get("/bigInteger")
        String bigInteger(@HeaderParam("X-Value") BigInteger x) {
            return show(x);
        }

        @Get("/instant")
        String instant(@HeaderParam("X-Value") Instant x) {
            return show(x);
        }

        @Get("/localDate")
        String localDate(@HeaderParam("X-Value") LocalDate x) {
            return show(x);
        }

        @Get("/localDateTime")
        String localDateTime(@HeaderParam("X-Value") LocalDateTime x) {
            return show(x);
        }

        @Get("/offsetDateTime")
        String offsetDateTime(@HeaderParam("X-Value") OffsetDateTime x) {
            return show(x);
        }

        @Get("/yearMonth")
        String yearMonth(@HeaderParam("X-Value") YearMonth x) {
            return show(x);
        }

        @Get("/duration")
        String duration(@HeaderParam("X-Value") Duration x) {
            return show(x);
        }

        @Get("/zoneId")
        String zoneId(@HeaderParam("X-Value") ZoneId x) {
            return show(x);
        }

        @Get("/locale")
        String locale(@HeaderParam("X-Value") Locale x) {
            return show(x);
        }

        @Get("/uri")
        String uri(@HeaderParam("X-Value") URI x) {
            return show(x);
        }

        @Get("/userId")
        String userId(@HeaderParam("X-Value") UserId x) {
            return show(x);
        }

        @Get("/name")
        String name(@HeaderParam("X-Value") Name x) {
            return show(x);
        }

        @Get("/optionalString")
        String optionalString(@HeaderParam("X-Value") Optional<String> x) {
            return show(x);
        }

        @Get("/optionalInt")
        String optionalInt(@HeaderParam("X-Value") OptionalInt x) {
            return show(x);
        }

        @Get("/optionalLong")
        String optionalLong(@HeaderParam("X-Value") OptionalLong x) {
            return show(x);
        }

        @Get("/optionalDouble")
        String optionalDouble(@HeaderParam("X-Value") OptionalDouble x) {
            return show(x);
        }

        @Get("/optionalState")
        String optionalState(@HeaderParam("X-Value") Optional<State> x) {
            return show(x);
        }

        @Get("/list")
        String list(@HeaderParam("X-Value") List<Integer> x) {
            return show(x);
        }

        @Get("/set")
        String set(@HeaderParam("X-Value") Set<State> x) {
            return show(x);
        }

        @Get("/array")
        String array(@HeaderParam("X-Value") int[] x) {
            return show(x);
        }
    }

    @Controller("/cookie")
    static final class InCookie {
        @Get("/string")
        String string(@CookieParam String x) {
            return show(x);
        }

        @Get("/byte")
        String byteValue(@CookieParam byte x) {
            return show(x);
        }

        @Get("/short")
        String shortValue(@CookieParam short x) {
            return show(x);
        }

        @Get("/int")
        String intValue(@CookieParam int x) {
            return show(x);
        }

        @Get("/integer")
        String integer(@CookieParam Integer x) {
            return show(x);
        }

        @Get("/long")
        String longValue(@CookieParam long x) {
            return show(x);
        }

        @Get("/float")
        String floatValue(@CookieParam float x) {
            return show(x);
        }

        @Get("/double")
        String doubleValue(@CookieParam double x) {
            return show(x);
        }

        @Get("/bool")
        String bool(@CookieParam boolean x) {
            return show(x);
        }

        @Get("/character")
        String character(@CookieParam char x) {
            return show(x);
        }

        @Get("/state")
        String state(@CookieParam State x) {
            return show(x);
        }

        @Get("/uuid")
        String uuid(@CookieParam UUID x) {
            return show(x);
        }

        @Get("/bigDecimal")
        String bigDecimal(@CookieParam BigDecimal x) {
            return show(x);
        }

        @Get("/bigInteger")
        String bigInteger(@CookieParam BigInteger x) {
            return show(x);
        }

        @Get("/instant")
        String instant(@CookieParam Instant x) {
            return show(x);
        }

        @Get("/localDate")
        String localDate(@CookieParam LocalDate x) {
            return show(x);
        }

        @Get("/localDateTime")
        String localDateTime(@CookieParam LocalDateTime x) {
            return show(x);
        }

        @Get("/offsetDateTime")
        String offsetDateTime(@CookieParam OffsetDateTime x) {
            return show(x);
        }

        @Get("/yearMonth")
        String yearMonth(@CookieParam YearMonth x) {
            return show(x);
        }

        @Get("/duration")
        String duration(@CookieParam Duration x) {
            return show(x);
        }

        @Get("/zoneId")
        String zoneId(@CookieParam ZoneId x) {
            return show(x);
        }

        @Get("/locale")
        String locale(@CookieParam Locale x) {
            return show(x);
        }

        @Get("/uri")
        String uri(@CookieParam URI x) {
            return show(x);
        }

        @Get("/userId")
        String userId(@CookieParam UserId x) {
            return show(x);
        }

        @Get("/name")
        String name(@CookieParam Name x) {
            return show(x);
        }

        @Get("/optionalString")
        String optionalString(@CookieParam Optional<String> x) {
            return show(x);
        }

        @Get("/optionalInt")
        String optionalInt(@CookieParam OptionalInt x) {
            return show(x);
        }

        @Get("/optionalLong")
        String optionalLong(@CookieParam OptionalLong x) {
            return show(x);
        }

        @Get("/optionalDouble")
        String optionalDouble(@CookieParam OptionalDouble x) {
            return show(x);
        }

        @Get("/optionalState")
        String optionalState(@CookieParam Optional<State> x) {
            return show(x);
        }

        @Get("/list")
        String list(@CookieParam List<Integer> x) {
            return show(x);
        }

        @Get("/set")
        String set(@CookieParam Set<State> x) {
            return show(x);
        }

        @Get("/array")
        String array(@CookieParam int[] x) {
            return show(x);
        }
    }

    private static final String MISSING = "missing";
    private static final String NUMBER = "not-a-number";
    private static final String RANGE = "out-of-range";
    private static final String MALFORMED = "malformed";

    /** Path of the type, one good value, what the method sees of it, and for each bad value its code. */
    private record Row(String type, String good, String seen, String... bad) {}

    private static final List<Row> ROWS = List.of(
            new Row("string", "a b", "a b"),
            new Row("byte", "-128", "-128", "x", NUMBER, "128", RANGE),
            new Row("short", "32767", "32767", "1.0", NUMBER, "32768", RANGE),
            new Row("int", "007", "7", "x", NUMBER, "+1", NUMBER, " 1", NUMBER, "2147483648", RANGE, "١", NUMBER),
            new Row("integer", "-1", "-1", "--1", NUMBER, "-", NUMBER),
            new Row("long", "9223372036854775807", "9223372036854775807", "1L", NUMBER, "9223372036854775808", RANGE),
            new Row("float", "1.5", "1.5", "1.5f", NUMBER, "1e39", RANGE),
            new Row("double", "-1e3", "-1000.0", "NaN", NUMBER, "0x1p3", NUMBER, "1.", NUMBER, "1e999", RANGE),
            new Row("bool", "true", "true", "TRUE", "not-a-boolean", "1", "not-a-boolean"),
            new Row("character", "é", "é", "ab", MALFORMED),
            new Row("state", "closed", "CLOSED", "shut", "not-in-enum"),
            new Row("uuid", UUID_TEXT, UUID_TEXT, "1-1-1-1-1", MALFORMED, "x", MALFORMED),
            new Row("bigDecimal", "12.50", "12.50", "1e100000", RANGE, "abc", NUMBER),
            new Row("bigInteger", "99999999999999999999", "99999999999999999999", "1.5", NUMBER),
            new Row("instant", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z", "2026-01-02", MALFORMED),
            new Row("localDate", "2026-02-28", "2026-02-28", "2026-02-30", MALFORMED),
            new Row("localDateTime", "2026-02-28T10:00", "2026-02-28T10:00", "now", MALFORMED),
            new Row("offsetDateTime", "2026-02-28T10:00+01:00", "2026-02-28T10:00+01:00", "now", MALFORMED),
            new Row("yearMonth", "2026-02", "2026-02", "2026-13", MALFORMED),
            new Row("duration", "PT30S", "PT30S", "30s", MALFORMED),
            new Row("zoneId", "Europe/Vienna", "Europe/Vienna", "Nowhere/Land", MALFORMED),
            new Row("locale", "de-AT", "de_AT", "d_e", MALFORMED),
            new Row("uri", "/a?b=c", "/a?b=c", "a b", MALFORMED),
            new Row("userId", "7", "UserId[value=7]", "seven", MALFORMED),
            new Row("name", "ada", "Name[value=ada]"));

    /** Types for which it is no fault that nothing is there: path, and what the method sees of nothing. */
    private static final List<List<String>> LENIENT = List.of(
            List.of("optionalString", "Optional.empty"),
            List.of("optionalInt", "OptionalInt.empty"),
            List.of("optionalLong", "OptionalLong.empty"),
            List.of("optionalDouble", "OptionalDouble.empty"),
            List.of("optionalState", "Optional.empty"),
            List.of("list", "[]"),
            List.of("set", "[]"),
            List.of("array", "[]"));

    private static final Weir WEIR = Weir.of(new InQuery(), new InHeader(), new InCookie());

    private static Stream<String> sources() {
        return Stream.of("query", "header", "cookie");
    }

    static Stream<Arguments> good() {
        return sources().flatMap(in -> ROWS.stream()
                .filter(row -> in.equals("query") || isAscii(row.good))
                .map(row -> Arguments.of(in, row.type, row.good, row.seen)));
    }

    static Stream<Arguments> bad() {
        List<Arguments> all = new ArrayList<>();
        sources()
                .forEach(in -> ROWS.forEach(row -> {
                    for (int i = 0; i < row.bad.length; i += 2) {
                        if (in.equals("query") || isAscii(row.bad[i]) && row.bad[i].equals(row.bad[i].strip())) {
                            all.add(Arguments.of(in, row.type, row.bad[i], row.bad[i + 1]));
                        }
                    }
                }));
        return all.stream();
    }

    static Stream<Arguments> types() {
        return sources().flatMap(in -> ROWS.stream().map(row -> Arguments.of(in, row.type, row.good)));
    }

    static Stream<Arguments> lenient() {
        return sources().flatMap(in -> LENIENT.stream().map(row -> Arguments.of(in, row.get(0), row.get(1))));
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @MethodSource("good")
    void takesGoodValues(String in, String type, String value, String seen) throws Exception {
        assertEquals("200 " + seen, WEIR.text(request(in, type, value)));
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @MethodSource("bad")
    void refusesMalformedValues(String in, String type, String value, String code) throws Exception {
        assertError(in, code, request(in, type, value));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("types")
    void refusesMissingValues(String in, String type) throws Exception {
        assertError(in, MISSING, request(in, type));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("types")
    void takesEmptyValuesForMissingUnlessTheTypeIsString(String in, String type) throws Exception {
        if (type.equals("string")) {
            assertEquals("200", WEIR.text(request(in, type, "")));
        } else {
            assertError(in, MISSING, request(in, type, ""));
        }
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("types")
    void refusesValuesGivenTwice(String in, String type, String value) throws Exception {
        String twice = isAscii(value) ? value : "1";
        assertError(in, "repeated", request(in, type, twice, twice));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("lenient")
    void takesNothingWhereThatIsNoFault(String in, String type, String seen) throws Exception {
        assertEquals("200 " + seen, WEIR.text(request(in, type)));
    }

    private static void assertError(String in, String code, Request request) throws Exception {
        String text = WEIR.text(request);
        String name = in.equals("header") ? "X-Value" : "x";
        String expected = "\"errors\":[{\"in\":\"" + in + "\",\"name\":\"" + name + "\",\"code\":\"" + code + "\"";
        assertEquals(
                expected, text.substring(text.indexOf("\"errors\""), text.indexOf("\"errors\"") + expected.length()));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static Request request(String in, String type, String... values) {
        String path = "/" + in + "/" + type;
        switch (in) {
            case "query" -> {
                List<String> pairs = Stream.of(values)
                        .map(value -> "x="
                                + PercentEncoding.encodeSegment(value)
                                        .replace("+", "%2B")
                                        .replace("&", "%26"))
                        .toList();
                return Request.get(path + (values.length == 0 ? "" : "?" + String.join("&", pairs)));
            }
            case "header" -> {
                Request request = Request.of(Method.GET, path);
                for (String value : values) {
                    request = request.withHeaders(request.headers().plus("X-Value", value));
                }
                return request;
            }
            default -> {
                List<String> pairs =
                        Stream.of(values).map(value -> "x=" + value).toList();
                Request request = Request.of(Method.GET, path);
                return values.length == 0 ? request : request.withHeader("Cookie", String.join("; ", pairs));
            }
        }
    }
}
