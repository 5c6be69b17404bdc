package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.ThreadSettings;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a handler or the content of its response does to its thread, the server goes on with as many threads. */
@Timeout(60)
final class HandlerFailureTest {

    private static final int POOL = 4;

    /** More than the pool has threads, so that none would be left if each failure cost one. */
    private static final int FAILURES = 3 * POOL;

    /** An error that only ends threads, as ThreadDeath did. */
    private static final class EndOfThread extends Error {
        private static final long serialVersionUID = 1;
    }

    private final CountDownLatch allInHandler = new CountDownLatch(POOL);

    private HttpServer start(ThreadSettings threads) {
        return HttpServer.builder()
                .host("127.0.0.1")
                .threads(threads)
                .get("/", request -> Response.text("hello"))
                .get("/together", request -> {
                    allInHandler.countDown();
                    allInHandler.await();
                    return Response.text("together");
                })
                .get("/error", request -> {
                    throw new EndOfThread();
                })
                .get("/stack", request -> Response.text("depth: " + depth(request, 0)))
                .get("/memory", request -> Response.text("length: " + new long[Integer.MAX_VALUE].length))
                .get("/interrupted-exception", request -> {
                    throw new InterruptedException("of its own");
                })
                .get("/interrupt", request -> {
                    Thread.currentThread().interrupt();
                    return Response.text("interrupted");
                })
                .get(
                        "/stream-error",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            output.write("begun ".getBytes(StandardCharsets.US_ASCII));
                            throw new EndOfThread();
                        }))
                .get(
                        "/stream-exception",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            output.write("begun ".getBytes(StandardCharsets.US_ASCII));
                            throw new IllegalStateException("half done");
                        }))
                .get(
                        "/stream-memory",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            output.write("begun ".getBytes(StandardCharsets.US_ASCII));
                            output.write(new byte[Integer.MAX_VALUE]);
                        }))
                .get("/source-error", request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, new FailingStream()))
                .get(
                        "/stream-interrupt",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            output.write("begun ".getBytes(StandardCharsets.US_ASCII));
                            Thread.currentThread().interrupt();
                        }))
                .start();
    }

    /** Two octets, then the end of its reader. */
    private static final class FailingStream extends InputStream {
        private int count;

        @Override
        public int read() {
            if (count++ == 2) {
                throw new EndOfThread();
            }
            return 'a';
        }
    }

    private static int depth(Request request, int depth) {
        return request.path().isEmpty() ? depth : depth(request, depth + 1) + 1;
    }

    private static Stream<Arguments> each(String... targets) {
        List<Arguments> all = new ArrayList<>();
        for (String target : targets) {
            all.add(Arguments.of(target, ThreadSettings.platform(POOL)));
            if (Runtime.version().feature() >= 21) {
                all.add(Arguments.of(target, ThreadSettings.virtual()));
            }
        }
        return all.stream();
    }

    static Stream<Arguments> failingHandlers() {
        return each("/error", "/stack", "/memory", "/interrupted-exception");
    }

    static Stream<Arguments> failingContent() {
        return each("/stream-error", "/stream-exception", "/stream-memory", "/source-error");
    }

    static Stream<Arguments> interrupting() {
        return each("/interrupt", "/stream-interrupt");
    }

    @ParameterizedTest
    @MethodSource("failingHandlers")
    void aFailureIs500AndTheConnectionGoesOn(String target, ThreadSettings threads) throws IOException {
        try (HttpServer server = start(threads)) {
            try (RawClient client = RawClient.to(server)) {
                for (int i = 0; i < FAILURES; i++) {
                    assertEquals(500, client.get(target).read().status());
                }
                assertEquals("hello", client.get("/").read().content());
            }
            assertAllThreadsServe(server);
        }
    }

    @ParameterizedTest
    @MethodSource("failingContent")
    void contentThatFailsIsCutShortWhereItFailed(String target, ThreadSettings threads) throws IOException {
        try (HttpServer server = start(threads)) {
            for (int i = 0; i < FAILURES; i++) {
                try (RawClient client = RawClient.to(server).get(target)) {
                    RawClient.Reply reply = client.read();
                    assertFalse(reply.isWhole());
                    assertEquals(200, reply.status());
                }
            }
            assertAllThreadsServe(server);
        }
    }

    @ParameterizedTest
    @MethodSource("interrupting")
    void anInterruptOfTheHandlersOwnEndsWithItsRequest(String target, ThreadSettings threads) throws IOException {
        try (HttpServer server = start(threads)) {
            try (RawClient client = RawClient.to(server)) {
                for (int i = 0; i < FAILURES; i++) {
                    RawClient.Reply reply = client.get(target).read();
                    assertEquals(200, reply.status());
                    assertTrue(reply.isWhole());
                }
                assertEquals("hello", client.get("/").read().content());
            }
            assertAllThreadsServe(server);
        }
    }

    /** So many requests are in their handlers at once as the pool has threads. */
    private static void assertAllThreadsServe(HttpServer server) throws IOException {
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < POOL; i++) {
            clients.add(RawClient.to(server).get("/together"));
        }
        for (RawClient client : clients) {
            assertEquals("together", client.read().content());
            client.close();
        }
    }
}
