package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodTest {
    @ParameterizedTest
    @CsvSource({
        "GET, true, true",
        "HEAD, true, true",
        "OPTIONS, true, true",
        "TRACE, true, true",
        "PUT, false, true",
        "DELETE, false, true",
        "POST, false, false",
        "PATCH, false, false",
        "CONNECT, false, false",
        "PROPFIND, false, false"
    })
    void safetyAndIdempotenceAreThoseOfTheRfc(String name, boolean safe, boolean idempotent) {
        Method method = Method.of(name);
        assertEquals(name, method.name());
        assertEquals(safe, method.isSafe());
        assertEquals(idempotent, method.isIdempotent());
    }

    @Test
    void knownNamesGiveTheConstants() {
        assertSame(Method.GET, Method.of("GET"));
        assertSame(Method.HEAD, Method.of("HEAD"));
        assertSame(Method.POST, Method.of("POST"));
        assertSame(Method.PUT, Method.of("PUT"));
        assertSame(Method.PATCH, Method.of("PATCH"));
        assertSame(Method.DELETE, Method.of("DELETE"));
        assertSame(Method.OPTIONS, Method.of("OPTIONS"));
        assertSame(Method.TRACE, Method.of("TRACE"));
        assertSame(Method.CONNECT, Method.of("CONNECT"));
    }

    @Test
    void namesAreCaseSensitive() {
        assertNotEquals(Method.GET, Method.of("get"));
        assertFalse(Method.of("get").isSafe());
    }

    @Test
    void methodsOfTheSameNameAreEqual() {
        assertEquals(Method.of("PURGE"), Method.of("PURGE"));
        assertEquals(Method.of("PURGE").hashCode(), Method.of("PURGE").hashCode());
        assertNotEquals(Method.of("PURGE"), Method.of("PROPFIND"));
        assertEquals("PURGE", Method.of("PURGE").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " GET", "GET ", "G ET", "GET\r", "GÉT", "GET/", "\u0000"})
    void refusesWhatIsNoToken(String name) {
        assertThrows(IllegalArgumentException.class, () -> Method.of(name));
    }

    @Test
    void refusalSaysValueAndExpectation() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Method.of("G\nT"));
        assertEquals("method: \"G\\u000aT\" (expected: a token)", e.getMessage());
    }
}
