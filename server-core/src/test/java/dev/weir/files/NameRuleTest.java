package dev.weir.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRuleTest {

    private final NameRule usual = new NameRule(false, false, Set.of());
    private final NameRule windows = new NameRule(true, false, Set.of());

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.txt", "a b", "a..", "\u00e4", "\ud83d\ude00", "%2e%2e", "~", "con.txt", "a:b"})
    void allowsNamesOfFiles(String name) {
        assertTrue(usual.allows(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a/b",
                "/",
                "a\\b",
                "\\",
                "a\0b",
                "\n",
                "a\u001f",
                "\u007f",
                ".hidden",
                "...",
                "\ud83d",
                "\ude00a",
                ".git",
                ".htaccess",
                "\u200c.git",
                "\ufeff.env"
            })
    void refusesWhatCouldBeReadInAnotherWay(String name) {
        assertFalse(usual.allows(name));
        assertFalse(windows.allows(name));
    }

    @Test
    void refusesNamesThatAreMuchTooLong() {
        assertTrue(usual.allows("a".repeat(1024)));
        assertFalse(usual.allows("a".repeat(1025)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:",
                "a.txt::$DATA",
                "a.txt.",
                "a.txt ",
                "nul",
                "NUL.txt",
                "Con",
                "com1",
                "LPT9.log",
                "PROGRA~1",
                "a*",
                "a?",
                "a|b",
                "a\"b",
                "<a",
                "com\u00b9",
                "conin$"
            })
    void refusesWhatWindowsReadsInItsOwnWay(String name) {
        assertFalse(windows.allows(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "console.js", "com.js", "nullable.txt", "a.b.c", "\u00e4 \u00f6.png"})
    void allowsUsualNamesOnWindows(String name) {
        assertTrue(windows.allows(name));
    }

    @Test
    void showsHiddenNamesWhereTold() {
        NameRule some = new NameRule(false, false, Set.of(".well-known"));
        assertTrue(some.allows(".well-known"));
        assertFalse(some.allows(".git"));
        NameRule all = new NameRule(false, true, Set.of());
        assertTrue(all.allows(".git"));
        assertFalse(all.allows(".."));
        assertFalse(all.allows("."));
    }
}
