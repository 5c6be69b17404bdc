package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    @Test
    void tokenCharactersAreExactlyThoseOfTheRfc() {
        String tchar = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        for (char c = 0; c < 0x200; c++) {
            assertEquals(tchar.indexOf(c) >= 0, Grammar.isToken(String.valueOf(c)), "character " + (int) c);
        }
    }

    @Test
    void emptyTextIsNoToken() {
        assertFalse(Grammar.isToken(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a:", " a", "a ", "a/b", "é", "a\r\n", "\u212A"})
    void tokenWithAnyOtherCharacterIsNone(String text) {
        assertFalse(Grammar.isToken(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a b", "a\tb", "a  b", "\"a, b\"", "caf\u00E9", "\u0080", "\u00FF", "~"})
    void visibleTextIsFieldValue(String text) {
        assertTrue(Grammar.isFieldValue(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                " a",
                "a ",
                "\ta",
                "a\t",
                "a\nb",
                "a\rb",
                "a\u0000",
                "a\u007Fb",
                "\u0100",
                "\u010A",
                "\uD83D\uDE00"
            })
    void paddedOrControlTextIsNoFieldValue(String text) {
        assertFalse(Grammar.isFieldValue(text));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            ``,      ""
            a,       "a"
            a b,     "a b"
            say "x", "say \\"x\\""
            a\\b,    "a\\\\b"
            """)
    void quoteEscapesQuotesAndBackslashes(String text, String quoted) {
        assertEquals(quoted, Grammar.quote(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "say \"x\"", "\\", "\\\"\\", "\t \u00E9"})
    void unquoteUndoesQuote(String text) {
        String quoted = Grammar.quote(text);
        assertEquals(quoted.length(), Grammar.quotedEnd(quoted + "\"", 0));
        assertEquals(text, Grammar.unquote(quoted, 0, quoted.length()));
    }

    @Test
    void quoteRefusesWhatNoQuotingCarries() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Grammar.quote("a\r\nb"));
        assertEquals(
                "quoted text: \"a\\u000d\\u000ab\" (expected: no control characters, none beyond U+00FF)",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a", "\"a\\\"", "\"a\\", "\"a\nb\"", "\"a\\\nb\"", "\"\u0100\""})
    void quotedStringWithoutEndOrWithControlCharactersHasNoEnd(String text) {
        assertEquals(-1, Grammar.quotedEnd(text, 0));
    }

    @Test
    void trimTakesSpacesAndTabsOnly() {
        assertEquals("a b", Grammar.trim(" \t a b\t "));
        assertEquals("\u00A0a\n", Grammar.trim(" \u00A0a\n "));
        assertEquals("", Grammar.trim(" \t"));
    }
}
