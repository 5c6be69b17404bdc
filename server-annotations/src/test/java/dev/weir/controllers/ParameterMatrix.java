package dev.weir.controllers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes, compiles and makes controllers that have one method for each type, source and shape. */
final class ParameterMatrix {

    private static final String UUID_TEXT = "123e4567-e89b-12d3-a456-426614174000";
    private static final String NUMBER = "not-a-number";
    private static final String RANGE = "out-of-range";
    private static final String MALFORMED = "malformed";
    private static final String BOOLEAN = "not-a-boolean";

    /** Where a value comes from; its annotation and the name on the wire. */
    enum In {
        PATH("PathParam", "x"),
        QUERY("QueryParam", "x"),
        HEADER("HeaderParam", "X-Value"),
        COOKIE("CookieParam", "x"),
        FORM("FormParam", "x"),
        PART("Part", "x");

        final String annotation;
        final String wireName;

        In(String annotation, String wireName) {
            this.annotation = annotation;
            this.wireName = wireName;
        }

        String lowerCase() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is made of a type. */
    enum Shape {
        PLAIN,
        COMPONENT,
        OPTIONAL,
        PRIMITIVE_OPTIONAL,
        NULLABLE,
        DEFAULT,
        LIST,
        COLLECTION,
        ITERABLE,
        SET,
        ARRAY;

        boolean mayBeMissing() {
            return this != PLAIN && this != COMPONENT;
        }

        boolean takesMany() {
            return this == LIST || this == COLLECTION || this == ITERABLE || this == SET || this == ARRAY;
        }
    }

    /** Type as written in Java, one good value, what the method sees of it, and for each bad value its code. */
    record Row(String type, String good, String seen, String... bad) {

        /** Whether the shape is one of values; the octets of a part are one value. */
        boolean has(In in, Shape shape) {
            if (in == In.PART && shape == Shape.ARRAY && type.equals("byte")) {
                return false;
            }
            return shape != Shape.PRIMITIVE_OPTIONAL || PRIMITIVE_OPTIONALS.containsKey(type);
        }

        boolean takesEmpty() {
            return type.equals("String") || type.equals("CharSequence");
        }

        private String boxed() {
            return BOXES.getOrDefault(type, type);
        }

        private String declaration(Shape shape, String annotation) {
            return switch (shape) {
                case PLAIN, COMPONENT -> annotation + " " + type;
                case OPTIONAL -> annotation + " Optional<" + boxed() + ">";
                case PRIMITIVE_OPTIONAL -> annotation + " " + PRIMITIVE_OPTIONALS.get(type);
                case NULLABLE -> annotation + " @Nullable " + boxed();
                case DEFAULT -> annotation + " @DefaultValue(\"" + good + "\") " + type;
                case LIST -> annotation + " List<" + boxed() + ">";
                case COLLECTION -> annotation + " Collection<" + boxed() + ">";
                case ITERABLE -> annotation + " Iterable<" + boxed() + ">";
                case SET -> annotation + " Set<" + boxed() + ">";
                case ARRAY -> annotation + " " + type + "[]";
            };
        }
    }

    private static final Map<String, String> PRIMITIVE_OPTIONALS =
            Map.of("int", "OptionalInt", "long", "OptionalLong", "double", "OptionalDouble");

    private static final Map<String, String> BOXES = Map.of(
            "boolean", "Boolean",
            "byte", "Byte",
            "short", "Short",
            "char", "Character",
            "int", "Integer",
            "long", "Long",
            "float", "Float",
            "double", "Double");

    static final List<Row> ROWS = List.of(
            new Row("String", "a b", "a b"),
            new Row("CharSequence", "a, b", "a, b"),
            new Row("byte", "-128", "-128", "x", NUMBER, "128", RANGE),
            new Row("Byte", "127", "127", "0x1", NUMBER, "-129", RANGE),
            new Row("short", "32767", "32767", "1.0", NUMBER, "32768", RANGE),
            new Row("Short", "-32768", "-32768", "1e1", NUMBER, "-32769", RANGE),
            new Row("int", "007", "7", "x", NUMBER, "+1", NUMBER, " 1", NUMBER, "2147483648", RANGE, "\u0661", NUMBER),
            new Row("Integer", "-1", "-1", "--1", NUMBER, "-", NUMBER),
            new Row("long", "9223372036854775807", "9223372036854775807", "1L", NUMBER, "9223372036854775808", RANGE),
            new Row("Long", "0", "0", "1,000", NUMBER),
            new Row("float", "1.5", "1.5", "1.5f", NUMBER, "1e39", RANGE),
            new Row("Float", "-0.5", "-0.5", ".5", NUMBER),
            new Row("double", "-1e3", "-1000.0", "NaN", NUMBER, "0x1p3", NUMBER, "1.", NUMBER, "1e999", RANGE),
            new Row("Double", "2.25", "2.25", "Infinity", NUMBER),
            new Row("boolean", "true", "true", "TRUE", BOOLEAN, "1", BOOLEAN),
            new Row("Boolean", "false", "false", "no", BOOLEAN),
            new Row("char", "x", "x", "ab", MALFORMED),
            new Row("Character", "%", "%", "ab", MALFORMED),
            new Row("UUID", UUID_TEXT, UUID_TEXT, "1-1-1-1-1", MALFORMED, "x", MALFORMED),
            new Row("BigDecimal", "12.50", "12.50", "1e100000", RANGE, "abc", NUMBER),
            new Row("BigInteger", "99999999999999999999", "99999999999999999999", "1.5", NUMBER),
            new Row("URI", "/a?b=c", "/a?b=c", "a b", MALFORMED),
            new Row("Locale", "de-AT", "de_AT", "d_e", MALFORMED),
            new Row("Instant", "2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z", "2026-01-02", MALFORMED),
            new Row("LocalDate", "2026-02-28", "2026-02-28", "2026-02-30", MALFORMED),
            new Row("LocalTime", "10:15", "10:15", "24:01", MALFORMED),
            new Row("LocalDateTime", "2026-02-28T10:00", "2026-02-28T10:00", "now", MALFORMED),
            new Row("OffsetDateTime", "2026-02-28T10:00+01:00", "2026-02-28T10:00+01:00", "now", MALFORMED),
            new Row("OffsetTime", "10:00+01:00", "10:00+01:00", "10:00", MALFORMED),
            new Row("ZonedDateTime", "2026-02-28T10:00Z[UTC]", "2026-02-28T10:00Z[UTC]", "10:00", MALFORMED),
            new Row("Year", "2026", "2026", "MMXXVI", MALFORMED),
            new Row("YearMonth", "2026-02", "2026-02", "2026-13", MALFORMED),
            new Row("MonthDay", "--02-28", "--02-28", "--02-30", MALFORMED),
            new Row("Duration", "PT30S", "PT30S", "30s", MALFORMED),
            new Row("Period", "P2W", "P14D", "2 weeks", MALFORMED),
            new Row("ZoneId", "Europe/Vienna", "Europe/Vienna", "Nowhere/Land", MALFORMED),
            new Row("ZoneOffset", "+01:00", "+01:00", "+25:00", MALFORMED),
            new Row("DayOfWeek", "friday", "FRIDAY", "fri", "not-in-enum", "5", "not-in-enum"),
            new Row("Month", "MAY", "MAY", "13", "not-in-enum"),
            new Row("State", "closed", "CLOSED", "shut", "not-in-enum"),
            new Row("WithOf", "7", "WithOf[value=7]", "seven", MALFORMED),
            new Row("WithValueOf", "7", "WithValueOf[value=7]", "seven", MALFORMED),
            new Row("WithFromString", "7", "WithFromString[value=7]", "seven", MALFORMED),
            new Row("WithConstructor", "7", "WithConstructor[value=7]"),
            new Row("WithStrictConstructor", "7", "WithStrictConstructor[value=7]", "seven", MALFORMED));

