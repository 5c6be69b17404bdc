package dev.weir.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.sse.EventStream;
import dev.weir.sse.ServerEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Codings of other people's libraries, br and zstd, by the interface for them, in both directions over live sockets. */
@Timeout(60)
class OtherCodecsTest {

    private static final String TEXT = "All work and no play makes Jack a dull boy. ".repeat(1000);
    private static final int LIMIT = 1 << 20;

    /** As an application would put them together. */
    enum Other {
        BR("br", BrotliOutputStream::new, BrotliInputStream::new),
        ZSTD("zstd", ZstdOutputStream::new, ZstdInputStream::new);

        private final ContentCoding coding;

        Other(String name, ContentCoding.Encoder encoder, ContentCoding.Decoder decoder) {
            coding = ContentCoding.of(name, encoder, decoder);
        }

        byte[] encoded(byte[] octets) throws IOException {
            ByteArrayOutputStream coded = new ByteArrayOutputStream();
            try (OutputStream output = coding.encoder(coded)) {
                output.write(octets);
            }
            return coded.toByteArray();
        }

        /** One that gives out what it has before it reads on. */
        InputStream eagerDecoder(InputStream coded) throws IOException {
            InputStream decoder = coding.decoder(coded);
            if (decoder instanceof BrotliInputStream br) {
                br.enableEagerOutput();
            }
            return decoder;
        }

