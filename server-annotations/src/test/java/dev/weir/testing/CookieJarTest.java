package dev.weir.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieJarTest {

    private final CookieJar jar = new CookieJar();

    private void take(String... setCookies) {
        jar.take(List.of(setCookies), "/a/b");
    }

    @ParameterizedTest
    @CsvSource({"/a,true", "/a/b,true", "/a/c/d,true", "/ab,false", "/,false"})
    void isForTheDirectoryOfItsRequestUnlessItSaysAPath(String path, boolean isFor) {
        take("x=1; HttpOnly");
        assertEquals(isFor ? Optional.of("x=1") : Optional.empty(), jar.fieldValue(path));
    }

    @Test
    void theLongestPathComesFirst() {
        take("x=1; Path=/", "x=2; Path=/a/b", "y=3; path=/a/");
        assertEquals(Optional.of("x=2; y=3; x=1"), jar.fieldValue("/a/b"));
        assertEquals(Optional.of("x=1"), jar.fieldValue("/"));
    }

    @Test
    void aNewValueTakesThePlaceOfTheOld() {
        take("x=1", "x=2");
        assertEquals(Optional.of("x=2"), jar.fieldValue("/a"));
    }

    // RFC 6265 sections 5.3 and 5.4: in the order in which they came to be, which a new value does not change
    @Test
    void aNewValueKeepsItsPlaceAmongTheOthers() {
        take("x=1", "y=1", "x=2");
        assertEquals(Optional.of("x=2; y=1"), jar.fieldValue("/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Max-Age=0",
                "max-age=-1; Expires=Sun, 06 Nov 2094 08:49:37 GMT",
                "Expires=Sun, 06 Nov 1994 08:49:37 GMT"
            })
    void oneWhoseTimeIsOverIsForgotten(String end) {
        take("x=1");
        take("x=; " + end);
        assertEquals(Optional.empty(), jar.fieldValue("/a"));
    }

    @Test
    void whatIsNoCookieIsIgnored() {
        take("=1", "x", "y=2; Max-Age=60; Expires=Sun, 06 Nov 1994 08:49:37 GMT");
        assertEquals(Optional.of("y=2"), jar.fieldValue("/a"));
    }
}
