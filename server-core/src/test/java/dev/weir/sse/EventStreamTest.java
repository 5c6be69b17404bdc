package dev.weir.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.DrainReport;
import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.compression.Compression;
import dev.weir.config.DrainSettings;
import dev.weir.config.ThreadSettings;
import dev.weir.http.ContentOutput;
import dev.weir.http.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events over live sockets, and what becomes of their source. */
class EventStreamTest {

    private static final String THREADS = "dev.weir.ThreadKinds#available";
    private static final String HEARTBEAT = "3\r\n:\n\n\r\n";

    /** Events that somebody puts in; {@code END} ends them. */
    private static final class Source implements Iterator<ServerEvent>, AutoCloseable {

        static final ServerEvent END = ServerEvent.of("end");

        final BlockingQueue<ServerEvent> events = new LinkedBlockingQueue<>();
        final CompletableFuture<Void> asked = new CompletableFuture<>();
        final CompletableFuture<Void> interrupted = new CompletableFuture<>();
        final CompletableFuture<Void> closed = new CompletableFuture<>();
        private ServerEvent next;

        @Override
        public boolean hasNext() {
            asked.complete(null);
            try {
                next = events.take();
            } catch (InterruptedException e) {
                interrupted.complete(null);
                throw new IllegalStateException("interrupted", e);
            }
            return next != END;
        }

        @Override
        public ServerEvent next() {
            return next;
        }

        @Override
        public void close() {
            closed.complete(null);
        }
    }

    private final Source source = new Source();
    private HttpServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private void start(ThreadSettings threads, Duration heartbeat) {
        server = HttpServer.builder()
                .host("127.0.0.1")
                .threads(threads)
                .filter(Compression.gzip())
                .get("/events", request -> EventStream.of((Iterator<ServerEvent>) source)
                        .withHeartbeat(heartbeat)
                        .toResponse())
                .get("/busy", request -> EventStream.of(Stream.generate(() -> ServerEvent.of("more")))
                        .toResponse())
                .get("/next", request -> Response.text("next"))
                .start();
    }

    private RawClient open(ThreadSettings threads, Duration heartbeat) throws IOException {
        start(threads, heartbeat);
        return RawClient.to(server).get("/events");
    }

    private static void await(CompletableFuture<Void> event) throws Exception {
        event.get(20, TimeUnit.SECONDS);
    }

