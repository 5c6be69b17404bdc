package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.compression.Compression;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.representation.ConditionalRequests;
import dev.weir.representation.EntityTag;
import dev.weir.representation.Preconditions;
import dev.weir.representation.Validators;
import dev.weir.routing.Handler;
import dev.weir.sse.EventStream;
import dev.weir.sse.ServerEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 8.4: Content-Encoding of responses")
class Rfc9110Section08ContentCodingsTest extends LiveServer {

    private static final String LONG_TEXT = "All work and no play. ".repeat(1000);

    @Test
    @DisplayName("8.4.1.2: deflate is the zlib format")
    void sendsDeflate() throws Exception {
        RawClient.Reply reply = compressing(request -> Response.text(LONG_TEXT))
                .get("/", "Accept-Encoding: deflate")
                .read();
        assertEquals(Optional.of("deflate"), reply.field("Content-Encoding"));
        assertEquals(LONG_TEXT, text(new InflaterInputStream(octets(reply))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate, gzip"})
    @DisplayName("8.4.1.3: x-gzip is gzip")
    void sendsGzip(String accepted) throws Exception {
        RawClient.Reply reply = compressing(request -> Response.text(LONG_TEXT))
                .get("/", "Accept-Encoding: " + accepted)
                .read();
        assertEquals(Optional.of("gzip"), reply.field("Content-Encoding"));
        assertEquals(LONG_TEXT, text(new GZIPInputStream(octets(reply))));
    }

    @Test
    @DisplayName("8.6: Content-Length counts the coded octets, also for HEAD")
    void tellsTheCodedLength() throws Exception {
        RawClient client = compressing(request -> Response.text(LONG_TEXT));
        RawClient.Reply toGet = client.get("/", "Accept-Encoding: gzip").read();
        RawClient.Reply toHead = client.send(RawClient.request("HEAD", "/", "Accept-Encoding: gzip"))
                .readToHead();
        assertEquals(Optional.of(Integer.toString(toGet.content().length())), toGet.field("Content-Length"));
        assertEquals(toGet.field("Content-Length"), toHead.field("Content-Length"));
        assertEquals(toGet.field("Content-Encoding"), toHead.field("Content-Encoding"));
    }

    @Test
    @DisplayName("8.8.3.3: coded content has another entity tag, by which it is still found unchanged")
    void weakensEntityTags() throws Exception {
        RawClient client = compressing(Rfc9110Section08ContentCodingsTest::sevenByStrongTag);
        RawClient.Reply coded = client.get("/", "Accept-Encoding: gzip").read();
        RawClient.Reply plain = client.get("/").read();
        RawClient.Reply again = client.get("/", "Accept-Encoding: gzip", "If-None-Match: W/\"7\"")
                .read();

        assertEquals(Optional.of("W/\"7\""), coded.field("ETag"));
        assertEquals(Optional.of("\"7\""), plain.field("ETag"));
        assertEquals(304, again.status());
        assertEquals(Optional.of("W/\"7\""), again.field("ETag"));
        assertEquals(Optional.of("Accept-Encoding"), again.field("Vary"));
    }

    @Test
    @DisplayName("13.1: preconditions hold for tags of coded content, and parts are those of content without coding")
    void evaluatesPreconditionsOfCodedContent() throws Exception {
        Validators validators = Validators.of(EntityTag.strong("7"));
        RawClient client = compressing(request -> {
            if (request.method().equals(Method.PUT)) {
                Preconditions.check(request, validators);
                return Response.noContent();
            }
            return ConditionalRequests.answer(request, validators.addTo(Response.text(LONG_TEXT)));
        });
        String gzip = "Accept-Encoding: gzip";

        assertEquals(Optional.of("W/\"7\""), client.get("/", gzip).read().field("ETag"));
        assertEquals(304, client.get("/", gzip, "If-None-Match: W/\"7\"").read().status());
        assertEquals(200, client.get("/", gzip, "If-None-Match: W/\"6\"").read().status());
        for (String matching : List.of("W/\"7\"", "\"7\"", "W/\"6\", W/\"7\"", "*")) {
            String put = RawClient.request("PUT", "/", gzip, "If-Match: " + matching);
            assertEquals(204, client.send(put).read().status(), matching);
        }
        String put = RawClient.request("PUT", "/", gzip, "If-Match: W/\"6\"");
        assertEquals(412, client.send(put).read().status());

        RawClient.Reply part = client.get("/", gzip, "Range: bytes=4-7").read();
        assertEquals(206, part.status());
        assertEquals("work", part.content());
        assertEquals(Optional.of("\"7\""), part.field("ETag"));
        String[] ifRange = {gzip, "Range: bytes=4-7", "If-Range: W/\"7\""};
        assertEquals(200, client.get("/", ifRange).read().status());
    }

    private static Response sevenByStrongTag(Request request) {
        boolean isHeld = request.header("If-None-Match").orElse("").contains(", \"7\"");
        Response response = isHeld ? Response.of(Status.NOT_MODIFIED) : Response.text(LONG_TEXT);
        return response.withHeader("ETag", "\"7\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip;q=0.5, deflate         | deflate",
                "gzip;q=0.5, deflate;q=0.5   | gzip",
                "*                           | gzip",
                "*, gzip;q=0                 | deflate",
                "gzip;q=0, deflate;q=0       | -",
                "identity, gzip;q=0.9        | -",
                "br                          | -",
                "identity;q=0, br            | -",
            })
    @DisplayName("12.5.3: the coding that is wanted most is chosen, and no answer is refused for want of one")
    void choosesByWeight(String accepted, String chosen) throws Exception {
        RawClient.Reply reply = compressing(request -> Response.text(LONG_TEXT))
                .get("/", "Accept-Encoding: " + accepted)
                .read();
        assertEquals(200, reply.status());
        assertEquals(chosen, reply.field("Content-Encoding").orElse("-"));
        assertEquals(Optional.of("Accept-Encoding"), reply.field("Vary"));
    }

    @ParameterizedTest
    @CsvSource({"gzip, true", "deflate, false"})
    @DisplayName("8.4: an event arrives before the next one is made, coded or not")
    void sendsEventsAtOnce(String coding, boolean isRaw) throws Exception {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        RawClient client = compressing(
                        request -> EventStream.of(eventsOf(events)).toResponse())
                .get("/", "Accept-Encoding: " + coding);
        Flushed flushed = new Flushed(client, isRaw);
        for (int i = 0; i < 3; i++) {
            events.add("event " + i);
            assertEquals("data: event " + i + "\n\n", flushed.next(15));
        }
        events.add("");
    }

    @ParameterizedTest
    @CsvSource({"gzip, true", "deflate, false"})
    @DisplayName("8.4: a line of NDJSON arrives when it is flushed, coded or not")
    void sendsLinesAtOnce(String coding, boolean isRaw) throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        RawClient client = compressing(request -> Response.stream(MediaType.APPLICATION_NDJSON, output -> {
                    for (String line = take(lines); !line.isEmpty(); line = take(lines)) {
                        output.write(line.getBytes(StandardCharsets.UTF_8));
                        output.flush();
                    }
                }))
                .get("/", "Accept-Encoding: " + coding);
        Flushed flushed = new Flushed(client, isRaw);
        for (int i = 0; i < 3; i++) {
            String line = "{\"line\":" + i + "}\n";
            lines.add(line);
            assertEquals(line, flushed.next(line.length()));
        }
        lines.add("");
    }

    @Test
    @DisplayName("8.4: coded content that fails is cut so that the client can tell")
    void cutsWhatFails() throws Exception {
        RawClient.Reply reply = compressing(request -> Response.stream(MediaType.TEXT_PLAIN, output -> {
                    output.write(LONG_TEXT.getBytes(StandardCharsets.UTF_8));
                    throw new IOException("gone");
                }))
                .get("/", "Accept-Encoding: gzip")
                .read();
        assertFalse(reply.isWhole());
    }

    private RawClient compressing(Handler handler) throws IOException {
        return client(handler, builder -> builder.filter(Compression.defaults()));
    }

    private static Iterator<ServerEvent> eventsOf(BlockingQueue<String> data) {
        return new Iterator<>() {
            private String next;

            @Override
            public boolean hasNext() {
                next = take(data);
                return !next.isEmpty();
            }

            @Override
            public ServerEvent next() {
                return ServerEvent.of(next);
            }
        };
    }

    private static String take(BlockingQueue<String> queue) {
        try {
            String taken = queue.poll(20, TimeUnit.SECONDS);
            assertTrue(taken != null, "nothing to send after 20 s");
            return taken;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream octets(RawClient.Reply reply) {
        return new ByteArrayInputStream(reply.content().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Decodes chunk after chunk as each arrives, and never reads one that has not been asked for. */
    private static final class Flushed {

        private final RawClient client;
        private final Inflater inflater;
        private int header;
        private boolean isHeadRead;

        Flushed(RawClient client, boolean isGzip) {
            this.client = client;
            this.inflater = new Inflater(isGzip);
            this.header = isGzip ? 10 : 0;
        }

        /** The next octets that came out, which have to be so many. */
        String next(int count) throws IOException, DataFormatException {
            if (!isHeadRead) {
                readHead();
                isHeadRead = true;
            }
            byte[] octets = new byte[count];
            int length = 0;
            while (length < count) {
                if (inflater.needsInput()) {
                    byte[] chunk = chunk();
                    int skipped = Math.min(header, chunk.length);
                    header -= skipped;
                    inflater.setInput(chunk, skipped, chunk.length - skipped);
                }
                length += inflater.inflate(octets, length, count - length);
            }
            return new String(octets, StandardCharsets.UTF_8);
        }

        private void readHead() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append(client.readOctets(1));
            }
            assertTrue(head.toString().contains("Content-Encoding: "), head.toString());
        }

        private byte[] chunk() throws IOException {
            StringBuilder size = new StringBuilder();
            while (size.indexOf("\r\n") < 0) {
                size.append(client.readOctets(1));
            }
            String chunk = client.readOctets(Integer.parseInt(size.toString().strip(), 16));
            assertEquals("\r\n", client.readOctets(2));
            return chunk.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
