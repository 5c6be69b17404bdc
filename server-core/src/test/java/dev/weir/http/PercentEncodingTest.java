package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "abc, abc",
        "a%20b, a b",
        "%41%42, AB",
        "%2525, %25",
        "a+b, a+b",
        "%c3%a9, \u00e9",
        "%E2%82%AC, \u20ac",
        "%F0%9F%98%80, \ud83d\ude00",
        "%7F, \u007f"
    })
    void decodesOnce(String text, String decoded) {
        assertEquals(Optional.of(decoded), PercentEncoding.decode(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "a%",
                "%4",
                "%g0",
                "%0g",
                "% 1",
                "%+1",
                "%-1",
                "%\u0661\u0661",
                "%80",
                "%C3",
                "%C3a",
                "%C0%AF",
                "%E0%80%AF",
                "%ED%A0%80",
                "%F4%90%80%80",
                "%FF",
                "%41\u00e9"
            })
    void refusesWhatIsNoEncodedUtf8(String text) {
        assertEquals(Optional.empty(), PercentEncoding.decode(text));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "abcXYZ019-._~, abcXYZ019-._~",
                "!$&'()*+;=:@, !$&'()*+;=:@",
                "a/b, a%2Fb",
                "a%b, a%25b",
                "a b, a%20b",
                "a?b#c, a%3Fb%23c",
                "a\\b, a%5Cb",
                "\u00e9, %C3%A9",
                "\u20ac, %E2%82%AC",
                "\ud83d\ude00, %F0%9F%98%80",
                "<[{|}]>, %3C%5B%7B%7C%7D%5D%3E"
            })
    void encodesWhatMayNotStandInASegment(String text, String encoded) {
        assertEquals(encoded, PercentEncoding.encodeSegment(text));
    }

    @Test
    void decodesWhatItEncoded() {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < 0x3000; c++) {
            text.appendCodePoint(c);
        }
        assertEquals(
                Optional.of(text.toString()), PercentEncoding.decode(PercentEncoding.encodeSegment(text.toString())));
    }
}
