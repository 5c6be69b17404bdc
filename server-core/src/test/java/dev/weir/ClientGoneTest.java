package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.ThreadSettings;
import dev.weir.http.Headers;
import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.observe.ServedRequest;
import dev.weir.observe.ServerObserver;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a handler finds out that its client has left, and is interrupted if it wants to be, over live sockets. */
final class ClientGoneTest {

    private static final String THREADS = "dev.weir.ThreadKinds#available";

    private final CountDownLatch inHandler = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CompletableFuture<Object> outcome = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final List<Integer> responded = new CopyOnWriteArrayList<>();
    private HttpServer server;

    private final class Recording implements ServerObserver {

        @Override
        public void responded(ServedRequest served) {
            responded.add(served.status().code());
        }

        @Override
        public void connectionClosed(Peer peer) {
            closed.complete(null);
        }
    }

    @AfterEach
    void close() {
        goOn.countDown();
        server.close();
    }

    private RawClient connect(ThreadSettings threads, Handler slow) throws IOException {
        server = HttpServer.builder()
                .host("127.0.0.1")
                .threads(threads)
                .observer(new Recording())
                .get("/slow", slow)
                .post("/slow", slow)
                .get("/next", request -> Response.text("next"))
                .start();
        return RawClient.to(server);
    }

    private Object outcome() throws Exception {
        return outcome.get(20, TimeUnit.SECONDS);
    }

    /** Answers once the client is known to have left, or with what it saw at the deadline. */
    private Response waitUntilGone(Request request) {
        inHandler.countDown();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!request.isClientGone() && System.nanoTime() < end) {
            Thread.yield();
        }
        outcome.complete(request.isClientGone());
        return Response.text("to nobody");
    }

    /** Works until it is interrupted, and notes how the work ended. */
    private Response workUntilInterrupted(Request request) throws Exception {
        try {
            return request.interruptWhenClientGone(() -> {
                inHandler.countDown();
                assertTrue(goOn.await(15, TimeUnit.SECONDS));
                return Response.text("finished");
            });
        } catch (Exception e) {
            outcome.complete(e.getCause());
            throw e;
        }
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void tellsThatAClientHasClosed(ThreadSettings threads) throws Exception {
        RawClient client = connect(threads, this::waitUntilGone).send(RawClient.request("GET", "/slow"));
        inHandler.await();
        client.close();
        assertEquals(true, outcome());
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void tellsThatAClientHasReset(ThreadSettings threads) throws Exception {
        RawClient client = connect(threads, this::waitUntilGone).send(RawClient.request("GET", "/slow"));
        inHandler.await();
        client.reset();
        assertEquals(true, outcome());
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void tellsThatAClientIsThereAndLosesNothingThatItSent(ThreadSettings threads) throws Exception {
        try (RawClient client = connect(threads, request -> {
            inHandler.countDown();
            assertTrue(goOn.await(15, TimeUnit.SECONDS));
            boolean isGone = request.isClientGone() || request.isClientGone();
            return Response.text(isGone + " " + request.content().text().length());
        })) {
            String content = "x".repeat(10_000);
            client.send("POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 10000\r\n\r\n");
            inHandler.await();
            client.send(content + RawClient.request("GET", "/next") + RawClient.request("GET", "/next"));
            goOn.countDown();
            assertEquals("false 10000", client.read().content());
            assertEquals("next", client.read().content());
            assertEquals("next", client.read().content());
            assertEquals("next", client.get("/next").read().content());
        }
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void interruptsWorkWhoseClientHasClosed(ThreadSettings threads) throws Exception {
        RawClient client = connect(threads, this::workUntilInterrupted).send(RawClient.request("GET", "/slow"));
        inHandler.await();
        client.close();
        assertInstanceOf(InterruptedException.class, outcome());
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void interruptsWorkWhoseClientHasReset(ThreadSettings threads) throws Exception {
        RawClient client = connect(threads, this::workUntilInterrupted).send(RawClient.request("GET", "/slow"));
        inHandler.await();
        client.reset();
        assertInstanceOf(InterruptedException.class, outcome());
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void interruptsWorkWhoseClientHasLeftBefore(ThreadSettings threads) throws Exception {
        RawClient client = connect(threads, request -> {
                    waitUntilGone(request);
                    return workUntilInterrupted(request);
                })
                .send(RawClient.request("GET", "/slow"));
        inHandler.await();
        client.close();
        assertEquals(true, outcome());
        server.stop(Duration.ofSeconds(10)); // returns early only because the work ended
        assertEquals(0, server.openConnections());
        assertEquals(1, goOn.getCount());
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void countsInterruptedWorkAsNoFailure(ThreadSettings threads) throws Exception {
        RawClient client = connect(threads, this::workUntilInterrupted).send(RawClient.request("GET", "/slow"));
        inHandler.await();
        client.close();
        closed.get(20, TimeUnit.SECONDS);
        assertEquals(List.of(), responded);
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void doesNotInterruptWorkWhoseClientSendsMore(ThreadSettings threads) throws Exception {
        try (RawClient client = connect(threads, this::workUntilInterrupted)) {
            client.send(RawClient.request("GET", "/slow"));
            inHandler.await();
            client.send(RawClient.request("GET", "/next") + RawClient.request("GET", "/next"));
            goOn.countDown();
            assertEquals("finished", client.read().content());
            assertEquals("next", client.read().content());
            assertEquals("next", client.read().content());
            assertEquals("next", client.get("/next").read().content());
        }
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void readsAndWritesWhileItIsWatched(ThreadSettings threads) throws Exception {
        try (RawClient client = connect(
                threads,
                request -> request.interruptWhenClientGone(() -> {
                    request.sendInterim(Status.EARLY_HINTS, Headers.of("Link", "</a>"));
                    String content = request.content().text();
                    inHandler.countDown();
                    goOn.await();
                    return Response.text(content);
                }))) {
            client.send("POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n");
            assertEquals(103, client.readToHead().status());
            client.send("hello");
            inHandler.await();
            goOn.countDown();
            assertEquals("hello", client.read().content());
        }
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void interruptsWorkAfterItHasReadTheContent(ThreadSettings threads) throws Exception {
        RawClient client = connect(
                threads,
                request -> request.interruptWhenClientGone(() -> {
                    String content = request.content().text();
                    try {
                        inHandler.countDown();
                        return Response.text("not interrupted: " + goOn.await(15, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                        outcome.complete("interrupted after " + content);
                        throw e;
                    }
                }));
        client.send("POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
        inHandler.await();
        client.close();
        assertEquals("interrupted after hello", outcome());
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void leavesNoInterruptBehind(ThreadSettings threads) throws Exception {
        RawClient client = connect(threads, request -> {
                    request.interruptWhenClientGone(() -> {
                        inHandler.countDown();
                        while (!Thread.currentThread().isInterrupted()) {
                            Thread.onSpinWait();
                        }
                        return "swallowed";
                    });
                    outcome.complete(Thread.currentThread().isInterrupted());
                    return Response.text("to nobody");
                })
                .send(RawClient.request("GET", "/slow"));
        inHandler.await();
        client.close();
        assertFalse((Boolean) outcome());
    }
}
