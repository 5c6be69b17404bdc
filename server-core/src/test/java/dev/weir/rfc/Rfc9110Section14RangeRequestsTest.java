package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.representation.ConditionalRequests;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("RFC 9110 section 14: Range Requests")
class Rfc9110Section14RangeRequestsTest extends LiveServer {

    private static final int LENGTH = 10_000;

    @TempDir
    Path folder;

    private Path file;
    private String text;

    @BeforeEach
    void writeFile() throws IOException {
        StringBuilder octets = new StringBuilder();
        for (int i = 0; octets.length() < LENGTH; i++) {
            octets.append(i).append(' ');
        }
        text = octets.substring(0, LENGTH);
        file = Files.writeString(folder.resolve("file.txt"), text);
    }

    private RawClient.Reply ofFile(String... fieldLines) throws IOException {
        return client(request -> ConditionalRequests.answer(request, Response.file(file)))
                .get("/", fieldLines)
                .read();
    }

    @Test
    @DisplayName("14.1.2: a range from first to last, from first to the end, and of the last octets")
    void sendsOneRange() throws Exception {
        assertPart(0, 499, ofFile("Range: bytes=0-499"));
        assertPart(500, 999, ofFile("Range: bytes=500-999"));
        assertPart(9500, 9999, ofFile("Range: bytes=9500-"));
        assertPart(9500, 9999, ofFile("Range: bytes=-500"));
        assertPart(9999, 9999, ofFile("Range: bytes=-1"));
        assertPart(0, 0, ofFile("Range: bytes=0-0"));
    }

    @Test
    @DisplayName("14.1.2: a last position or a suffix beyond the end means the end, or all")
    void cutsWhatIsTooLong() throws Exception {
        assertPart(9000, 9999, ofFile("Range: bytes=9000-99999999999999999999"));
        assertPart(0, 9999, ofFile("Range: bytes=-99999999999999999999"));
        assertPart(0, 9999, ofFile("Range: bytes=0-"));
    }

    @Test
    @DisplayName("14.2: what can't be read, or has another unit, is ignored")
    void ignoresWhatItCannotRead() throws Exception {
        for (String range : new String[] {"bytes=2-1", "bytes=a-", "bytes 0-1", "lines=0-1", "bytes=0-1,x"}) {
            RawClient.Reply reply = ofFile("Range: " + range);
            assertEquals(200, reply.status(), range);
            assertEquals(text, reply.content(), range);
            assertEquals(Optional.of("bytes"), reply.field("Accept-Ranges"), range);
        }
        assertEquals(200, ofFile("Range: bytes=0-1", "Range: bytes=2-3").status());
    }

    @Test
    @DisplayName("14.2: Range of a method other than GET and HEAD is ignored")
    void ignoresRangeOfOtherMethods() throws Exception {
        RawClient client = client(request -> ConditionalRequests.answer(request, Response.file(file)));
        for (String method : new String[] {"DELETE", "POST", "PUT", "OPTIONS", "QUERY"}) {
            RawClient.Reply reply = client.send(RawClient.request(method, "/", "Range: bytes=0-1"))
                    .read();
            assertEquals(200, reply.status(), method);
            assertEquals(text, reply.content(), method);
        }
    }

    @Test
    @DisplayName("9.3.2: HEAD with Range gets the head of the 206 or 416 that GET would get")
    void headGetsTheHeadOfThePart() throws Exception {
        RawClient client = client(request -> ConditionalRequests.answer(request, Response.file(file)));
        RawClient.Reply part =
                client.send(RawClient.request("HEAD", "/", "Range: bytes=0-1")).readToHead();
        assertEquals(206, part.status());
        assertEquals(Optional.of("2"), part.field("Content-Length"));
        assertEquals(Optional.of("bytes 0-1/10000"), part.field("Content-Range"));
        RawClient.Reply none = client.send(RawClient.request("HEAD", "/", "Range: bytes=10000-"))
                .readToHead();
        assertEquals(416, none.status());
        assertEquals(Optional.of("bytes */10000"), none.field("Content-Range"));
        RawClient.Reply parts = client.send(RawClient.request("HEAD", "/", "Range: bytes=0-1,5-6"))
                .readToHead();
        RawClient.Reply got = client.get("/", "Range: bytes=0-1,5-6").read();
        assertEquals(got.field("Content-Length"), parts.field("Content-Length"));
        assertEquals(206, parts.status());
    }

    @Test
    @DisplayName("14.2: a thousand ranges are ignored, and a hundred equal ones are one")
    void isNotTalkedIntoSendingMore() throws Exception {
        assertEquals(200, ofFile("Range: bytes=0-" + ",0-".repeat(999)).status());
        assertPart(0, 9999, ofFile("Range: bytes=0-" + ",0-".repeat(99)));
        StringBuilder apart = new StringBuilder("Range: bytes=0-0");
        for (int i = 1; i < 33; i++) {
            apart.append(',').append(300 * i).append('-').append(300 * i);
        }
        assertEquals(200, ofFile(apart.toString()).status());
    }

