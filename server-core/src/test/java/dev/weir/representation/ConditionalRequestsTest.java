package dev.weir.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.ContentOutput;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalRequestsTest {

    private static final Validators VERSION = Validators.of(EntityTag.strong("v"));

    @TempDir
    Path folder;

    @Test
    void aNotModifiedKeepsWhatCachesNeed() throws IOException {
        Response full = VERSION.addTo(Response.text("x"))
                .withHeader("Cache-Control", "no-cache")
                .withHeader("Vary", "Accept")
                .withHeader("Content-Language", "en")
                .withHeader("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT");
        Response response = ConditionalRequests.answer(Request.get("/").withHeader("If-None-Match", "\"v\""), full);

        assertEquals(Status.NOT_MODIFIED, response.status());
        assertEquals(
                "ETag: \"v\"\nCache-Control: no-cache\nVary: Accept\n",
                response.headers().toString());
        assertEquals(OptionalLong.of(0), response.content().length());
    }

    @Test
    void aNotModifiedWithoutATagKeepsTheDate() throws IOException {
        String date = "Sun, 06 Nov 1994 08:49:37 GMT";
        Response response = ConditionalRequests.answer(
                Request.get("/").withHeader("If-Modified-Since", date),
                Response.text("x").withHeader("Last-Modified", date));
        assertEquals("Last-Modified: " + date + "\n", response.headers().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match: \"v\"", "If-Match: \"w\"", "Range: bytes=9-"})
    void contentThatIsNotSentIsClosed(String field) throws IOException {
        AtomicInteger closed = new AtomicInteger();
        String[] parts = field.split(": ");
        ConditionalRequests.answer(
                Request.get("/").withHeader(parts[0], parts[1]), VERSION.addTo(closing("abc", closed)));
        assertEquals(1, closed.get());
    }

    @Test
    void aPartClosesTheWhole() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        Response response = ConditionalRequests.answer(
                Request.get("/").withHeader("Range", "bytes=0-0"), VERSION.addTo(closing("abc", closed)));
        assertEquals("a", text(response));
        assertEquals(1, closed.get());
    }

    @Test
    void severalPartsCloseTheWholeOnce() throws IOException {
        AtomicInteger closed = new AtomicInteger();
        Response response = ConditionalRequests.answer(
                Request.get("/").withHeader("Range", "bytes=0-0,-1"),
                VERSION.addTo(closing("a" + "-".repeat(200) + "b", closed)));
        assertEquals(Status.PARTIAL_CONTENT, response.status());
        assertEquals(response.content().length().orElseThrow(), text(response).length());
        assertEquals(1, closed.get());
    }

    @Test
    void partsOfAFileAreSentLikePartsOfMemory() throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), "0123456789".repeat(100));
        Request request = Request.get("/").withHeader("Range", "bytes=0-2,500-504,-3");
        String ofFile = text(ConditionalRequests.answer(request, Response.file(file)));
        String ofMemory = text(ConditionalRequests.answer(request, Response.text(Files.readString(file))));

        assertTrue(ofFile.contains("\r\nContent-Range: bytes 500-504/1000\r\n\r\n01234\r\n--"), ofFile);
        assertEquals(withoutBoundary(ofMemory), withoutBoundary(ofFile));
    }

    @Test
    void aPartOfAPartIsItsOwn() throws IOException {
        ResponseContent content = ResponseContent.of("0123456789".getBytes(StandardCharsets.US_ASCII));
        ResponseContent part = content.region(2, 6).orElseThrow().region(1, 3).orElseThrow();
        assertEquals("345", text(Response.of(Status.OK).withContent(MediaType.TEXT_PLAIN, part)));
    }

    @Test
    void contentThatHasNoPartsIsSentWhole() throws IOException {
        Response full = Response.stream(MediaType.TEXT_PLAIN, output -> output.write('x'));
        assertSame(full, ConditionalRequests.answer(Request.get("/").withHeader("Range", "bytes=0-0"), full));
    }

    @Test
    void otherResponsesAreLeftAlone() throws IOException {
        Response created = VERSION.addTo(Response.created("/x"));
        Response toPost = VERSION.addTo(Response.text("x"));
        Request request = Request.get("/").withHeader("If-None-Match", "\"v\"").withHeader("Range", "bytes=0-0");
        assertSame(created, ConditionalRequests.answer(request, created));
        assertSame(toPost, ConditionalRequests.answer(request.withMethod(Method.POST), toPost));
    }

    @Test
    void worksAsAFilter() throws Exception {
        Response response = new ConditionalRequests()
                .filter(Request.get("/").withHeader("Range", "bytes=1-"), request -> Response.text("abc"));
        assertEquals("bc", text(response));
        assertEquals(Optional.of("bytes 1-2/3"), response.header("Content-Range"));
    }

    private static Response closing(String text, AtomicInteger closed) {
        ResponseContent octets = ResponseContent.of(text.getBytes(StandardCharsets.US_ASCII));
        return Response.of(Status.OK).withContent(MediaType.TEXT_PLAIN, new Closing(octets, closed));
    }

    /** Content that counts how often it is closed. */
    private record Closing(ResponseContent octets, AtomicInteger closed) implements ResponseContent {

        @Override
        public OptionalLong length() {
            return octets.length();
        }

        @Override
        public void writeTo(ContentOutput output) throws IOException {
            octets.writeTo(output);
        }

        @Override
        public Optional<ResponseContent> region(long position, long count) {
            return octets.region(position, count).map(part -> new Closing(part, closed));
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static String text(Response response) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            response.content().writeTo(ContentOutput.to(octets));
        } finally {
            response.content().close();
        }
        return octets.toString(StandardCharsets.ISO_8859_1);
    }

    private static String withoutBoundary(String multipart) {
        String boundary = multipart.substring(2, multipart.indexOf("\r\n"));
        return multipart.replace(boundary, "").replace("; charset=utf-8", "");
    }
}
