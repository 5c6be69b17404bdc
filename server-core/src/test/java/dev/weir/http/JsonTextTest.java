package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {
    static Stream<Arguments> values() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", List.of());
        map.put("", Map.of());
        return Stream.of(
                Arguments.of("", "\"\""),
                Arguments.of("abc", "\"abc\""),
                Arguments.of("a\"b\\c/d", "\"a\\\"b\\\\c/d\""),
                Arguments.of("\n\r\t\b\f", "\"\\n\\r\\t\\u0008\\u000c\""),
                Arguments.of("\u0000\u001F\u007F\u009F", "\"\\u0000\\u001f\\u007f\\u009f\""),
                Arguments.of("<a>&'", "\"\\u003ca\\u003e\\u0026'\""),
                Arguments.of("\u2028\u2029\u2027", "\"\\u2028\\u2029\u2027\""),
                Arguments.of("\u00E9\u20AC\uD83D\uDE00\u00A0", "\"\u00E9\u20AC\uD83D\uDE00\u00A0\""),
                Arguments.of("\uD83Da", "\"\\ud83da\""),
                Arguments.of("\uDE00\uD83D", "\"\\ude00\\ud83d\""),
                Arguments.of(true, "true"),
                Arguments.of(false, "false"),
                Arguments.of((byte) -1, "-1"),
                Arguments.of((short) 2, "2"),
                Arguments.of(Integer.MIN_VALUE, "-2147483648"),
                Arguments.of(Long.MAX_VALUE, "9223372036854775807"),
                Arguments.of(1.5f, "1.5"),
                Arguments.of(1e100, "1.0E100"),
                Arguments.of(-0.0, "-0.0"),
                Arguments.of(new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890"),
                Arguments.of(new BigDecimal("1E+3"), "1E+3"),
                Arguments.of(List.of(), "[]"),
                Arguments.of(List.of(1, "a", List.of(true)), "[1,\"a\",[true]]"),
                Arguments.of(Map.of(), "{}"),
                Arguments.of(map, "{\"b\":1,\"a\":[],\"\":{}}"),
                Arguments.of(Map.of("<\"", 1), "{\"\\u003c\\\"\":1}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesValues(Object value, String text) {
        assertEquals(text, JsonText.of(JsonText.copy(value)));
    }

    static Stream<Object> unwritableValues() {
        Map<Object, Object> numberedKeys = new HashMap<>();
        numberedKeys.put(1, "a");
        return Stream.of(
                new Object(),
                'c',
                new int[] {1},
                new AtomicInteger(1),
                new StringBuilder("a"),
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                numberedKeys,
                List.of(new Object()),
                Arrays.asList("a", null),
                Collections.singletonMap("a", null),
                Collections.singletonMap(null, "a"),
                Map.of("a", List.of(Map.of("b", Double.NaN))));
    }

    @ParameterizedTest
    @MethodSource("unwritableValues")
    void refusesValuesThatJsonCannotWrite(Object value) {
        assertThrows(IllegalArgumentException.class, () -> JsonText.copy(value));
    }

    @Test
    void refusesNull() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> JsonText.copy(null));
        assertEquals("value: null (expected: String, Boolean, number, List or Map with String keys)", e.getMessage());
    }

    @Test
    void refusesListsThatContainThemselves() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThrows(IllegalArgumentException.class, () -> JsonText.copy(list));
    }

    @Test
    void copyIsDeepAndCannotBeChanged() {
        List<Object> inner = new ArrayList<>(List.of(1));
        Map<String, Object> map = new HashMap<>(Map.of("a", inner));
        Object copy = JsonText.copy(map);
        inner.add(2);
        map.clear();
        assertEquals("{\"a\":[1]}", JsonText.of(copy));
        List<?> copiedList = (List<?>) ((Map<?, ?>) copy).get("a");
        assertThrows(UnsupportedOperationException.class, () -> copiedList.remove(0));
        assertThrows(UnsupportedOperationException.class, () -> ((Map<?, ?>) copy).clear());
    }
}