    @Test
    @DisplayName("14.4, 15.3.7.1: one part has Content-Range, its own length, and the fields of the 200")
    void fieldsOfOnePart() throws Exception {
        RawClient client = client(request -> ConditionalRequests.answer(
                request, Response.file(file).withHeader("ETag", "\"v\"").withHeader("Vary", "Accept")));
        RawClient.Reply reply = client.get("/", "Range: bytes=1-2").read();
        assertPart(1, 2, reply);
        assertEquals(Optional.of("2"), reply.field("Content-Length"));
        assertEquals(Optional.of("\"v\""), reply.field("ETag"));
        assertEquals(Optional.of("Accept"), reply.field("Vary"));
        assertEquals(Optional.of("text/plain; charset=utf-8"), reply.field("Content-Type"));
        assertTrue(reply.field("Date").isPresent());
    }

    @Test
    @DisplayName("14.6, 15.3.7.2: several parts come as multipart/byteranges, without Content-Range of the whole")
    void sendsSeveralParts() throws Exception {
        RawClient.Reply reply = ofFile("Range: bytes=0-9,1000-1009,-10");
        String type = reply.field("Content-Type").orElseThrow();
        assertTrue(type.startsWith("multipart/byteranges; boundary="), type);
        String boundary = type.substring(type.indexOf('=') + 1);
        assertEquals(206, reply.status());
        assertEquals(Optional.empty(), reply.field("Content-Range"));
        assertEquals(
                part(boundary, 0, 9) + "\r\n" + part(boundary, 1000, 1009) + "\r\n" + part(boundary, 9990, 9999)
                        + "\r\n--" + boundary + "--\r\n",
                reply.content());
    }

    @Test
    @DisplayName("15.3.7.2: parts come in the order asked for")
    void keepsTheOrder() throws Exception {
        String content = ofFile("Range: bytes=-10,0-9").content();
        assertTrue(content.indexOf("9990-9999") < content.indexOf("0-9/"), content);
    }

    @Test
    @DisplayName("15.3.7.2: ranges that overlap or touch become one; a single one is no multipart")
    void mergesRanges() throws Exception {
        assertPart(0, 150, ofFile("Range: bytes=0-99,50-150"));
        assertPart(0, 299, ofFile("Range: bytes=151-299,0-150"));
        assertPart(0, 9, ofFile("Range: bytes=0-9,20000-"));
    }

    @Test
    @DisplayName("15.5.17: nothing of what is asked for is there: 416 with the length")
    void answersUnsatisfiable() throws Exception {
        for (String range : new String[] {"bytes=10000-", "bytes=-0", "bytes=10000-,20000-30000"}) {
            RawClient.Reply reply = ofFile("Range: " + range);
            assertEquals(416, reply.status(), range);
            assertEquals(Optional.of("bytes */10000"), reply.field("Content-Range"), range);
        }
    }

    @Test
    @DisplayName("14.1.2: of nothing, no position is there, but the last octets are: all none of them")
    void rangesOfNothing() throws Exception {
        Handler nothing =
                request -> ConditionalRequests.answer(request, Response.bytes(MediaType.TEXT_PLAIN, new byte[0]));
        RawClient client = client(nothing).get("/", "Range: bytes=0-").get("/", "Range: bytes=-5");
        RawClient.Reply first = client.read();
        assertEquals(416, first.status());
        assertEquals(Optional.of("bytes */0"), first.field("Content-Range"));
        assertEquals(200, client.read().status());
    }

    @Test
    @DisplayName("14.3: Accept-Ranges stands where parts can be had, and only there")
    void acceptRanges() throws Exception {
        assertEquals(Optional.of("bytes"), ofFile().field("Accept-Ranges"));
        RawClient client = client(request -> ConditionalRequests.answer(request, streamed("abc")));
        assertEquals(
                Optional.empty(), client.get("/", "Range: bytes=0-0").read().field("Accept-Ranges"));
    }

    @Test
    @DisplayName("14.2: parts of a connection's many files and octets leave it usable")
    void goesOnAfterParts() throws Exception {
        RawClient client = client(this::fileOrText);
        for (int i = 0; i < 20; i++) {
            client.get(i % 2 == 0 ? "/file" : "/text", "Range: bytes=" + i + "-" + (i + 2) + ",-1");
        }
        for (int i = 0; i < 20; i++) {
            RawClient.Reply reply = client.read();
            assertEquals(206, reply.status());
            assertTrue(reply.content().contains("\r\n\r\n" + text.substring(i, i + 3) + "\r\n--"), reply.content());
        }
    }

    private Response fileOrText(Request request) throws IOException {
        return ConditionalRequests.answer(
                request, request.path().equals("/file") ? Response.file(file) : Response.text(text));
    }

    private String part(String boundary, int first, int last) {
        return "--" + boundary + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes " + first + "-"
                + last + "/10000\r\n\r\n" + text.substring(first, last + 1);
    }

    private void assertPart(int first, int last, RawClient.Reply reply) {
        assertEquals(206, reply.status());
        assertEquals(Optional.of("bytes " + first + "-" + last + "/10000"), reply.field("Content-Range"));
        assertEquals(text.substring(first, last + 1), reply.content());
    }
}
