package dev.weir.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.config.Timeouts;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an observer of a running server is told, over live sockets. */
final class ServerObserverTest {

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
    private final BlockingQueue<ServedRequest> served = new LinkedBlockingQueue<>();

    private final HttpServer server = HttpServer.builder()
            .host("127.0.0.1")
            .timeouts(Timeouts.defaults().withHead(Duration.ofMillis(300)))
            .observer(new Failing())
            .observer(new Recording())
            .get("/", request -> Response.text("hello"))
            .get("/chunks", request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, out -> out.write(new byte[70_000])))
            .get("/throws", request -> {
                throw new IllegalStateException("made to fail");
            })
            .get("/answers", request -> {
                throw new HttpException(Status.CONFLICT);
            })
            .get(
                    "/breaks",
                    request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, out -> {
                        out.write(new byte[10]);
                        throw new IOException("made to fail");
                    }))
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    private final class Recording implements ServerObserver {

        @Override
        public void connectionOpened(Peer peer) {
            events.add("opened");
        }

        @Override
        public void connectionClosed(Peer peer) {
            events.add("closed");
        }

        @Override
        public void requestStarted(Request request) {
            events.add("started " + request.path());
        }

        @Override
        public void failed(Request request, Throwable failure) {
            failures.add(request.path() + " " + failure.getMessage());
        }

        @Override
        public void responded(ServedRequest request) {
            events.add("responded");
            served.add(request);
        }

        @Override
        public void refused(Peer peer, Status status, String violation) {
            events.add("refused " + status.code() + " " + violation);
        }

        @Override
        public void deadlinePassed(Peer peer, String phase) {
            events.add("deadline " + phase);
        }
    }

    /** One that always fails, which must change nothing for anybody. */
    private static final class Failing implements ServerObserver {

        @Override
        public void requestStarted(Request request) {
            throw new IllegalStateException("made to fail");
        }
    }

    private void send(String octets) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().readAllBytes();
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    private String nextEvent() throws InterruptedException {
        return events.poll(10, TimeUnit.SECONDS);
    }

    private ServedRequest nextServed() throws InterruptedException {
        ServedRequest next = served.poll(10, TimeUnit.SECONDS);
        assertNotNull(next);
        return next;
    }

    @Test
    void aConnectionAndItsRequestAreToldInOrder() throws Exception {
        send(get("/"));
        assertEquals("opened", nextEvent());
        assertEquals("started /", nextEvent());
        assertEquals("responded", nextEvent());
        assertEquals("closed", nextEvent());
    }

    @Test
    void theContentsOctetsAreCountedWithoutTheirChunks() throws Exception {
        send(get("/chunks"));
        ServedRequest request = nextServed();
        assertEquals(70_000, request.contentOctets());
        assertTrue(request.isComplete());
    }

    @Test
    void aResponseThatBreaksIsToldAsIncomplete() throws Exception {
        send(get("/breaks"));
        assertFalse(nextServed().isComplete());
    }

    @Test
    void aFailureIsToldWithWhatWasThrown() throws Exception {
        send(get("/throws"));
        assertEquals("/throws made to fail", failures.poll(10, TimeUnit.SECONDS));
        send(get("/breaks"));
        assertEquals("/breaks made to fail", failures.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void anAnswerThatIsThrownIsNoFailure() throws Exception {
        send(get("/answers"));
        assertEquals(Status.CONFLICT, nextServed().status());
        assertTrue(failures.isEmpty());
    }

    @Test
    void aRefusalNamesTheViolation() throws Exception {
        send("GET / HTTP/1.1\r\n\r\n");
        assertEquals("opened", nextEvent());
        assertEquals("refused 400 MISSING_HOST", nextEvent());
    }

    @Test
    void aDeadlineNamesThePhase() throws Exception {
        send("GET / HTTP/1.1\r\nHost: loc");
        assertEquals("opened", nextEvent());
        assertEquals("deadline READING_HEAD", nextEvent());
    }
}
