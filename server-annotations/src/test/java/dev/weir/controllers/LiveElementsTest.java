package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.http.Status;
import dev.weir.sse.ServerEvent;
import dev.weir.testing.StreamedResponse;
import dev.weir.testing.TestClient;
import dev.weir.testing.WeirExtension;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

    @RegisterExtension
    final WeirExtension app;

    LiveElementsTest() {
        Weir.openToJackson();
        app = WeirExtension.of(HttpServer.builder().routes(Controllers.of(feeds)));
    }

    private static void readTo(String line, StreamedResponse response) {
        Optional<String> read = response.nextLine();
        while (read.isPresent() && !read.get().equals(line)) {
            read = response.nextLine();
        }
        assertEquals(Optional.of(line), read);
    }

    private void assertClosed() throws Exception {
        feeds.closed.get(20, TimeUnit.SECONDS);
    }

    @Test
    void eventsArriveOneByOneUntilTheClientLeaves(TestClient client) throws Exception {
        try (StreamedResponse response =
                client.get("/events").header("Accept", "text/event-stream").open()) {
            assertEquals(Status.OK, response.status());
            assertEquals(Optional.of("text/event-stream"), response.header("Content-Type"));
            feeds.numbers.add(1);
            readTo("data: number 1", response);
            feeds.numbers.add(2);
            readTo("data: number 2", response);
        }
        assertClosed();
    }

    @Test
    void linesArriveOneByOne(TestClient client) throws Exception {
        feeds.numbers.add(1); // the head leaves with the first line
        try (StreamedResponse response =
                client.get("/rows").header("Accept", "application/x-ndjson").open()) {
            readTo("{\"number\":1}", response);
            feeds.numbers.add(2);
            readTo("{\"number\":2}", response);
        }
        feeds.numbers.addAll(Collections.nCopies(10_000, 3)); // until a write finds nobody
        assertClosed();
    }

    @Test
    void headClosesTheSource(TestClient client) throws Exception {
        client.head("/events").send().expect(200);
        assertClosed();
        assertTrue(feeds.numbers.isEmpty());
    }
}
