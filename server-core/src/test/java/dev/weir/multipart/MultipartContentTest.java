package dev.weir.multipart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.ContentOutput;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MultipartContentTest {

    private static String written(ResponseContent content) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        content.writeTo(ContentOutput.to(octets));
        content.length().ifPresent(length -> assertEquals(length, octets.size()));
        return octets.toString(StandardCharsets.ISO_8859_1);
    }

    private static ResponseContent octets(String text) {
        return ResponseContent.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void writesPartsWithDelimitersBetweenThem() throws Exception {
        MultipartContent content = MultipartContent.of("mixed")
                .withBoundary("b c")
                .with(MediaType.TEXT_PLAIN_UTF_8, octets("1"))
                .with(Headers.of("Content-Type", "image/png", "X-Id", "7"), octets(""));
        assertEquals("multipart/mixed; boundary=\"b c\"", content.mediaType().toString());
        assertEquals("""
                --b c\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                1\r
                --b c\r
                Content-Type: image/png\r
                X-Id: 7\r
                \r
                \r
                --b c--\r
                """, written(content));
    }

    @Test
    void writesForms() throws Exception {
        MultipartContent content = MultipartContent.formData()
                .withBoundary("b")
                .withField("q\"\r\n", "ü")
                .withFile("f", "ü.png", MediaType.IMAGE_PNG, octets("x"));
        assertEquals("""
                --b\r
                Content-Disposition: form-data; name="q%22%0D%0A"\r
                \r
                Ã¼\r
                --b\r
                Content-Disposition: form-data; name="f"; filename="Ã¼.png"\r
                Content-Type: image/png\r
                \r
                x\r
                --b--\r
                """, written(content));
    }

    @Test
    void writesNoParts() throws Exception {
        assertEquals("--b--\r\n", written(MultipartContent.formData().withBoundary("b")));
    }

    @Test
    void knowsItsLengthIfAllPartsDo() throws Exception {
        MultipartContent known = MultipartContent.of("mixed").with(MediaType.TEXT_PLAIN, octets("1"));
        assertTrue(known.length().isPresent());
        MultipartContent unknown =
                known.with(MediaType.TEXT_PLAIN, ResponseContent.written(output -> output.write('2')));
        assertEquals(OptionalLong.empty(), unknown.length());
        assertTrue(written(unknown).contains("\r\n\r\n2\r\n--"));
    }

    @Test
    void hasABoundaryOfItsOwn() {
        MultipartContent one = MultipartContent.of("mixed");
        String boundary = one.mediaType().parameter("boundary").orElseThrow();
        assertTrue(boundary.matches("weir-[A-Za-z0-9_-]{24}"), boundary);
        assertNotEquals(
                boundary,
                MultipartContent.of("mixed").mediaType().parameter("boundary").orElseThrow());
        assertEquals(
                one.mediaType(), one.with(MediaType.TEXT_PLAIN, octets("1")).mediaType());
    }

    @Test
    void isTheContentOfAResponse() {
        MultipartContent content = MultipartContent.of("related");
        Response response = content.toResponse();
        assertEquals(200, response.status().code());
        assertEquals(content.mediaType(), response.contentType().orElseThrow());
        assertSame(content, response.content());
    }

    @Test
    void refusesWhatCannotBeSent() {
        MultipartContent content = MultipartContent.of("mixed");
        assertThrows(IllegalArgumentException.class, () -> MultipartContent.of("a b"));
        assertThrows(IllegalArgumentException.class, () -> content.withBoundary("a\r\nb"));
        assertThrows(IllegalArgumentException.class, () -> content.withField("a\0", "x"));
        MultipartContent begun = content.with(MediaType.TEXT_PLAIN, octets("1"));
        assertThrows(IllegalStateException.class, () -> begun.withBoundary("b"));
    }

    @Test
    void closesAllPartsEvenIfOneFailsTo() {
        List<String> closed = new ArrayList<>();
        MultipartContent content = MultipartContent.of("mixed")
                .with(MediaType.TEXT_PLAIN, closing("1", closed))
                .with(MediaType.TEXT_PLAIN, closing("2!", closed))
                .with(MediaType.TEXT_PLAIN, closing("3!", closed))
                .with(MediaType.TEXT_PLAIN, closing("4", closed));
        IOException failure = assertThrows(IOException.class, content::close);
        assertEquals("2!", failure.getMessage());
        assertEquals("3!", failure.getSuppressed()[0].getMessage());
        assertEquals(List.of("1", "2!", "3!", "4"), closed);
    }

    /** Notes that it was closed, and fails if there is an exclamation mark. */
    private static ResponseContent closing(String name, List<String> closed) {
        return new ResponseContent() {
            @Override
            public OptionalLong length() {
                return OptionalLong.empty();
            }

            @Override
            public void writeTo(ContentOutput output) {
                throw new AssertionError("written");
            }

            @Override
            public void close() throws IOException {
                closed.add(name);
                if (name.endsWith("!")) {
                    throw new IOException(name);
                }
            }
        };
    }
}