        String decoded(byte[] coded) throws IOException {
            try (InputStream input = coding.decoder(new ByteArrayInputStream(coded))) {
                return new String(input.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private final BlockingQueue<String> parts = new LinkedBlockingQueue<>();
    private HttpServer server;

    @BeforeAll
    static void loadLibraries() {
        Assumptions.assumeTrue(Brotli4jLoader.isAvailable(), "no br for this platform");
    }

    private RawClient start(Other other) throws IOException {
        server = HttpServer.builder()
                .host("127.0.0.1")
                .filter(Compression.of(other.coding, ContentCoding.gzip()))
                .filter(Decompression.of(other.coding, ContentCoding.gzip()))
                .get("/text", request -> Response.text(TEXT))
                .get(
                        "/parts",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            for (String part = take(); !part.isEmpty(); part = take()) {
                                output.write(part.getBytes(StandardCharsets.UTF_8));
                                output.flush();
                            }
                        }))
                .get("/events", request -> EventStream.of(Stream.generate(() -> ServerEvent.of(take()))
                                .takeWhile(event -> !event.data().isEmpty()))
                        .toResponse())
                .post(
                        "/text",
                        request -> Response.text(
                                request.content().limitedTo(LIMIT).text().length() + " "
                                        + request.header("Content-Encoding").orElse("plain")))
                .start();
        return RawClient.to(server);
    }

    private String take() {
        try {
            return parts.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private static byte[] octets(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static RawClient.Reply post(RawClient client, Other other, byte[] content) throws IOException {
        client.send(RawClient.request(
                "POST", "/text", "Content-Encoding: " + other.coding.name(), "Content-Length: " + content.length));
        return client.send(content).read();
    }

    @ParameterizedTest
    @EnumSource
    void responsesAreCodedForWhoWantsThem(Other other) throws Exception {
        try (RawClient client = start(other)) {
            String name = other.coding.name();
            RawClient.Reply reply =
                    client.get("/text", "Accept-Encoding: gzip;q=0.5, " + name).read();
            assertEquals(Optional.of(name), reply.field("Content-Encoding"));
            assertEquals(Optional.of("Accept-Encoding"), reply.field("Vary"));
            assertTrue(
                    reply.content().length() < TEXT.length() / 10,
                    "octets: " + reply.content().length());
            assertEquals(TEXT, other.decoded(octets(reply.content())));
            assertEquals(
                    Optional.of("gzip"),
                    client.get("/text", "Accept-Encoding: gzip, " + name + ";q=0.5")
                            .read()
                            .field("Content-Encoding"));
        }
    }

    @ParameterizedTest
    @CsvSource({"BR, /parts", "BR, /events", "ZSTD, /parts", "ZSTD, /events"})
    void whatIsFlushedArrivesAndCanBeDecodedAtOnce(Other other, String target) throws Exception {
        boolean isEvents = target.equals("/events");
        try (RawClient client = start(other)) {
            client.get(target, "Accept-Encoding: " + other.coding.name());
            assertArriveOneByOne(client, other, isEvents ? "data: " : "", isEvents ? "\n\n" : "");
        }
    }

    /** Has each part sent only when the one before has arrived and was decoded. */
    private void assertArriveOneByOne(RawClient client, Other other, String before, String behind) throws IOException {
        List<String> texts = List.of("first", "second, which is longer", "third");
        parts.add(texts.get(0));
        headOf(client);
        InputStream decoder = null;
        Arrived arrived = new Arrived(client);
        for (String text : texts) {
            if (decoder == null) {
                decoder = other.eagerDecoder(arrived);
            } else {
                parts.add(text);
            }
            String expected = before + text + behind;
            StringBuilder decoded = new StringBuilder();
            while (decoded.length() < expected.length()) {
                decoded.append((char) decoder.read()); // not several, for which some decoders wait until all are there
            }
            assertEquals(expected, decoded.toString());
        }
        parts.add("");
        assertEquals(-1, decoder.read());
    }

    /** The chunks of a response, read no further than they have arrived. */
    private static final class Arrived extends InputStream {

        private final RawClient client;
        private byte[] chunk = {};
        private int next;

        Arrived(RawClient client) {
            this.client = client;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (next == chunk.length) {
                chunk = chunkOf(client);
                next = 0;
            }
            int length = Math.min(count, chunk.length - next);
            System.arraycopy(chunk, next, into, offset, length);
            next += length;
            return length == 0 ? -1 : length;
        }
    }

    private static void headOf(RawClient client) throws IOException {
        for (int i = 0; i < 4; ) { // CRLF twice
            i = "\r\n".contains(client.readOctets(1)) ? i + 1 : 0;
        }
    }

    private static byte[] chunkOf(RawClient client) throws IOException {
        StringBuilder size = new StringBuilder();
        while (size.indexOf("\r\n") < 0) {
            size.append(client.readOctets(1));
        }
        int length = Integer.parseInt(size.toString().strip(), 16);
        return octets(client.readOctets(length + 2).substring(0, length));
    }

    @ParameterizedTest
    @EnumSource
    void requestsAreDecoded(Other other) throws Exception {
        try (RawClient client = start(other)) {
            byte[] coded = other.encoded(TEXT.getBytes(StandardCharsets.UTF_8));
            assertEquals(TEXT.length() + " plain", post(client, other, coded).content());
            assertEquals(TEXT.length() + " plain", post(client, other, coded).content());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLimitCountsAfterDecoding(Other other) throws Exception {
        byte[] random = new byte[LIMIT + 1]; // hardly shrinks, so that decoders read far ahead
        new Random(6).nextBytes(random);
        for (int i = 0; i < random.length; i++) {
            random[i] &= 0x7f;
        }
        try (RawClient client = start(other)) {
            byte[] fitting = other.encoded(Arrays.copyOf(random, LIMIT));
            assertEquals(LIMIT + " plain", post(client, other, fitting).content());
            assertEquals(413, post(client, other, other.encoded(random)).status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void bombsAreStopped(Other other) throws Exception {
        byte[] bomb = other.encoded(new byte[64 << 20]);
        assertTrue(bomb.length < 16 << 10, "octets: " + bomb.length);
        server = HttpServer.builder()
                .host("127.0.0.1")
                .filter(Decompression.of(other.coding))
                .post("/text", request -> {
                    try (InputStream content = request.content().limitedTo(Long.MAX_VALUE).stream()) {
                        return Response.text(Long.toString(content.transferTo(OutputStream.nullOutputStream())));
                    }
                })
                .start();
        try (RawClient client = RawClient.to(server)) {
            assertEquals(413, post(client, other, bomb).status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCorruptCutOrFollowedByAnythingIsRefused(Other other) throws Exception {
        byte[] good = other.encoded(TEXT.getBytes(StandardCharsets.UTF_8));
        byte[] cut = Arrays.copyOf(good, good.length - 1);
        byte[] followed = Arrays.copyOf(good, good.length + 5);
        byte[] uncoded = TEXT.getBytes(StandardCharsets.UTF_8);
        try (RawClient client = start(other)) {
            for (byte[] bad : new byte[][] {cut, followed, uncoded, {0x7f}}) {
                assertEquals(400, post(client, other, bad).status(), "octets: " + bad.length);
            }
        }
    }
}
