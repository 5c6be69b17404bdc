package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.DrainSettings;
import dev.weir.config.ThreadSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A drain answers all that has arrived, whatever state its connections are in. */
@Timeout(60)
final class DrainUnderWorkTest {

    private static final DrainSettings SHORT = new DrainSettings(
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5));

    private static final int PIPELINED = 20;

    private static final String PADDING = "X-Padding: " + "x".repeat(200);

    /** Connections in each state; the pool that tests use has threads for the busy and the idle ones, and more. */
    private static final int OF_EACH = 2;

    /** Opened by a test to let its handlers go on. */
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    /** Several of each kind at once: idle, never used, busy, pipelining, uploading with a length and in chunks, streaming. */
    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void connectionsInEveryStateAtOnceLoseNothing(ThreadSettings threads) throws Exception {
        CountDownLatch allBusy = new CountDownLatch(5 * OF_EACH);
        try (HttpServer server = BusyServer.start(threads, allBusy, mayGoOn)) {
            List<RawClient> idle = connected(server, OF_EACH);
            for (RawClient client : idle) {
                assertEquals("hello", client.get("/").read().content());
            }
            List<RawClient> unused = connected(server, OF_EACH);
            List<RawClient> waiting = sending(server, RawClient.request("GET", "/busy"));
            List<RawClient> pipelining =
                    sending(server, RawClient.request("GET", "/busy") + RawClient.request("GET", "/"));
            List<RawClient> streaming = sending(server, RawClient.request("GET", "/stream"));
            List<RawClient> uploading =
                    sending(server, RawClient.request("POST", "/upload", "Content-Length: 6") + "abc");
            List<RawClient> chunking = sending(
                    server, RawClient.request("POST", "/upload", "Transfer-Encoding: chunked") + "3\r\nabc\r\n");
            allBusy.await();

            CompletableFuture<DrainReport> report = BusyServer.drain(server, SHORT.withLinger(Duration.ofSeconds(30)));
            assertTrue(answersUntilItsListenerCloses(server) > 0);
            send("def", uploading);
            send("3\r\ndef\r\n0\r\n\r\n", chunking);
            send(RawClient.request("GET", "/"), idle);
            send(RawClient.request("GET", "/"), unused);
            mayGoOn.countDown();

            for (RawClient client : pipelining) {
                assertEquals("done", client.read().content());
            }
            assertLastResponse("hello", pipelining);
            assertLastResponse("hello", idle);
            assertLastResponse("hello", unused);
            assertLastResponse("done", waiting);
            for (RawClient client : streaming) {
                assertEquals("begun ended", client.read().content());
                client.get("/"); // its head announced no close
            }
            assertLastResponse("hello", streaming);
            assertLastResponse("abcdef", uploading);
            assertLastResponse("abcdef", chunking);
            assertEquals(0, report.get().interrupted());
            // The last that was answered before the listener closed may not have ended by then.
            assertTrue(report.get().connections() >= 7 * OF_EACH);
        }
    }

    private static List<RawClient> sending(HttpServer server, String octets) throws IOException {
        List<RawClient> clients = connected(server, OF_EACH);
        send(octets, clients);
        return clients;
    }

    private static void send(String octets, List<RawClient> clients) throws IOException {
        for (RawClient client : clients) {
            client.send(octets);
        }
    }

    private static void assertLastResponse(String content, List<RawClient> clients) throws IOException {
        for (RawClient client : clients) {
            RawClient.Reply reply = client.read();
            assertEquals(content, reply.content());
            assertTrue(reply.isWhole());
            assertEquals("", client.readToEnd()); // and no reset
            client.close();
        }
    }

    /**
     * Number of requests on connections of their own that were answered until the listener closed. What connects in the
     * moment of the close is reset by the system, so the last one may fail, but it is the last.
     */
    private static int answersUntilItsListenerCloses(HttpServer server) throws IOException {
        for (int count = 0; true; count++) {
            try (RawClient client = RawClient.to(server)) {
                assertEquals(
                        "hello", client.get("/", "Connection: close").read().content());
                assertEquals("", client.readToEnd());
            } catch (IOException e) {
                assertThrows(ConnectException.class, () -> RawClient.to(server), e::toString);
                return count;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void pipelinedRequestsAreAllAnsweredAndOnlyTheLastAnnouncesTheClose(ThreadSettings threads) throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        try (HttpServer server = BusyServer.start(threads, busy, mayGoOn);
                RawClient client = RawClient.to(server)) {
            // More than the small buffer of a connection holds, so that most of it waits in the system's.
            client.send(RawClient.request("GET", "/busy")
                    + RawClient.request("GET", "/", PADDING).repeat(PIPELINED));
            busy.await();
            CompletableFuture<DrainReport> report = BusyServer.drain(server, SHORT);
            awaitClosedListener(server);
            mayGoOn.countDown();
            assertEquals("done", client.read().content());
            for (int i = 1; i <= PIPELINED; i++) {
                RawClient.Reply reply = client.read();
                assertEquals("hello", reply.content());
                assertEquals(
                        i == PIPELINED ? "close" : "", reply.field("Connection").orElse(""));
            }
            assertTrue(client.isClosed());
            assertEquals(0, report.get().interrupted());
        }
    }

    /** All threads of the pool are busy, so that a connection with a request waits for one while idle ones are ended. */
    @Test
    void aRequestThatWaitsForAThreadIsAnswered() throws Exception {
        try (HttpServer server = BusyServer.start(ThreadSettings.platform(4), new CountDownLatch(4), mayGoOn)) {
            List<RawClient> idle = connected(server, 8);
            for (RawClient client : idle) {
                assertEquals("hello", client.get("/").read().content());
            }
            List<RawClient> waiting = connected(server, 4);
            for (RawClient client : waiting) {
                client.get("/busy");
            }
            for (RawClient client : idle) {
                client.get("/");
            }
            Thread draining =
                    new Thread(() -> server.drain(SHORT.withDelay(Duration.ZERO).withLinger(Duration.ZERO)));
            draining.start();
            awaitClosedListener(server);
            while (draining.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            mayGoOn.countDown();
            for (RawClient client : waiting) {
                assertEquals("done", client.read().content());
                client.close();
            }
            for (RawClient client : idle) {
                assertEquals("hello", client.read().content());
                client.close();
            }
            draining.join();
        }
    }

    private static List<RawClient> connected(HttpServer server, int count) throws IOException {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clients.add(RawClient.to(server));
        }
        return clients;
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
