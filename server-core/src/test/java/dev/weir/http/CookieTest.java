package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieTest {
    private static String parsed(String... fieldValues) {
        return Cookie.parse(List.of(fieldValues)).stream()
                .map(cookie -> "[" + cookie.name() + "][" + cookie.value() + "]")
                .collect(Collectors.joining(" "));
    }

    // The first is the example of RFC 6265 section 3.1.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            SID=31d4d96e407aad42; lang=en-US | [SID][31d4d96e407aad42] [lang][en-US]
            a=1;b=2                          | [a][1] [b][2]
            a=1 ;\t b=2                      | [a][1] [b][2]
            a = 1                            | [a][1]
            a=                               | [a][]
            a=b=c=                           | [a][b=c=]
            a="1"                            | [a][1]
            a=""                             | [a][]
            a="                              | [a]["]
            a="1                             | [a]["1]
            a=""1""                          | [a]["1"]
            a=" 1 "                          | [a][ 1 ]
            a="1;b=2"                        | [a]["1] [b][2"]
            a=1, b=2                         | [a][1, b=2]
            a=1; a=2                         | [a][1] [a][2]
            A=1; a=2                         | [A][1] [a][2]
            a[b]=1; $Version=1               | [a[b]][1] [$Version][1]
            a=caf\u00E9                      | [a][caf\u00E9]
            a=%20                            | [a][%20]
            a=x y                            | [a][x y]
            """)
    void readsPairsAsSent(String fieldValue, String cookies) {
        assertEquals(cookies, parsed(fieldValue));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``
            ` `
            ;
            ` ; ;; `
            a
            =
            =1
            ` \t=1`
            "a"
            """)
    void skipsPiecesWithoutNameOrEqualsSign(String piece) {
        assertEquals("", parsed(piece));
        assertEquals("[x][1] [y][2]", parsed("x=1; " + piece + "; y=2"));
    }

    @Test
    void readsSeveralFieldLines() {
        assertEquals("[a][1] [b][2] [c][3]", parsed("a=1", "b=2; c=3"));
        assertEquals(List.of(), Cookie.parse(List.of()));
    }

    @Test
    void readsNoMoreThanTwoHundred() {
        String hundredFifty = "a=1; ".repeat(150);
        assertEquals(200, Cookie.parse(List.of(hundredFifty, hundredFifty)).size());
    }

    @Test
    void hasAName() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new Cookie("", "a"));
        assertEquals("cookie name: \"\" (expected: at least one character)", e.getMessage());
    }

    @Test
    void toStringKeepsTheValueSecret() {
        assertEquals("Cookie[name=sid]", new Cookie("sid", "secret").toString());
        assertFalse(Cookie.parse(List.of("sid=secret")).toString().contains("secret"));
    }
}
