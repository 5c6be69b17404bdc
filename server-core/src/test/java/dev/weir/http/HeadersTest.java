package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private static final Headers SECTION = Headers.of("A", "1", "B", "2", "a", "3");

    @Test
    void keepsLinesInOrder() {
        assertEquals("A: 1\nB: 2\na: 3\n", SECTION.toString());
    }

    @Test
    void findsTheFirstLineInAnyCase() {
        assertEquals(Optional.of("2"), SECTION.first("b"));
    }

    @Test
    void findsAllLinesInOrder() {
        assertEquals(List.of("1", "3"), SECTION.all("A"));
    }

    @Test
    void findsNothingUnderAnotherName() {
        assertEquals(List.of(), SECTION.all("AB"));
    }

    @Test
    void withPutsTheLineInThePlaceOfTheFirstAndRemovesTheOthers() {
        assertEquals(Headers.of("a", "9", "B", "2"), SECTION.with("a", "9"));
    }

    @Test
    void withAddsALineThatWasNotThere() {
        assertEquals(Headers.of("A", "1", "B", "2", "a", "3", "C", "4"), SECTION.with("C", "4"));
    }

    @Test
    void withLeavesTheOriginalAlone() {
        SECTION.with("A", "9");
        assertEquals(Optional.of("1"), SECTION.first("A"));
    }

    @Test
    void plusAddsALineAtTheEnd() {
        assertEquals(Headers.of("A", "1", "A", "2"), Headers.of("A", "1").plus("A", "2"));
    }

    @Test
    void plusAllAddsAllLines() {
        assertEquals(
                Headers.of("A", "1", "B", "2", "A", "3"), Headers.of("A", "1").plusAll(Headers.of("B", "2", "A", "3")));
    }

    @Test
    void withoutRemovesAllLinesOfTheName() {
        assertEquals(Headers.of("B", "2"), SECTION.without("a"));
    }

    @Test
    void withoutAnUnknownNameIsTheSame() {
        assertSame(SECTION, SECTION.without("C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "CLOSE", "a, close", "a,close,b", "close ,a", ",\tclose\t,", ",,close"})
    void containsTokensOfAList(String list) {
        assertTrue(Headers.of("Connection", list).containsToken("connection", "close"));
    }

    @Test
    void containsTokensOfLaterLines() {
        assertTrue(Headers.of("Connection", "a", "connection", "b, close").containsToken("Connection", "close"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "closed", "xclose", "a close", "close a", "clo,se", "close;q=1", "\"close\""})
    void containsNoTokenThatIsNotAWholeMember(String list) {
        assertFalse(Headers.of("Connection", list).containsToken("Connection", "close"));
    }

    @Test
    void containsNoTokenOfAnotherName() {
        assertFalse(Headers.of("X", "close").containsToken("Connection", "close"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A:", "A B", "A\r\nB", "A\n", "\u00e9", "A\0", "(A)"})
    void refusesNamesThatAreNoTokens(String name) {
        assertThrows(IllegalArgumentException.class, () -> Headers.of(name, "v"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nSet-Cookie: b",
                "a\nb",
                "a\rb",
                "a\0b",
                "\u007f",
                " a",
                "a ",
                "\ta",
                "a\u0001",
                "\u0141",
                "\u560a\u560d"
            })
    void refusesValuesThatWouldBreakAMessage(String value) {
        assertThrows(IllegalArgumentException.class, () -> Headers.of("A", value));
    }

    @Test
    void refusesAnInjectedValueInWith() {
        assertThrows(IllegalArgumentException.class, () -> SECTION.with("A", "a\r\nb"));
    }

    @Test
    void refusesAnInjectedNameInWith() {
        assertThrows(IllegalArgumentException.class, () -> SECTION.with("C: d\r\nE", "a"));
    }

    @Test
    void refusesAnInjectedValueInPlus() {
        assertThrows(IllegalArgumentException.class, () -> SECTION.plus("A", "a\r\nb"));
    }

    @Test
    void refusesToRepeatWhatIsInjectedUnescaped() {
        String message = assertThrows(IllegalArgumentException.class, () -> SECTION.plus("A", "a\r\nb"))
                .getMessage();
        assertFalse(message.contains("\n"), message);
    }

    @Test
    void refusesANameWithoutValue() {
        assertThrows(IllegalArgumentException.class, () -> Headers.of("A"));
    }

    @Test
    void acceptsEmptyValues() {
        assertEquals(Optional.of(""), Headers.of("A", "").first("A"));
    }

    @Test
    void iteratesOverAllLinesAndNoFurther() {
        Iterator<Headers.Field> lines = Headers.of("A", "1").iterator();
        lines.next();
        assertThrows(NoSuchElementException.class, lines::next);
    }

    @Test
    void isEmptyWithoutLines() {
        assertTrue(SECTION.without("A").without("B").isEmpty());
    }
}
