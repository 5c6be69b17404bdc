package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.DrainSettings;
import dev.weir.config.Limits;
import dev.weir.config.ListenerSettings;
import dev.weir.config.PeerAddresses;
import dev.weir.config.ThreadSettings;
import dev.weir.config.Timeouts;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A server whose clients are in the same JVM behaves as one with sockets does. */
@Timeout(60)
@ParameterizedClass(name = "{0}")
@MethodSource("dev.weir.ThreadKinds#available")
final class InMemoryTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Parameter
    private ThreadSettings threads;

    private final CountDownLatch inHandler = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private HttpServer server;

    private HttpServerBuilder builder() {
        return HttpServer.builder()
                .threads(threads)
                .get("/", request -> Response.text("hello"))
                .get("/wait", request -> {
                    inHandler.countDown();
                    mayGoOn.await();
                    return Response.text("waited");
                })
                .get("/watch", this::watch)
                .get(
                        "/endless",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            try {
                                while (true) {
                                    output.write(new byte[8192]);
                                }
                            } catch (IOException e) {
                                end.complete("told");
                                throw e;
                            }
                        }));
    }

    private Response watch(Request request) throws Exception {
        return request.interruptWhenClientGone(() -> {
            inHandler.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                end.complete(request.isClientGone() ? "gone" : "there");
                throw e;
            }
            return Response.noContent();
        });
    }

    private HttpServer start(HttpServerBuilder builder) {
        server = builder.startInMemory();
        return server;
    }

    private InMemoryConnection connect() throws IOException {
        return server.connect(LONG);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void connectionsInMemoryComeThroughNoProxy() throws IOException {
        start(builder().listener(ListenerSettings.defaults().withProxyProtocol(PeerAddresses.loopback())));
        try (InMemoryConnection connection = connect()) {
            assertTrue(readTo(get(connection, "/"), "hello").startsWith("HTTP/1.1 200 "));
        }
    }

    private static InMemoryConnection get(InMemoryConnection connection, String path) throws IOException {
        connection.send(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return connection;
    }

    /** What arrives up to that text. */
    private static String readTo(InMemoryConnection connection, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] octets = new byte[7];
        while (read.indexOf(text) < 0) {
            int count = connection.receive(octets, LONG);
            assertTrue(count > 0, () -> "ended after " + read);
            read.append(new String(octets, 0, count, StandardCharsets.US_ASCII));
        }
        return read.toString();
    }

    private static String readToEnd(InMemoryConnection connection) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] octets = new byte[1000];
        for (int count = connection.receive(octets, LONG); count >= 0; count = connection.receive(octets, LONG)) {
            read.write(octets, 0, count);
        }
        return read.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void answersOneRequestAfterTheOtherOnOneConnection() throws IOException {
        start(builder());
        try (InMemoryConnection client = connect()) {
            assertTrue(readTo(get(client, "/"), "hello").startsWith("HTTP/1.1 200 OK\r\n"));
            assertTrue(readTo(get(client, "/nowhere"), "}").startsWith("HTTP/1.1 404 Not Found\r\n"));
            assertTrue(readTo(get(client, "/"), "hello").startsWith("HTTP/1.1 200 OK\r\n"));
            assertEquals(1, server.openConnections());
        }
    }

    @Test
    void listensNowhere() {
        start(builder().port(1));
        assertFalse(server.isListening());
        assertEquals(
                "address: none (expected: a server that listens)",
                assertThrows(IllegalStateException.class, server::port).getMessage());
    }

    @Test
    void isThereBesideAListenerToo() throws IOException {
        server = builder().host("127.0.0.1").start();
        assertTrue(server.isListening());
        try (InMemoryConnection client = connect();
                RawClient other = RawClient.to(server).get("/")) {
            assertEquals("hello", other.read().content());
            readTo(get(client, "/"), "hello");
        }
    }

    @Test
    void aClientIsNotKeptWaitingForEver() throws IOException {
        start(builder());
        try (InMemoryConnection client = get(connect(), "/wait")) {
            assertThrows(SocketTimeoutException.class, () -> client.receive(new byte[1], SHORT));
        }
    }

    @Test
    void aClientThatIsInterruptedWaitsNoLonger() throws IOException {
        start(builder());
        try (InMemoryConnection client = get(connect(), "/wait")) {
            Thread.currentThread().interrupt();
            assertThrows(IOException.class, () -> client.receive(new byte[1], LONG));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void workIsInterruptedForAClientThatLeaves() throws Exception {
        start(builder());
        try (InMemoryConnection client = get(connect(), "/watch")) {
            assertTrue(inHandler.await(20, TimeUnit.SECONDS));
            assertFalse(end.isDone());
            client.endOutput();
            assertEquals("gone", end.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aWriterWaitsForItsClientAndIsToldThatItHasLeft() throws Exception {
        start(builder());
        try (InMemoryConnection client = get(connect(), "/endless")) {
            readTo(client, "\r\n\r\n");
        }
        assertEquals("told", end.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aResponseThatNobodyTakesIsCutInTheEnd() throws Exception {
        Duration soon = Duration.ofMillis(300);
        start(builder().timeouts(Timeouts.defaults().withIdle(soon).withMinimumRateGrace(soon)));
        try (InMemoryConnection client = get(connect(), "/endless")) {
            assertEquals("told", end.get(20, TimeUnit.SECONDS));
            assertThrows(IOException.class, () -> readToEnd(client));
        }
    }

    @Test
    void anIdleConnectionIsClosedAfterAWhile() throws IOException {
        start(builder().timeouts(Timeouts.defaults().withKeepAlive(Duration.ofSeconds(1))));
        try (InMemoryConnection client = connect()) {
            readTo(get(client, "/"), "hello");
            assertEquals("", readToEnd(client));
        }
    }

    @Test
    void takesAsManyConnectionsAsTheLimitAllows() throws IOException {
        start(builder().limits(Limits.defaults().withConnections(1)));
        try (InMemoryConnection client = connect()) {
            readTo(get(client, "/"), "hello");
            assertThrows(IOException.class, () -> server.connect(SHORT));
        }
        try (InMemoryConnection client = connect()) {
            readTo(get(client, "/"), "hello");
        }
    }

    @Test
    void aDrainLetsRequestsFinishAndEndsIdleConnections() throws Exception {
        start(builder());
        try (InMemoryConnection idle = get(connect(), "/");
                InMemoryConnection busy = get(connect(), "/wait")) {
            readTo(idle, "hello");
            assertTrue(inHandler.await(20, TimeUnit.SECONDS));
            CompletableFuture<DrainReport> report =
                    CompletableFuture.supplyAsync(() -> server.drain(DrainSettings.atOnce(LONG)));
            assertEquals("", readToEnd(idle));
            mayGoOn.countDown();
            assertTrue(readToEnd(busy).endsWith("\r\nConnection: close\r\n\r\nwaited"));
            assertEquals(0, report.get(20, TimeUnit.SECONDS).interrupted());
            assertEquals(0, server.openConnections());
        }
        assertThrows(IOException.class, () -> server.connect(SHORT));
    }

    @Test
    void aStopCutsWhatTakesTooLong() throws Exception {
        start(builder());
        try (InMemoryConnection busy = get(connect(), "/wait");
                InMemoryConnection untouched = connect()) {
            assertTrue(inHandler.await(20, TimeUnit.SECONDS));
            server.stop(Duration.ZERO);
            assertEquals(0, server.openConnections());
            assertThrows(IOException.class, () -> readToEnd(busy));
            assertEquals("", readToEnd(untouched));
        }
    }
}
