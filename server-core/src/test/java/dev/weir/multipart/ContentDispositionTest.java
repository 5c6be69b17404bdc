package dev.weir.multipart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

    private static Optional<ContentDisposition> parse(String text) {
        return ContentDisposition.parse(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "form-data; name=a                                    | a     | -",
                "FORM-DATA;NAME=a;FileName=b                          | a     | b",
                "form-data ; name=\"a\" ; filename=\"b c.txt\"        | a     | b c.txt",
                "form-data; name=\"ü €\"; filename=\"🜁.png\"         | ü €   | 🜁.png",
                "form-data; name=\"a;b=\"                             | a;b=  | -",
                "form-data; name=\"a%22b\"                            | a%22b | -",
                "form-data; name=\"a\\\"b\\\\c\\d\"                   | a\"b\\c\\d | -",
                "form-data; name=a;                                   | a     | -",
                "form-data; name=a; filename=b; filename*=utf-8''c    | a     | b",
                "form-data; name=a; filename*=utf-8''c                | a     | -",
                "form-data; name=a; size=3; x=\"y\"                   | a     | -",
            })
    void readsNames(String text, String name, String filename) {
        Optional<String> file = filename.equals("-") ? Optional.empty() : Optional.of(filename);
        assertEquals(Optional.of(new ContentDisposition(name, file)), parse(text));
    }

    @Test
    void readsEmptyNames() {
        assertEquals(
                Optional.of(new ContentDisposition("", Optional.of(""))), parse("form-data; name=\"\"; filename=\"\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "form-data",
                "attachment; name=a",
                "form-datax; name=a",
                "form-data name=a",
                "form-data; name",
                "form-data; name=",
                "form-data; name =a",
                "form-data; name= a",
                "form-data; name=a b",
                "form-data; name=\"a",
                "form-data; name=\"a\\\"",
                "form-data; name=\"a\"b",
                "form-data; name='ü'",
                "form-data; name=a; name=b",
                "form-data; name=a; NAME=a",
                "form-data; name=a; filename=b; filename=c",
                "form-data, name=a",
                "form-data; =a; name=b"
            })
    void refuses(String text) {
        assertEquals(Optional.empty(), parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "me.jpg            | me.jpg",
                "C:\\Users\\me.jpg | me.jpg",
                "/etc/passwd       | passwd",
                "../../x           | x",
                "..\\..\\x         | x",
                "a/..\\x           | x",
                ".hidden           | .hidden",
                "...               | ...",
                "..                | -",
                "a/..              | -",
                ".                 | -",
                "a/                | -",
                "``                | -",
            })
    void takesNoDirectories(String sent, String kept) {
        assertEquals(
                kept.equals("-") ? Optional.empty() : Optional.of(kept),
                new ContentDisposition("a", Optional.of(sent)).lastOfFilename());
    }
}
