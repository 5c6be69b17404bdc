package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.internal.convert.Converters;
import dev.weir.controllers.ParameterMatrix.In;
import dev.weir.controllers.ParameterMatrix.Row;
import dev.weir.controllers.ParameterMatrix.Shape;
import dev.weir.http.MediaType;
import dev.weir.http.PercentEncoding;
import dev.weir.http.Request;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every type from every source in every shape: present, missing, empty, given twice, malformed. The controllers are
 * generated; each test goes through all types and tells of those that are answered otherwise than expected.
 */
class ParameterMatrixTest {

    private static final Pattern ERROR =
            Pattern.compile("\"errors\":\\[\\{\"in\":\"([^\"]*)\",\"name\":\"([^\"]*)\",\"code\":\"([^\"]*)\"");

    @TempDir
    static Path folder;

    private static Weir weir;

    @BeforeAll
    static void makeControllers() throws Exception {
        weir = Weir.of(ParameterMatrix.controllers(folder).toArray());
    }

    static Stream<Arguments> cells() {
        return Stream.of(In.values()).flatMap(in -> Stream.of(Shape.values()).map(shape -> Arguments.of(in, shape)));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("cells")
    void present(In in, Shape shape) throws Exception {
        check(in, shape, row -> List.of(row.good()), row -> "200 " + seen(shape, row, 1));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("cells")
    void missing(In in, Shape shape) throws Exception {
        check(in, shape, row -> List.of(), row -> nothing(in, shape, row));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("cells")
    void empty(In in, Shape shape) throws Exception {
        check(
                in,
                shape,
                row -> List.of(""),
                row -> in == In.PATH
                        ? "404"
                        : row.takesEmpty() ? ("200 " + seenEmpty(shape)).strip() : nothing(in, shape, row));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("cells")
    void twice(In in, Shape shape) throws Exception {
        check(
                in,
                shape,
                row -> List.of(row.good(), row.good()),
                row -> in == In.PATH
                        ? "404"
                        : shape.takesMany() ? "200 " + seen(shape, row, 2) : error(in, "repeated"));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("cells")
    void malformed(In in, Shape shape) throws Exception {
        List<String> differences = new ArrayList<>();
        for (Row row : ParameterMatrix.ROWS) {
            for (int i = 0; row.has(in, shape) && i < row.bad().length; i += 2) {
                if (canCarry(in, row.bad()[i])) {
                    compare(in, shape, row, List.of(row.bad()[i]), error(in, row.bad()[i + 1]), differences);
                }
            }
        }
        assertEquals(List.of(), differences);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = In.class, mode = EnumSource.Mode.EXCLUDE, names = "PATH")
    void oneMalformedAmongSeveral(In in) throws Exception {
        List<String> differences = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            for (Row row : ParameterMatrix.ROWS) {
                if (shape.takesMany() && row.has(in, shape) && row.bad().length > 0 && canCarry(in, row.bad()[0])) {
                    List<String> values = List.of(row.good(), row.bad()[0], row.good());
                    compare(in, shape, row, values, error(in, row.bad()[1]), differences);
                }
            }
        }
        assertEquals(List.of(), differences);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = In.class,
            names = {"PATH", "QUERY", "FORM", "PART"})
    void charactersBeyondAscii(In in) throws Exception {
        Row text = ParameterMatrix.ROWS.get(0);
        Request request = request(in, ParameterMatrix.path(in, text, Shape.PLAIN), List.of("ü+€ 🜁"));
        assertEquals("200 ü+€ 🜁", weir.text(request));
    }

    /** Those that the rule of conversion names. */
    @Test
    void everyTypeOfTheContractHasARow() {
        String all = """
                boolean byte short char int long float double
                Boolean Byte Short Character Integer Long Float Double
                String UUID BigDecimal BigInteger URI Locale
                Instant LocalDate LocalTime LocalDateTime OffsetDateTime OffsetTime ZonedDateTime
                Year YearMonth MonthDay DayOfWeek Month Duration Period ZoneId ZoneOffset
                State WithOf WithValueOf WithFromString WithConstructor
                """;
        Set<String> types = new TreeSet<>(List.of(all.split("\\s+")));
        ParameterMatrix.ROWS.forEach(row -> types.remove(row.type()));
        assertEquals(Set.of(), types);
    }

    @Test
    void everyTypeThatIsBuiltInHasARow() throws Exception {
        Field known = Converters.class.getDeclaredField("known");
        known.setAccessible(true);
        Map<?, ?> builtIn = (Map<?, ?>) known.get(new Converters(Map.of(), Enum::name));
        Set<String> types = builtIn.keySet().stream()
                .map(type -> ((Class<?>) type).getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        ParameterMatrix.ROWS.forEach(row -> types.remove(row.type()));
        assertTrue(builtIn.size() > 30, "built-in types: " + builtIn.size());
        assertEquals(Set.of(), types);
    }

    @Test
    void everySourceCanCarryAGoodAndABadValueOfEachTypeThatHasOne() {
        for (In in : In.values()) {
            for (Row row : ParameterMatrix.ROWS) {
                assertTrue(canCarry(in, row.good()), row.type() + " in " + in);
                assertTrue(
                        row.bad().length == 0 || Arrays.stream(row.bad()).anyMatch(value -> canCarry(in, value)),
                        row.type() + " in " + in);
            }
        }
    }

    private static void check(In in, Shape shape, Function<Row, List<String>> values, Function<Row, String> expected)
            throws Exception {
        List<String> differences = new ArrayList<>();
        for (Row row : ParameterMatrix.ROWS) {
            if (row.has(in, shape)) {
                compare(in, shape, row, values.apply(row), expected.apply(row), differences);
            }
        }
        assertEquals(List.of(), differences);
    }

    private static void compare(
            In in, Shape shape, Row row, List<String> values, String expected, List<String> differences)
            throws Exception {
        String text = weir.text(request(in, ParameterMatrix.path(in, row, shape), values));
        Matcher error = ERROR.matcher(text);
        String actual = error.find()
                ? text.substring(0, 3) + " " + error.group(1) + " " + error.group(2) + " " + error.group(3)
                : text.startsWith("404") ? "404" : text;
        if (!actual.equals(expected)) {
            differences.add(row.type() + " of " + values + ": " + actual + " (expected: " + expected + ")");
        }
    }

    private static String error(In in, String code) {
        return "400 " + in.lowerCase() + " " + in.wireName + " " + code;
    }

    /** The answer where no value is there. */
    private static String nothing(In in, Shape shape, Row row) {
        return switch (shape) {
            case PLAIN, COMPONENT -> in == In.PATH ? "404" : error(in, "missing");
            case OPTIONAL -> "200 Optional.empty";
            case PRIMITIVE_OPTIONAL -> "200 " + primitiveOptional(row) + ".empty";
            case NULLABLE -> "200 null";
            case DEFAULT -> "200 " + row.seen();
            case LIST, COLLECTION, ITERABLE, SET, ARRAY -> "200 0[]";
        };
    }

    private static String seenEmpty(Shape shape) {
        return switch (shape) {
            case OPTIONAL -> "Optional[]";
            case LIST, COLLECTION, ITERABLE, SET, ARRAY -> "1[]";
            default -> "";
        };
    }

    private static String seen(Shape shape, Row row, int times) {
        return switch (shape) {
            case PLAIN, COMPONENT, NULLABLE, DEFAULT -> row.seen();
            case OPTIONAL -> "Optional[" + row.seen() + "]";
            case PRIMITIVE_OPTIONAL -> primitiveOptional(row) + "[" + row.seen() + "]";
            case LIST, COLLECTION, ITERABLE, ARRAY ->
                times + "[" + (row.seen() + ", ").repeat(times - 1) + row.seen() + "]";
            case SET -> "1[" + row.seen() + "]";
        };
    }

    private static String primitiveOptional(Row row) {
        return "Optional" + row.type().substring(0, 1).toUpperCase(Locale.ROOT)
                + row.type().substring(1);
    }

    /** Field values hold neither blanks at their ends nor anything but ASCII. */
    private static boolean canCarry(In in, String value) {
        return in != In.HEADER && in != In.COOKIE
                || value.equals(value.strip()) && value.chars().allMatch(c -> c < 0x80);
    }

    private static Request request(In in, String path, List<String> values) throws IOException {
        return switch (in) {
            case PATH ->
                Request.get(values.stream()
                        .map(value -> "/" + PercentEncoding.encodeSegment(value))
                        .collect(Collectors.joining("", path, "")));
            case QUERY -> Request.get(values.isEmpty() ? path : path + "?" + pairs(values));
            case HEADER -> {
                Request request = Request.get(path);
                for (String value : values) {
                    request = request.withHeaders(request.headers().plus("X-Value", value));
                }
                yield request;
            }
            case COOKIE ->
                values.isEmpty()
                        ? Request.get(path)
                        : Request.get(path)
                                .withHeader(
                                        "Cookie",
                                        values.stream()
                                                .map(value -> "x=" + value)
                                                .collect(Collectors.joining("; ")));
            case FORM -> Request.post(path, MediaType.APPLICATION_FORM_URLENCODED, pairs(values));
            case PART -> PartRequests.withFields(path, "x", values);
        };
    }

    private static String pairs(List<String> values) {
        return values.stream()
                .map(value -> "x="
                        + PercentEncoding.encodeSegment(value)
                                .replace("+", "%2B")
                                .replace("&", "%26"))
                .collect(Collectors.joining("&"));
    }
}
