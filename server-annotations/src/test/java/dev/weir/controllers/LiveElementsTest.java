package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.sse.ServerEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results that come element by element, over live sockets. */
class LiveElementsTest {

    record Row(int number) {}

    @Controller
    static final class Feeds {

        final BlockingQueue<Integer> numbers = new LinkedBlockingQueue<>();
        final CompletableFuture<Void> closed = new CompletableFuture<>();

        private int take() {
            try {
                return numbers.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private <T> Stream<T> closing(Stream<T> stream) {
            return stream.onClose(() -> closed.complete(null));
        }

        @Get("/events")
        Stream<ServerEvent> events() {
            return closing(Stream.generate(() -> ServerEvent.of("number " + take())));
        }

        @Get("/rows")
        Stream<Row> rows() {
            return closing(Stream.generate(() -> new Row(take())));
        }
    }

    private final Feeds feeds = new Feeds();
    private HttpServer server;

    @BeforeEach
    void start() {
        Weir.openToJackson();
        server = HttpServer.builder()
                .host("127.0.0.1")
                .routes(Controllers.of(feeds))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Socket request(String method, String target, String accept) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write((method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void readTo(String line, BufferedReader in) throws IOException {
        String read = in.readLine();
        while (read != null && !read.equals(line)) {
            read = in.readLine();
        }
        assertEquals(line, read);
    }

    private void assertClosed() throws Exception {
        feeds.closed.get(20, TimeUnit.SECONDS);
    }

    @Test
    void eventsArriveOneByOneUntilTheClientLeaves() throws Exception {
        try (Socket socket = request("GET", "/events", "text/event-stream")) {
            BufferedReader in = reader(socket);
            assertEquals("HTTP/1.1 200 OK", in.readLine());
            readTo("Content-Type: text/event-stream", in);
            feeds.numbers.add(1);
            readTo("data: number 1", in);
            feeds.numbers.add(2);
            readTo("data: number 2", in);
        }
        assertClosed();
    }

    @Test
    void linesArriveOneByOne() throws Exception {
        try (Socket socket = request("GET", "/rows", "application/x-ndjson")) {
            BufferedReader in = reader(socket);
            feeds.numbers.add(1);
            readTo("{\"number\":1}", in);
            feeds.numbers.add(2);
            readTo("{\"number\":2}", in);
        }
        feeds.numbers.addAll(java.util.Collections.nCopies(10_000, 3)); // until a write finds nobody
        assertClosed();
    }

    @Test
    void headClosesTheSource() throws Exception {
        try (Socket socket = request("HEAD", "/events", "*/*")) {
            assertEquals("HTTP/1.1 200 OK", reader(socket).readLine());
            assertClosed();
            assertTrue(feeds.numbers.isEmpty());
        }
    }
}
