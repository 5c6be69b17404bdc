package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.compression.Decompression;
import dev.weir.http.Headers;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 8.4: Content-Encoding of requests")
class Rfc9110Section08CodedRequestsTest extends LiveServer {

    private static final String TEXT = "All work and no play. ".repeat(100);
    private static final byte[] OCTETS = TEXT.getBytes(StandardCharsets.UTF_8);

    /** Tells what it found. */
    private static final Handler ECHO =
            request -> Response.text(request.content().text()
                    + request.header("Content-Encoding").orElse("")
                    + request.header("Content-Length").orElse(""));

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    @DisplayName("8.4.1.3: content in gzip is decoded, by each of its names")
    void decodesGzip(String name) throws Exception {
        RawClient client = decoding(ECHO);
        assertEquals(TEXT, client.send(post(name, gzip(OCTETS))).read().content());
        assertEquals(TEXT, client.send(chunked(name, gzip(OCTETS))).read().content());
    }

    @Test
    @DisplayName("8.4.1.2: content in deflate is decoded")
    void decodesDeflate() throws Exception {
        assertEquals(
                TEXT,
                decoding(ECHO).send(post("deflate", deflate(OCTETS))).read().content());
    }

    @Test
    @DisplayName("8.4: codings are listed in the order in which they were applied")
    void decodesTheLastOneFirst() throws Exception {
        byte[] content = deflate(gzip(OCTETS));
        assertEquals(
                TEXT, decoding(ECHO).send(post("gzip, deflate", content)).read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, br", "compress", "gzip, gzip, gzip, gzip"})
    @DisplayName("15.5.16: another coding is answered with 415 and what could be sent instead (12.5.3)")
    void refusesOtherCodings(String coding) throws Exception {
        RawClient client = decoding(ECHO);
        RawClient.Reply reply = client.send(post(coding, gzip(OCTETS))).read();
        assertEquals(415, reply.status());
        assertEquals(Optional.of("gzip, deflate"), reply.field("Accept-Encoding"));
        assertEquals("a1", client.send(post("/", "a")).read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "changed", "garbage", "plain"})
    @DisplayName("8.4: what is not what its coding says is answered with 400, and the connection goes on")
    void refusesMalformedContent(String kind) throws Exception {
        byte[] whole = gzip(OCTETS);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        switch (kind) {
            case "cut" -> sent.write(whole, 0, whole.length - 1);
            case "garbage" -> {
                sent.writeBytes(whole);
                sent.write('!');
            }
            case "plain" -> sent.writeBytes(OCTETS);
            default -> {
                whole[whole.length - 5] ^= 1;
                sent.writeBytes(whole);
            }
        }
        RawClient client = decoding(ECHO);
        assertEquals(400, client.send(post("gzip", sent.toByteArray())).read().status());
        assertEquals("a1", client.send(post("/", "a")).read().content());
    }

    @Test
    @DisplayName("15.5.14: the limit of content counts what comes out, and a bomb is answered with 413")
    void refusesBombs() throws Exception {
        byte[] bomb = gzip(new byte[64 << 20]);
        assertTrue(bomb.length < 100_000);
        RawClient client = decoding(ECHO);
        assertEquals(413, client.send(post("gzip", bomb)).read().status());
        RawClient raised =
                decoding(request -> Response.text("" + count(request.content().limitedTo(1L << 40).stream())));
        assertEquals(413, raised.send(post("gzip", bomb)).read().status());
        assertEquals("1", raised.send(post("/", "a")).read().content());
    }

    @Test
    @DisplayName("10.1.1: 100 (Continue) is sent when the handler reads, and not before a 415")
    void leavesExpectationsToTheHandler() throws Exception {
        byte[] content = gzip(OCTETS);
        RawClient client = decoding(ECHO);
        String[] fields = {"Expect: 100-continue", "Content-Encoding: gzip", "Content-Length: " + content.length};
        assertEquals(
                100, client.send(RawClient.request("POST", "/", fields)).read().status());
        assertEquals(TEXT, client.send(content).read().content());

        fields[1] = "Content-Encoding: br";
        assertEquals(
                415,
                decoding(ECHO)
                        .send(RawClient.request("POST", "/", fields))
                        .read()
                        .status());
    }

    @Test
    @DisplayName("8.4: what was flushed is read before more is sent")
    void handsOutWhatCame() throws Exception {
        RawClient client = decoding(request -> {
            InputStream content = request.content().stream();
            request.sendInterim(
                    Status.of(103), Headers.of("X-First", new String(content.readNBytes(5), StandardCharsets.UTF_8)));
            return Response.text(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        });
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        GZIPOutputStream gzip = new GZIPOutputStream(coded, true);
        gzip.write("first".getBytes(StandardCharsets.UTF_8));
        gzip.flush();
        client.send(RawClient.request("POST", "/", "Content-Encoding: gzip", "Transfer-Encoding: chunked"));
        sendChunk(client, coded);
        assertEquals(Optional.of("first"), client.read().field("X-First"));

        gzip.write(" and last".getBytes(StandardCharsets.UTF_8));
        gzip.close();
        sendChunk(client, coded);
        assertEquals(" and last", client.send("0\r\n\r\n").read().content());
    }

    private static void sendChunk(RawClient client, ByteArrayOutputStream octets) throws IOException {
        client.send(Integer.toHexString(octets.size()) + "\r\n")
                .send(octets.toByteArray())
                .send("\r\n");
        octets.reset();
    }

    private RawClient decoding(Handler handler) throws IOException {
        return client(handler, builder -> builder.filter(Decompression.defaults()));
    }

    private static long count(InputStream stream) throws IOException {
        return stream.transferTo(OutputStream.nullOutputStream());
    }

    private static byte[] post(String coding, byte[] content) {
        return message(content, "Content-Encoding: " + coding, "Content-Length: " + content.length);
    }

    private static byte[] chunked(String coding, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes((Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return message(body.toByteArray(), "Content-Encoding: " + coding, "Transfer-Encoding: chunked");
    }

    private static byte[] message(byte[] body, String... fields) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(RawClient.request("POST", "/", fields).getBytes(StandardCharsets.UTF_8));
        message.writeBytes(body);
        return message.toByteArray();
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream output = new GZIPOutputStream(coded)) {
            output.write(octets);
        }
        return coded.toByteArray();
    }

    private static byte[] deflate(byte[] octets) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream output = new DeflaterOutputStream(coded)) {
            output.write(octets);
        }
        return coded.toByteArray();
    }
}
