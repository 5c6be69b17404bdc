package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
    private static MediaType parsed(String text) {
        return MediaType.parse(text).orElseThrow(() -> new AssertionError("malformed: " + text));
    }

    // Text as sent, and the field value it is written as again.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text/html                           | text/html
            Text/HTML                           | text/html
            text/html;charset=utf-8             | text/html; charset=utf-8
            Text/HTML;Charset="utf-8"           | text/html; charset=utf-8
            text/html; charset=UTF-8            | text/html; charset=UTF-8
            text/html \t ; \t charset=utf-8     | text/html; charset=utf-8
            text/html;                          | text/html
            text/html;;;charset=utf-8;          | text/html; charset=utf-8
            text/html; ; charset=utf-8 ;        | text/html; charset=utf-8
            a/b;x="a b"                         | a/b; x="a b"
            a/b;x=""                            | a/b; x=""
            a/b;x="a\\"b;y=1\\\\"               | a/b; x="a\\"b;y=1\\\\"
            a/b;x="\\a"                         | a/b; x=a
            a/b;y=2;x=1                         | a/b; y=2; x=1
            multipart/form-data; boundary=--a'b | multipart/form-data; boundary=--a'b
            application/vnd.api+json            | application/vnd.api+json
            */*                                 | */*
            text/*;q=0.5                        | text/*; q=0.5
            """)
    void readsWellFormedFieldValues(String text, String again) {
        assertEquals(again, parsed(text).toString());
        assertEquals(parsed(text), parsed(again));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "text",
                "text/",
                "/html",
                " text/html",
                "text/html ",
                "text /html",
                "text/ html",
                "text/html/x",
                "te(xt/html",
                "tëxt/html",
                "text/html charset=utf-8",
                "text/html, text/plain",
                "text/html;charset",
                "text/html;charset=",
                "text/html;=utf-8",
                "text/html;charset =utf-8",
                "text/html;charset= utf-8",
                "text/html;charset=utf 8",
                "text/html;charset=utf/8",
                "text/html;charset=\"utf-8",
                "text/html;charset=\"utf-8\\\"",
                "text/html;charset=\"utf-8\"x",
                "text/html;charset=a\"b\"",
                "text/html;charset=utf-8;charset=utf-8",
                "text/html;charset=utf-8;CHARSET=latin1",
                "text/html;x=\"a\nb\"",
                "text/html;x=\"\\\u0000\"",
                "text/html\r\n",
                "*/html"
            })
    void refusesMalformedFieldValues(String text) {
        assertEquals(Optional.empty(), MediaType.parse(text));
    }

    @Test
    void keepsParametersInOrderAndTheirValuesAsSent() {
        MediaType type = parsed("text/html; B=X; a=\"y Z\"");
        assertEquals(List.of("b", "a"), List.copyOf(type.parameters().keySet()));
        assertEquals(Map.of("b", "X", "a", "y Z"), type.parameters());
        assertEquals(Optional.of("y Z"), type.parameter("A"));
        assertEquals(Optional.empty(), type.parameter("c"));
    }

    @Test
    void parametersCannotBeChanged() {
        assertThrows(
                UnsupportedOperationException.class,
                () -> MediaType.TEXT_PLAIN_UTF_8.parameters().put("a", "b"));
    }

    @Test
    void ofTakesTokensOnly() {
        assertEquals("text/plain", MediaType.of("TEXT", "Plain").toString());
        assertEquals(
                "type: \"te xt\" (expected: a token)",
                assertThrows(IllegalArgumentException.class, () -> MediaType.of("te xt", "plain"))
                        .getMessage());
        assertEquals(
                "subtype: \"\" (expected: a token)",
                assertThrows(IllegalArgumentException.class, () -> MediaType.of("text", ""))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> MediaType.of("*", "plain"));
    }

    @Test
    void withSetsOneParameter() {
        MediaType type = MediaType.of("a", "b").with("X", "1").with("y", "2");
        assertEquals("a/b; x=1; y=2", type.toString());
        assertEquals("a/b; x=3; y=2", type.with("x", "3").toString());
        assertEquals("a/b; x=1; y=2", type.toString());
    }

    @Test
    void withRefusesWhatCannotBeSent() {
        assertThrows(IllegalArgumentException.class, () -> MediaType.TEXT_PLAIN.with("a b", "c"));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> MediaType.TEXT_PLAIN.with("a", "b\r\nc: d"));
        assertEquals(
                "parameter a: \"b\\u000d\\u000ac: d\" (expected: no control characters, none beyond U+00FF)",
                e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> MediaType.TEXT_PLAIN.with("a", "\u20AC"));
    }

    @Test
    void essenceLeavesParametersOut() {
        assertEquals("text/plain", MediaType.TEXT_PLAIN_UTF_8.essence());
        assertEquals("text/plain", MediaType.TEXT_PLAIN.essence());
    }

    @ParameterizedTest
    @CsvSource({
        "text/html;charset=utf-8, UTF-8",
        "text/html;charset=UTF-8, UTF-8",
        "text/html;charset=\"utf-8\", UTF-8",
        "text/html;charset=latin1, ISO-8859-1",
        "text/html;charset=us-ascii, US-ASCII"
    })
    void charsetIsThatOfTheParameter(String text, String name) {
        assertEquals(name, parsed(text).charset().orElseThrow().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/html;charset=none-such",
                "text/html;charset=\"\"",
                "text/html;charset=\"a b\"",
                "text/html;charset=!"
            })
    void charsetIsEmptyIfMissingOrUnknown(String text) {
        assertEquals(Optional.empty(), parsed(text).charset());
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, */*, true",
        "text/plain, text/*, true",
        "text/plain, text/plain, true",
        "text/plain, TEXT/Plain, true",
        "text/plain, text/html, false",
        "text/plain, image/*, false",
        "text/plain;format=flowed, text/plain, true",
        "text/plain;format=flowed, text/plain;format=flowed, true",
        "text/plain;format=flowed, text/plain;format=fixed, false",
        "text/plain;format=flowed, text/plain;format=FLOWED, false",
        "text/plain;format=flowed, text/*;format=flowed, true",
        "text/plain, text/plain;format=flowed, false",
        "text/plain;charset=utf-8, text/plain;charset=UTF-8, true",
        "text/plain;a=1;b=2, text/plain;b=2;a=1, true",
        "text/*, text/plain, false",
        "application/vnd.acme+json, application/*+json, false",
        "*/*, */*, true"
    })
    void matchesRangesThatContainIt(String type, String range, boolean matches) {
        assertEquals(matches, parsed(type).matches(parsed(range)));
    }

    // The ranges of the example in RFC 9110 section 12.5.1, in their order of precedence.
    @Test
    void specificityOrdersRangesByPrecedence() {
        List<String> ranges =
                List.of("text/plain;format=flowed;x=1", "text/plain;format=flowed", "text/plain", "text/*", "*/*");
        assertEquals(
                List.of(4, 3, 2, 1, 0),
                ranges.stream().map(range -> parsed(range).specificity()).toList());
    }

    @Test
    void equalsIgnoresParameterOrderAndTheCaseOfCharsets() {
        assertEquals(parsed("a/b;x=1;y=2"), parsed("A/B;Y=2;X=1"));
        assertEquals(parsed("a/b;x=1;y=2").hashCode(), parsed("A/B;Y=2;X=1").hashCode());
        assertEquals(MediaType.TEXT_HTML_UTF_8, parsed("text/html;charset=UTF-8"));
        assertEquals(
                MediaType.TEXT_HTML_UTF_8.hashCode(),
                parsed("text/html;charset=UTF-8").hashCode());
        assertNotEquals(parsed("a/b;x=1"), parsed("a/b;x=1;y=2"));
        assertNotEquals(parsed("a/b;x=1;y=2"), parsed("a/b;x=1"));
        assertNotEquals(parsed("a/b;x=a"), parsed("a/b;x=A"));
        assertNotEquals(MediaType.TEXT_PLAIN, MediaType.TEXT_PLAIN_UTF_8);
    }

    @Test
    void constantsAreWrittenAsRegistered() {
        assertEquals("text/plain; charset=utf-8", MediaType.TEXT_PLAIN_UTF_8.toString());
        assertEquals("text/javascript; charset=utf-8", MediaType.TEXT_JAVASCRIPT_UTF_8.toString());
        assertEquals("application/problem+json", MediaType.APPLICATION_PROBLEM_JSON.toString());
        assertEquals("application/x-www-form-urlencoded", MediaType.APPLICATION_FORM_URLENCODED.toString());
        assertEquals("*/*", MediaType.ALL.toString());
        assertEquals(Optional.of(StandardCharsets.UTF_8), MediaType.TEXT_CSS_UTF_8.charset());
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html; charset=utf-8",
        "INDEX.HTML, text/html; charset=utf-8",
        "/a/b.c/app.min.js, text/javascript; charset=utf-8",
        "m.mjs, text/javascript; charset=utf-8",
        "style.css, text/css; charset=utf-8",
        "a.txt, text/plain; charset=utf-8",
        "a.json, application/json",
        "a.webmanifest, application/manifest+json",
        "a.svg, image/svg+xml",
        "a.jpeg, image/jpeg",
        "favicon.ico, image/vnd.microsoft.icon",
        "a.woff2, font/woff2",
        "a.wasm, application/wasm",
        "a.tar.gz, application/gzip",
        "a.avif, image/avif",
        "a.jxl, image/jxl",
        "a.glb, model/gltf-binary",
        "a.m3u8, application/vnd.apple.mpegurl",
        "a.ts, video/mp2t",
        "a.weba, audio/webm",
        "a.tsv, text/tab-separated-values; charset=utf-8",
        "a.mp4, video/mp4",
        "a.exe, application/octet-stream",
        "html, application/octet-stream",
        "a., application/octet-stream",
        "'', application/octet-stream",
        "dir.html/file, application/octet-stream"
    })
    void fileNamesStandForTheTypeOfTheirExtension(String fileName, String mediaType) {
        assertEquals(mediaType, MediaType.ofFileName(fileName).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/x-anything",
                "application/json",
                "application/json;a=b",
                "application/problem+json",
                "application/x-ndjson",
                "application/xml",
                "application/xhtml+xml",
                "application/javascript",
                "image/svg+xml",
                "application/wasm"
            })
    void textLikeTypesAreCompressible(String text) {
        assertTrue(parsed(text).isCompressible());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "video/mp4",
                "application/octet-stream",
                "application/gzip",
                "application/zip",
                "font/woff2",
                "image/json",
                "application/xml-dtdx"
            })
    void otherTypesAreNotCompressible(String text) {
        assertFalse(parsed(text).isCompressible());
    }
}
