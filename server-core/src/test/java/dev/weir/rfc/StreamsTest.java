package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9112 sections 6 and 7: Streams in both directions")
class StreamsTest extends LiveServer {

    private static final int OCTETS = 64 << 20;

    /** What the system's buffers of both ends may hold, and those on the way. */
    private static final int IN_BUFFERS = 24 << 20;

    private static final int PART = 64 << 10;

    private final Semaphore asked = new Semaphore(0);
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong mostOnTheWay = new AtomicLong();

    private void seen() {
        mostOnTheWay.accumulateAndGet(sent.get() - received.get(), Math::max);
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static String headOf(RawClient client) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append(client.readOctets(1));
        }
        return head.toString();
    }

    @Test
    @DisplayName("7.1: small writes make one chunk, until they are flushed")
    void collectsUntilFlushed() throws Exception {
        RawClient client = client(request -> Response.stream(MediaType.TEXT_PLAIN, output -> {
            for (String word : new String[] {"one ", "two ", "three"}) {
                output.write(word.getBytes(StandardCharsets.US_ASCII));
            }
            output.flush();
            output.flush();
            asked.acquireUninterruptibly();
            output.write('!');
        }));
        headOf(client.get("/"));
        String first = chunk("one two three");
        assertEquals(first, client.readOctets(first.length()));
        asked.release(); // no sooner: what was flushed has come before more was written
        String rest = chunk("!") + "0\r\n\r\n";
        assertEquals(rest, client.readOctets(rest.length()));
    }

    @Test
    @DisplayName("7.1: a flush before any content sends the head")
    void flushesTheHead() throws Exception {
        RawClient client = client(request -> Response.stream(MediaType.TEXT_PLAIN, output -> {
            output.flush();
            asked.acquireUninterruptibly();
            output.write('a');
        }));
        assertTrue(headOf(client.get("/")).startsWith("HTTP/1.1 200 OK\r\n"));
        asked.release();
        assertEquals(chunk("a") + "0\r\n\r\n", client.readOctets(11));
    }

    @Test
    @DisplayName("7.1: a response is written no faster than its client takes it")
    void writesNoFasterThanTheClientTakes() throws Exception {
        RawClient client = client(request -> Response.stream(MediaType.APPLICATION_OCTET_STREAM, output -> {
            byte[] part = new byte[PART];
            for (int left = OCTETS; left > 0; left -= PART) {
                output.write(part);
                sent.addAndGet(PART);
                seen();
            }
        }));
        headOf(client.get("/"));
        while (received.get() < OCTETS) {
            received.addAndGet(client.readOctets(PART).length());
        }
        client.close();
        assertTrue(mostOnTheWay.get() < IN_BUFFERS, "octets on the way: " + mostOnTheWay);
    }

    @Test
    @DisplayName("6.2: a request is taken no faster than its handler reads it")
    void readsNoFasterThanTheHandlerDoes() throws Exception {
        RawClient client = client(this::readsSlowly);
        CompletableFuture<Void> upload = CompletableFuture.runAsync(() -> {
            try {
                client.send(RawClient.request("POST", "/", "Content-Length: " + OCTETS));
                byte[] part = new byte[PART];
                for (int left = OCTETS; left > 0; left -= PART) {
                    client.send(part);
                    sent.addAndGet(PART);
                    seen();
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals("" + OCTETS, client.read().content());
        upload.get(20, TimeUnit.SECONDS);
        assertTrue(mostOnTheWay.get() < IN_BUFFERS, "octets on the way: " + mostOnTheWay);
    }

    /** One octet at a time first, then more, so that the client would be far ahead if it could. */
    private Response readsSlowly(Request request) throws IOException {
        try (InputStream content = request.content().limitedTo(OCTETS).stream()) {
            for (int i = 0; i < 1 << 20; i++) {
                content.read();
                received.incrementAndGet();
            }
            byte[] part = new byte[PART];
            for (int count = content.read(part); count >= 0; count = content.read(part)) {
                received.addAndGet(count);
            }
        }
        return Response.text("" + received);
    }
}
