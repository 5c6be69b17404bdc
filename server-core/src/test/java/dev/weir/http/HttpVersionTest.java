package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpVersionTest {
    @ParameterizedTest
    @CsvSource({"HTTP_1_0, HTTP/1.0", "HTTP_1_1, HTTP/1.1", "HTTP_2, HTTP/2"})
    void textIsHowTheVersionIsWritten(HttpVersion version, String text) {
        assertEquals(text, version.text());
    }
}
