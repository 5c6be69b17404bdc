package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "strawberry_banana",
                "a b.txt",
                "a..b",
                "café",
                "日本語",
                "😀.png",
                "a;b",
                "a%2Fb",
                "+",
                "~x",
                "a.tar.gz",
                "console.log",
                "nully",
                "com10",
                "lpt",
                "communication.txt",
                "-rf",
                "$HOME",
                "`id`",
                "a'b"
            })
    void takesOrdinaryNames(String name) {
        assertEquals(Optional.of(new FileName(name)), FileName.parse(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                ".hidden",
                ".upload-1",
                ".UPLOAD-1",
                "a/b",
                "a\\b",
                "/etc/passwd",
                "\\\\host\\share",
                "../x",
                "..\\x",
                "C:",
                "C:x",
                "C:\\x",
                "a:stream",
                "a\0",
                "a\nb",
                "a\u007f",
                "a\u0085",
                "a.",
                "a ",
                "a. .",
                "a*",
                "a?",
                "a\"b",
                "a<b",
                "a>b",
                "a|b",
                "\u2028",
                "\uFFFD"
            })
    void refusesWhatIsNotOneNameEverywhere(String name) {
        assertEquals(Optional.empty(), FileName.parse(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "con",
                "CON",
                "Con.txt",
                "nul",
                "NUL.tar.gz",
                "aux .txt",
                "prn",
                "com1",
                "COM¹",
                "lpt9.x",
                "CONIN$",
                "com0"
            })
    void refusesDeviceNamesOfWindows(String name) {
        assertEquals(Optional.empty(), FileName.parse(name));
    }

    @Test
    void refusesNamesThatAreTooLongInOctets() {
        assertTrue(FileName.parse("a".repeat(255)).isPresent());
        assertTrue(FileName.parse("a".repeat(256)).isEmpty());
        assertTrue(FileName.parse("é".repeat(127)).isPresent());
        assertTrue(FileName.parse("é".repeat(128)).isEmpty());
    }
}
