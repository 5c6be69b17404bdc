package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathParametersTest {

    @Test
    void tellsAValue() {
        assertEquals(Optional.of("1"), PathParameters.empty().with("a", "1").first("a"));
    }

    @Test
    void knowsNoOtherName() {
        assertEquals(Optional.empty(), PathParameters.empty().with("a", "1").first("b"));
    }

    @Test
    void tellsWhetherThereIsAName() {
        PathParameters parameters = PathParameters.empty().with("a", List.of());
        assertTrue(parameters.contains("a"));
        assertFalse(parameters.contains("b"));
    }

    @Test
    void keepsNamesInOrder() {
        assertEquals(
                "[b, a]",
                PathParameters.empty()
                        .with("b", "1")
                        .with("a", List.of())
                        .names()
                        .toString());
    }

    @Test
    void joinsTheRest() {
        assertEquals(
                Optional.of("x/y"),
                PathParameters.empty().with("a", List.of("x", "y")).first("a"));
    }

    @Test
    void anEmptyRestIsTheEmptyText() {
        assertEquals(
                Optional.of(""), PathParameters.empty().with("a", List.of()).first("a"));
    }

    @Test
    void refusesFewerValuesThanNames() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> PathParameters.of(List.of("owner", "id"), "ada"));
        assertEquals("path parameters: 1 values (expected: one for each of owner, id)", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x/y", "/", "x\\y"})
    void refusesToJoinSegmentsThatHoldASeparator(String segment) {
        PathParameters parameters = PathParameters.empty().with("a", List.of("b", segment));
        assertEquals(
                Status.BAD_REQUEST,
                assertThrows(HttpException.class, () -> parameters.first("a")).status());
    }

    @Test
    void tellsTheRestAsSegments() {
        assertEquals(
                List.of("x/y", "z"),
                PathParameters.empty().with("a", List.of("x/y", "z")).segments("a"));
    }

    @Test
    void tellsASingleValueAsOneSegment() {
        assertEquals(List.of("x/y"), PathParameters.empty().with("a", "x/y").segments("a"));
    }

    @Test
    void hasNoSegmentsOfAnUnknownName() {
        assertEquals(List.of(), PathParameters.empty().segments("a"));
    }

    @Test
    void refusesANameTwice() {
        PathParameters parameters = PathParameters.empty().with("a", "1");
        assertThrows(IllegalArgumentException.class, () -> parameters.with("a", "2"));
    }

    @Test
    void copiesSegments() {
        List<String> segments = new ArrayList<>(List.of("x"));
        PathParameters parameters = PathParameters.empty().with("a", segments);
        segments.add("y");
        assertEquals(Optional.of("x"), parameters.first("a"));
    }

    @Test
    void takesAValueForEachNameAndNoMore() {
        String[] values = {"1", "2", "3"};
        PathParameters parameters = PathParameters.of(List.of("a", "b"), values);
        values[0] = "changed";
        assertEquals(PathParameters.empty().with("a", "1").with("b", "2"), parameters);
        assertEquals(Optional.of("1"), parameters.first("a"));
    }
}
