package dev.weir.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://app.example,https://app.example",
        "HTTPS://App.Example,https://app.example",
        "https://app.example:443,https://app.example",
        "http://app.example:80,http://app.example",
        "http://app.example:443,http://app.example:443",
        "http://192.0.2.7:8080,http://192.0.2.7:8080",
        "http://[2001:db8::1]:81,http://[2001:db8::1]:81",
        "chrome-extension://abcdefgh,chrome-extension://abcdefgh",
        "http://a_b.example,http://a_b.example"
    })
    void readsWhatBrowsersWrite(String text, String origin) {
        assertEquals(Optional.of(origin), Origin.parse(text).map(Origin::toString));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "*",
                "app.example",
                "//app.example",
                "https://",
                "https:app.example",
                "https://app.example/",
                "https://app.example/x",
                "https://app.example?x",
                "https://app.example#x",
                "https://user@app.example",
                "https://evil.example@app.example",
                "https://app.example https://other.example",
                "https://app.example,https://other.example",
                "https://app.example:",
                "https://app.example:x",
                "https://app.example:123456",
                "https://app%2eexample",
                "https://[::1",
                "https://::1",
                " https://app.example",
                "1http://app.example",
                "https://app.example\\",
                "https://\u00fc.example"
            })
    void refusesWhatIsNone(String text) {
        assertEquals(Optional.empty(), Origin.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.test,a.test,false,true",
        "http://a.test,A.TEST,false,true",
        "http://a.test,a.test:80,false,true",
        "http://a.test:81,a.test:81,false,true",
        "http://a.test:81,a.test,false,false",
        "http://a.test,a.test:81,false,false",
        "https://a.test,a.test,false,true",
        "https://a.test,a.test:443,false,true",
        "https://a.test,a.test:80,false,false",
        "http://a.test,a.test,true,false",
        "https://a.test,a.test,true,true",
        "http://b.a.test,a.test,false,false",
        "http://a.test,'',false,false",
        "http://[::1]:8080,[::1]:8080,false,true"
    })
    void isComparedWithWhatWasAskedFor(String origin, String authority, boolean isSecure, boolean isSame) {
        assertEquals(isSame, Origin.parse(origin).orElseThrow().isThatOf(authority, isSecure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "*", "https://app.example/", "https://App.example", "https://app.example:443", "x"})
    void isRefusedFromAnApplicationIfNoBrowserWouldSendIt(String text) {
        assertThrows(IllegalArgumentException.class, () -> Origin.checked(text));
    }
}