    private static final String TYPES = """
            package matrix;

            import java.lang.annotation.*;
            import java.util.*;

            public final class Types {

                @Target(ElementType.TYPE_USE)
                @Retention(RetentionPolicy.RUNTIME)
                public @interface Nullable {}

                public enum State { OPEN, CLOSED }

                public record WithOf(long value) {
                    public static WithOf of(String text) { return new WithOf(Long.parseLong(text)); }
                }

                public record WithValueOf(long value) {
                    public static WithValueOf valueOf(String text) { return new WithValueOf(Long.parseLong(text)); }
                }

                public record WithFromString(long value) {
                    public static WithFromString fromString(String text) {
                        return new WithFromString(Long.parseLong(text));
                    }
                }

                public record WithConstructor(String value) {}

                public record WithStrictConstructor(String value) {
                    public WithStrictConstructor {
                        Long.parseLong(value);
                    }
                }

                static String show(Object value) {
                    if (value != null && value.getClass().isArray()) {
                        List<Object> elements = new ArrayList<>();
                        for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
                            elements.add(java.lang.reflect.Array.get(value, i));
                        }
                        return show(elements);
                    }
                    return value instanceof Collection<?> all ? all.size() + all.toString() : String.valueOf(value);
                }
            }
            """;

    private ParameterMatrix() {}

    /** Path of the method for that type and shape. */
    static String path(In in, Row row, Shape shape) {
        return "/" + in.lowerCase() + "/" + row.type + "/" + shape;
    }

    /** Instances of the controllers. */
    static List<Object> controllers(Path folder) throws IOException, ReflectiveOperationException {
        SourceCompiler compiler = new SourceCompiler(folder).add("matrix.Types", TYPES);
        for (In in : In.values()) {
            compiler.add("matrix.In" + in, source(in));
        }
        ClassLoader loader = compiler.compile("-parameters").loader();
        List<Object> controllers = new ArrayList<>();
        for (In in : In.values()) {
            controllers.add(
                    loader.loadClass("matrix.In" + in).getDeclaredConstructor().newInstance());
        }
        return controllers;
    }

    private static String source(In in) {
        StringBuilder source = new StringBuilder("""
                package matrix;

                import dev.weir.annotations.*;
                import java.math.*;
                import java.net.URI;
                import java.time.*;
                import java.util.*;
                import matrix.Types.*;

                @Controller
                public final class %s {
                """.formatted("In" + in));
        int number = 0;
        for (Row row : ROWS) {
            for (Shape shape : Shape.values()) {
                if (row.has(in, shape)) {
                    source.append(method(in, row, shape, number++));
                }
            }
        }
        return source.append("}\n").toString();
    }

    private static String method(In in, Row row, Shape shape, int number) {
        String annotation = "@" + in.annotation + "(\"" + in.wireName + "\")";
        String declared = row.declaration(shape, annotation) + " value";
        String path = path(in, row, shape);
        String paths = in != In.PATH
                ? "\"" + path + "\""
                : "{\"" + path + "/{x}\"" + (shape.mayBeMissing() ? ", \"" + path + "\"" : "") + "}";
        Optional<String> group = shape == Shape.COMPONENT
                ? Optional.of("record R" + number + "(" + declared + ") {}\n")
                : Optional.empty();
        return group.orElse("") + "@" + (in == In.FORM || in == In.PART ? "Post" : "Get") + "(" + paths + ") String m"
                + number + "("
                + (group.isPresent() ? "@Params R" + number + " group" : declared) + ") { return Types.show("
                + (group.isPresent() ? "group.value" : "value") + "); }\n";
    }
}