    private static String headOf(RawClient client) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append(client.readOctets(1));
        }
        return head.toString();
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void theHeadAndEachEventAreSentAtOnce(ThreadSettings threads) throws Exception {
        try (RawClient client = open(threads, Duration.ofHours(1))) {
            String head = headOf(client);
            assertTrue(head.contains("Content-Type: text/event-stream\r\n"), head);
            assertTrue(head.contains("Cache-Control: no-store\r\n"), head);
            for (String data : List.of("one", "two")) {
                source.events.add(ServerEvent.of(data));
                String expected = chunk("data: " + data + "\n\n");
                assertEquals(expected, client.readOctets(expected.length()));
            }
            source.events.add(Source.END);
            assertEquals("0\r\n\r\n", client.readOctets(5));
            await(source.closed);
            assertEquals("next", client.get("/next").read().content());
        }
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void aHeartbeatIsSentWhileTheSourceIsSilent(ThreadSettings threads) throws Exception {
        try (RawClient client = open(threads, Duration.ofMillis(20))) {
            headOf(client);
            for (int i = 0; i < 3; i++) {
                assertEquals(HEARTBEAT, client.readOctets(HEARTBEAT.length()));
            }
            source.events.add(ServerEvent.of("late"));
            source.events.add(Source.END);
            String rest = client.readOctets(chunk("data: late\n\n").length());
            while (rest.startsWith(HEARTBEAT)) {
                rest = rest.substring(HEARTBEAT.length()) + client.readOctets(HEARTBEAT.length());
            }
            assertEquals(chunk("data: late\n\n"), rest);
        }
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void aClientThatLeavesInterruptsTheSourceWhichIsClosed(ThreadSettings threads) throws Exception {
        RawClient client = open(threads, Duration.ofHours(1));
        headOf(client);
        client.close();
        await(source.interrupted);
        await(source.closed);
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void aClientThatIsResetInterruptsTheSourceToo(ThreadSettings threads) throws Exception {
        RawClient client = open(threads, Duration.ofHours(1));
        headOf(client);
        client.reset();
        await(source.interrupted);
        await(source.closed);
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void aServerThatStopsInterruptsTheSource(ThreadSettings threads) throws Exception {
        try (RawClient client = open(threads, Duration.ofHours(1))) {
            headOf(client);
            await(source.asked); // one that is not asked yet never is
            server.drain(DrainSettings.atOnce(Duration.ofMillis(1)));
            await(source.interrupted);
            await(source.closed);
        }
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void eventsEndWellWhenTheServerDrains(ThreadSettings threads) throws Exception {
        try (RawClient client = open(threads, Duration.ofHours(1))) {
            headOf(client);
            source.events.add(ServerEvent.of("last"));
            String last = chunk("data: last\n\n");
            assertEquals(last, client.readOctets(last.length()));
            DrainReport report = server.drain(DrainSettings.atOnce(Duration.ofMinutes(1)));
            assertEquals(List.of(1, 0, 0), List.of(report.connections(), report.interrupted(), report.cut()));
            assertEquals("0\r\n\r\n", client.readOctets(5));
            await(source.interrupted);
            await(source.closed);
        }
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void eventsThatNeverPauseEndWellToo(ThreadSettings threads) throws Exception {
        start(threads, Duration.ofHours(1));
        try (RawClient client = RawClient.to(server).get("/busy")) {
            headOf(client);
            CompletableFuture<DrainReport> drained =
                    CompletableFuture.supplyAsync(() -> server.drain(DrainSettings.atOnce(Duration.ofMinutes(1))));
            String more = chunk("data: more\n\n");
            String next = client.readOctets(5);
            while (!next.equals("0\r\n\r\n")) {
                assertEquals(more, next + client.readOctets(more.length() - 5));
                next = client.readOctets(5);
            }
            assertEquals(0, drained.get(20, TimeUnit.SECONDS).interrupted());
        }
    }

    @Test
    void headClosesTheSourceWithoutAskingIt() throws Exception {
        start(ThreadSettings.defaults(), Duration.ofHours(1));
        try (RawClient client = RawClient.to(server).send(RawClient.request("HEAD", "/events"))) {
            assertEquals(200, client.readToHead().status());
            await(source.closed);
            source.events.add(Source.END);
            assertFalse(source.events.isEmpty());
        }
    }

    @Test
    void eventsGoThroughCompression() throws Exception {
        start(ThreadSettings.defaults(), Duration.ofHours(1));
        try (RawClient client = RawClient.to(server).get("/events", "Accept-Encoding: gzip")) {
            source.events.add(ServerEvent.of("coded"));
            source.events.add(Source.END);
            byte[] content = client.read().content().getBytes(StandardCharsets.ISO_8859_1);
            String text = new String(
                    new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("data: coded\n\n", text);
        }
    }

    @Test
    void aClientThatLeavesIsNoticedThroughCompression() throws Exception {
        start(ThreadSettings.defaults(), Duration.ofHours(1));
        RawClient client = RawClient.to(server).get("/events", "Accept-Encoding: gzip");
        headOf(client);
        client.close();
        await(source.interrupted);
        await(source.closed);
    }

    @Test
    void aSourceThatFailsFailsTheContent() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        Stream<ServerEvent> failing = Stream.of(1, 2).map(number -> {
            if (number == 2) {
                throw new IllegalStateException("no more");
            }
            return ServerEvent.of("first");
        });
        EventStream content = EventStream.of(failing);
        assertThrows(IllegalStateException.class, () -> content.writeTo(ContentOutput.to(octets)));
        assertEquals("data: first\n\n", octets.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aStreamIsClosed() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        EventStream content = EventStream.of(Stream.<ServerEvent>of().onClose(() -> closed.complete(null)));
        content.close();
        assertTrue(closed.isDone());
    }

    @Test
    void refusesAHeartbeatThatIsNone() {
        EventStream content = EventStream.of(Stream.of());
        assertThrows(IllegalArgumentException.class, () -> content.withHeartbeat(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> content.withHeartbeat(Duration.ofDays(2)));
    }
}
