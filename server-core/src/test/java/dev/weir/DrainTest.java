package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.DrainSettings;
import dev.weir.config.ThreadSettings;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that drains loses nothing that a client had sent before its listener closed. */
@Timeout(60)
final class DrainTest {

    private static final DrainSettings SHORT = new DrainSettings(
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5));

    /** Opened by a test to let its handlers go on. */
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    /** Counted down by each handler that has begun. */
    private final CountDownLatch busy = new CountDownLatch(3);

    private HttpServer start(ThreadSettings threads) {
        return HttpServer.builder()
                .host("127.0.0.1")
                .threads(threads)
                .health("/health")
                .get("/", request -> Response.text("hello"))
                .get("/busy", request -> {
                    busy.countDown();
                    mayGoOn.await();
                    return Response.text("done");
                })
                .get(
                        "/stream",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            output.write("begun ".getBytes(StandardCharsets.US_ASCII));
                            output.flush();
                            busy.countDown();
                            awaitPermission();
                            output.write("ended".getBytes(StandardCharsets.US_ASCII));
                        }))
                .post("/upload", request -> {
                    busy.countDown();
                    return Response.text(request.content().text());
                })
                .start();
    }

    private void awaitPermission() throws IOException {
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static CompletableFuture<DrainReport> drain(HttpServer server, DrainSettings settings) {
        return CompletableFuture.supplyAsync(() -> server.drain(settings), task -> new Thread(task).start());
    }

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void busyConnectionsOfEveryKindGetTheirWholeResponse(ThreadSettings threads) throws Exception {
        try (HttpServer server = start(threads);
                RawClient waiting = RawClient.to(server).get("/busy");
                RawClient streaming = RawClient.to(server).get("/stream");
                RawClient uploading = RawClient.to(server)
                        .send("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\n\r\nabc")) {
            busy.await();
            CompletableFuture<DrainReport> report = drain(server, SHORT);
            awaitClosedListener(server);
            uploading.send("def");
            mayGoOn.countDown();
            assertEquals("done", waiting.read().content());
            assertEquals("begun ended", streaming.read().content());
            assertEquals("abcdef", uploading.read().content());
            assertEquals(0, report.get().interrupted());
            assertEquals(0, server.openConnections());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void responsesAfterTheListenerHasClosedAnnounceTheClose(ThreadSettings threads) throws Exception {
        try (HttpServer server = start(threads);
                RawClient client = RawClient.to(server).get("/busy")) {
            busy.countDown();
            busy.countDown();
            busy.await();
            CompletableFuture<DrainReport> report = drain(server, SHORT);
            awaitClosedListener(server);
            mayGoOn.countDown();
            assertEquals("close", client.read().field("Connection").orElse(""));
            assertTrue(client.isClosed());
            assertEquals(0, report.get().cut());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void anIdleConnectionMayStillAskWithinTheLinger(ThreadSettings threads) throws Exception {
        DrainSettings lingering = SHORT.withLinger(Duration.ofSeconds(30));
        try (HttpServer server = start(threads);
                RawClient client = RawClient.to(server).get("/")) {
            client.read();
            CompletableFuture<DrainReport> report = drain(server, lingering);
            awaitClosedListener(server);
            assertEquals("hello", client.get("/").read().content());
            assertEquals(0, report.get().interrupted());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void healthTurnsWhileConnectionsAreStillAccepted(ThreadSettings threads) throws Exception {
        DrainSettings slow = SHORT.withDelay(Duration.ofSeconds(2)).withWindow(Duration.ZERO);
        try (HttpServer server = start(threads)) {
            assertEquals(200, statusOf(server, "/health"));
            CompletableFuture<DrainReport> report = drain(server, slow);
            while (server.isReady()) {
                Thread.onSpinWait();
            }
            assertEquals(503, statusOf(server, "/health"));
            assertEquals(200, statusOf(server, "/"));
            report.get();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void aRequestThatOutlivesTheDeadlineIsInterruptedAndCounted(ThreadSettings threads) throws Exception {
        try (HttpServer server = start(threads);
                RawClient client = RawClient.to(server).get("/busy")) {
            busy.countDown();
            busy.countDown();
            busy.await();
            DrainReport report = server.drain(DrainSettings.atOnce(Duration.ofMillis(50)));
            assertEquals(1, report.interrupted());
            assertEquals(0, report.cut());
            assertTrue(client.isClosed());
        }
    }

    @Test
    void drainingTwiceReportsNothing() {
        HttpServer server = start(ThreadSettings.defaults());
        server.drain(DrainSettings.atOnce(Duration.ZERO));
        assertEquals(DrainReport.NOTHING, server.drain(SHORT));
    }

    @Test
    void aConnectionThatTheSystemHadAcceptedIsServed() throws Exception {
        try (HttpServer server = start(ThreadSettings.defaults())) {
            RawClient[] clients = new RawClient[50];
            for (int i = 0; i < clients.length; i++) {
                clients[i] = RawClient.to(server).get("/");
            }
            CompletableFuture<DrainReport> report =
                    drain(server, SHORT.withDelay(Duration.ZERO).withLinger(Duration.ofSeconds(20)));
            for (RawClient client : clients) {
                assertEquals("hello", client.read().content());
                client.close();
            }
            assertEquals(0, report.get().interrupted());
        }
    }

    @Test
    void theWindowLiesWithinTheDelay() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> SHORT.withWindow(Duration.ofSeconds(1)));
        assertEquals("window: PT1S (expected: at most the delay, which is PT0.3S)", failure.getMessage());
    }

    private static int statusOf(HttpServer server, String target) throws IOException {
        try (RawClient client = RawClient.to(server).get(target)) {
            return client.read().status();
        }
    }

    /** Connects until that fails. */
    private static void awaitClosedListener(HttpServer server) {
        try {
            while (true) {
                RawClient.to(server).close();
            }
        } catch (IOException e) {
            // refused: the listener has closed
        }
    }
}
