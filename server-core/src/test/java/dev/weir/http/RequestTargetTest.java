package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({"/a, /a", "/a?x, /a", "/?, /", "/a?b?c, /a", "/a%20b, /a%20b"})
    void thePathEndsAtTheFirstQuestionMark(String target, String path) {
        assertEquals(path, RequestTarget.origin(target).path());
    }

    @ParameterizedTest
    @CsvSource({"/a?x=1, x=1", "/a?b?c, b?c", "/?, ''"})
    void theQueryFollowsTheFirstQuestionMark(String target, String query) {
        assertEquals(Optional.of(query), RequestTarget.origin(target).rawQuery());
    }

    @Test
    void thereIsNoQueryWithoutQuestionMark() {
        assertEquals(Optional.empty(), RequestTarget.origin("/a").rawQuery());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "*", "?a", "http://a/"})
    void originFormStartsWithASlash(String text) {
        assertThrows(IllegalArgumentException.class, () -> RequestTarget.origin(text));
    }

    @ParameterizedTest
    @CsvSource({"'', /", "?x=1, /", "/a, /a", "/a?x, /a"})
    void anEmptyPathInAbsoluteFormIsARoot(String pathAndQuery, String path) {
        assertEquals(
                path,
                RequestTarget.absolute("http://a.test" + pathAndQuery, "a.test", pathAndQuery)
                        .path());
    }

    @Test
    void absoluteFormKeepsItsQuery() {
        assertEquals(
                Optional.of("x=1"),
                RequestTarget.absolute("http://a.test?x=1", "a.test", "?x=1").rawQuery());
    }

    @Test
    void absoluteFormHasAnAuthority() {
        assertEquals(
                Optional.of("a.test"),
                RequestTarget.absolute("http://a.test/", "a.test", "/").authority());
    }

    @Test
    void authorityFormHasNoPath() {
        assertEquals("", RequestTarget.authority("a.test:443").path());
    }

    @Test
    void asteriskFormIsAsterisk() {
        assertEquals("*", RequestTarget.asterisk().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/, '[]'",
        "//, '[, ]'",
        "/a%2Fb/, '[a/b, ]'",
        "/a/b?c/d, '[a, b]'",
        "/%252F, '[%2F]'",
        "/a+b, '[a+b]'",
        "/%C3%A9, '[\u00e9]'",
        "/%F0%9F%98%80, '[\ud83d\ude00]'"
    })
    void segmentsAreSplitAtRawSlashesAndDecodedOnce(String target, String segments) {
        assertEquals(segments, RequestTarget.origin(target).segments().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/%4",
                "/%zz",
                "/%4/1",
                "/%-1",
                "/%ff",
                "/%C3",
                "/%C0%AF",
                "/%ED%A0%80",
                "/%00",
                "/.",
                "/..",
                "/a/../b",
                "/%2e",
                "/%2E%2e",
                "/.%2e/"
            })
    void aBadPathIsAnsweredWith400(String path) {
        RequestTarget target = RequestTarget.origin(path);
        assertEquals(
                Status.BAD_REQUEST,
                assertThrows(HttpException.class, target::segments).status());
    }

    @Test
    void segmentsCannotBeChanged() {
        List<String> segments = RequestTarget.origin("/a").segments();
        assertThrows(UnsupportedOperationException.class, () -> segments.add("b"));
    }

    @Test
    void theQueryIsDecoded() {
        assertEquals(Optional.of("a b"), RequestTarget.origin("/?x=a+b").query().first("x"));
    }

    @Test
    void targetsOfTheSameFormAndTextAreEqual() {
        assertEquals(RequestTarget.origin("/a?b"), RequestTarget.origin("/a?b"));
    }

    @Test
    void targetsOfDifferentFormsDiffer() {
        assertNotEquals(RequestTarget.authority("*"), RequestTarget.asterisk());
    }
}
