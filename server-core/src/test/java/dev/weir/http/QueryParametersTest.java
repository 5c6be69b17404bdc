package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

    @ParameterizedTest
    @CsvSource({
        "x=1, 1",
        "x=1&x=2, 1",
        "a=0&x=1, 1",
        "x, ''",
        "x=, ''",
        "x=a=b, a=b",
        "x=a+b, a b",
        "x=a%2Bb, a+b",
        "x=a%20b, a b",
        "x=%26%3D, &=",
        "%78=1, 1",
        "x=%C3%A9, \u00e9",
        "x=a;b, a;b",
        "&&x=1&, 1",
        "x=%2541, %41",
        "x=a?b/c, a?b/c"
    })
    void readsValues(String query, String value) {
        assertEquals(Optional.of(value), QueryParameters.parse(query).first("x"));
    }

    @Test
    void keepsAllValuesInOrder() {
        assertEquals(
                List.of("1", "", "2"), QueryParameters.parse("a=1&a&b=3&a=2").all("a"));
    }

    @Test
    void keepsNamesInOrderOfFirstAppearance() {
        assertEquals("[b, a]", QueryParameters.parse("b&a&b").names().toString());
    }

    @Test
    void aNameMayBeEmpty() {
        assertEquals(Optional.of("1"), QueryParameters.parse("=1").first(""));
    }

    @Test
    void namesAreCaseSensitive() {
        assertEquals(Optional.empty(), QueryParameters.parse("A=1").first("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "&&&"})
    void isEmptyWithoutPairs(String query) {
        assertTrue(QueryParameters.parse(query).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x=%", "x=%4", "x=%zz", "%zz=1", "x=%ff", "x=%C0%80", "x=%4&y=1", "x=\u00e9"})
    void bothBadEncodingsAndBadOctetsAreAnsweredWith400(String query) {
        assertEquals(
                Status.BAD_REQUEST,
                assertThrows(HttpException.class, () -> QueryParameters.parse(query))
                        .status());
    }

    private static String pairs(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i + "=" + i).collect(Collectors.joining("&"));
    }

    @Test
    void reads1000Parameters() {
        assertEquals(Optional.of("999"), QueryParameters.parse(pairs(1000)).first("n999"));
    }

    @Test
    void refuses1001Parameters() {
        assertThrows(HttpException.class, () -> QueryParameters.parse(pairs(1001)));
    }

    @Test
    void equalPairsAreEqual() {
        assertEquals(QueryParameters.parse("a=b"), QueryParameters.parse("%61=b&"));
    }
}
