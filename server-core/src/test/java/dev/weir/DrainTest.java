package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.DrainSettings;
import dev.weir.config.ThreadSettings;
import java.io.IOException;
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

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void busyConnectionsOfEveryKindGetTheirWholeResponse(ThreadSettings threads) throws Exception {
        try (HttpServer server = BusyServer.start(threads, busy, mayGoOn);
                RawClient waiting = RawClient.to(server).get("/busy");
                RawClient streaming = RawClient.to(server).get("/stream");
                RawClient uploading = RawClient.to(server)
                        .send("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\n\r\nabc")) {
            busy.await();
            CompletableFuture<DrainReport> report = BusyServer.drain(server, SHORT);
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
        try (HttpServer server = BusyServer.start(threads, busy, mayGoOn);
                RawClient client = RawClient.to(server).get("/busy")) {
            busy.countDown();
            busy.countDown();
            busy.await();
            CompletableFuture<DrainReport> report = BusyServer.drain(server, SHORT);
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
        try (HttpServer server = BusyServer.start(threads, busy, mayGoOn);
                RawClient client = RawClient.to(server).get("/")) {
            client.read();
            CompletableFuture<DrainReport> report = BusyServer.drain(server, lingering);
            awaitClosedListener(server);
            assertEquals("hello", client.get("/").read().content());
            assertEquals(0, report.get().interrupted());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void healthTurnsWhileConnectionsAreStillAccepted(ThreadSettings threads) throws Exception {
        DrainSettings slow = SHORT.withDelay(Duration.ofSeconds(2)).withWindow(Duration.ZERO);
        try (HttpServer server = BusyServer.start(threads, busy, mayGoOn)) {
            assertEquals(200, statusOf(server, "/health"));
            CompletableFuture<DrainReport> report = BusyServer.drain(server, slow);
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
        try (HttpServer server = BusyServer.start(threads, busy, mayGoOn);
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
        HttpServer server = BusyServer.start(ThreadSettings.defaults(), busy, mayGoOn);
        server.drain(DrainSettings.atOnce(Duration.ZERO));
        assertEquals(DrainReport.NOTHING, server.drain(SHORT));
    }

    @Test
    void aConnectionThatTheSystemHadAcceptedIsServed() throws Exception {
        try (HttpServer server = BusyServer.start(ThreadSettings.defaults(), busy, mayGoOn)) {
            RawClient[] clients = new RawClient[50];
            for (int i = 0; i < clients.length; i++) {
                clients[i] = RawClient.to(server).get("/");
            }
            CompletableFuture<DrainReport> report =
                    BusyServer.drain(server, SHORT.withDelay(Duration.ZERO).withLinger(Duration.ofSeconds(20)));
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
