package dev.weir.annotations.internal.jackson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.json.JsonReader;
import dev.weir.json.JsonWriter;
import dev.weir.json.Patched;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class PlainTypesTest {

    /** As an application's module does that uses Jackson. */
    @BeforeAll
    static void open() {
        PlainTypesTest.class.getModule().addOpens(PlainTypesTest.class.getPackageName(), JsonMapper.class.getModule());
    }

    enum Size {
        SMALL,
        LARGE
    }

    record Values(
            boolean a,
            Byte b,
            short c,
            int d,
            Long e,
            float f,
            Double g,
            char h,
            String i,
            BigDecimal j,
            BigInteger k,
            UUID l,
            Size m) {}

    record Times(Duration a, Instant b, LocalDate c, LocalDateTime d, LocalTime e, OffsetDateTime f, ZonedDateTime g) {}

    record Tree(String name, List<Tree> children) {}

    record Containers(
            Collection<Integer> a,
            Set<Size> b,
            Map<String, Tree> c,
            Optional<String> d,
            int[] e,
            String[][] f,
            List<Map<String, Optional<Values>>> g) {}

    record Empty() {}

    static final Values VALUES = new Values(
            true,
            (byte) 1,
            (short) 2,
            3,
            4L,
            5.5f,
            6.5,
            'h',
            "text",
            new BigDecimal("1.25"),
            BigInteger.TEN,
            new UUID(1, 2),
            Size.LARGE);

    static Stream<Arguments> plain() throws NoSuchMethodException {
        Tree tree = new Tree("a", List.of(new Tree("b", List.of())));
        return Stream.of(
                Arguments.of(int.class, 5),
                Arguments.of(String.class, "text"),
                Arguments.of(Size.class, Size.SMALL),
                Arguments.of(Values.class, VALUES),
                Arguments.of(
                        Times.class,
                        new Times(
                                Duration.ofSeconds(90),
                                Instant.EPOCH,
                                LocalDate.EPOCH,
                                LocalDate.EPOCH.atStartOfDay(),
                                LocalTime.NOON,
                                OffsetDateTime.parse("2026-01-01T00:00:00Z"),
                                ZonedDateTime.parse("2026-01-01T00:00:00Z"))),
                Arguments.of(Tree.class, tree),
                Arguments.of(Empty.class, new Empty()),
                Arguments.of(
                        Containers.class,
                        new Containers(
                                List.of(1),
                                Set.of(Size.LARGE),
                                Map.of("x", tree),
                                Optional.of("y"),
                                new int[] {1, 2},
                                new String[][] {{"z"}},
                                List.of(Map.of("v", Optional.of(VALUES))))),
                Arguments.of(typeOf("trees"), List.of(tree)));
    }

    List<Tree> trees() {
        return List.of();
    }

    List<?> anything() {
        return List.of();
    }

    Map<Integer, String> otherKeys() {
        return Map.of();
    }

    private static Type typeOf(String method) throws NoSuchMethodException {
        return PlainTypesTest.class.getDeclaredMethod(method).getGenericReturnType();
    }

    @ParameterizedTest
    @MethodSource("plain")
    void whatIsPlainIsWrittenAndReadByJacksonIndeed(Type type, Object value) throws Exception {
        assertTrue(PlainTypes.contain(type));
        JacksonCodec codec = new JacksonCodec();
        JsonWriter writer = codec.writer(type);
        JsonReader reader = codec.reader(type);
        codec.prepare();
        byte[] text = writer.write(value);
        Object back = reader.read(text);
        assertNotNull(back);
        assertEquals(new String(text, StandardCharsets.UTF_8), new String(writer.write(back), StandardCharsets.UTF_8));
    }

    record Renamed(@JsonProperty("n") String name) {}

    record WithFactory(String name) {
        static WithFactory valueOf(String text) {
            return new WithFactory(text);
        }
    }

    record WithProperty(String name) {
        String getName() {
            return "other";
        }
    }

    record Two(String name) {
        Two() {
            this("");
        }
    }

    record Generic<T>(T value) {}

    record Holder(Object anything) {}

    record Changed(Patched<String> name) {}

    record Deep(List<Optional<Renamed>> renamed) {}

    enum Named {
        @JsonProperty("one")
        ONE
    }

    enum Made {
        ONE;

        @JsonCreator
        static Made of(String text) {
            return ONE;
        }
    }

    static final class Bean {}

    @Test
    void nothingIsClaimedOfOthers() throws NoSuchMethodException {
        List<Type> others = Arrays.asList(
                Renamed.class,
                WithFactory.class,
                WithProperty.class,
                Two.class,
                Generic.class,
                Holder.class,
                Deep.class,
                Changed.class,
                Named.class,
                Made.class,
                Bean.class,
                Object.class,
                List.class,
                Thread.class,
                Thread.State[].class,
                typeOf("anything"),
                typeOf("otherKeys"));
        for (Type other : others) {
            assertFalse(PlainTypes.contain(other), other::toString);
        }
    }

    @Test
    void whatIsNotPlainIsTriedAtOnce() {
        record Unreadable(
                @JsonProperty("a") Thread thread,
                @JsonProperty("a") String twice) {}
        JacksonCodec codec = new JacksonCodec();
        assertThrows(IllegalArgumentException.class, () -> codec.reader(Unreadable.class));
        assertFalse(codec.isUnprepared());
    }
}
