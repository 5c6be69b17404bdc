package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Produces;
import dev.weir.annotations.ResponseHeader;
import dev.weir.annotations.Status;
import dev.weir.http.ContentOutput;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.sse.ServerEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Results that come element by element. */
class ElementsTest {

    record Todo(long id) {}

    sealed interface Shape permits Circle, Square {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    /** Fails at its second element, or at its first. */
    static final class Rows implements Iterator<Todo>, AutoCloseable {

        private final int failsAt;
        private long count;
        boolean isClosed;

        Rows(int failsAt) {
            this.failsAt = failsAt;
        }

        @Override
        public boolean hasNext() {
            return count < 3;
        }

        @Override
        public Todo next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            count++;
            if (count == failsAt) {
                throw new HttpException(dev.weir.http.Status.CONFLICT);
            }
            return new Todo(count);
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    @Controller
    static final class Results {

        boolean isClosed;
        Rows rows = new Rows(0);

        private <T> Stream<T> closing(Stream<T> stream) {
            return stream.onClose(() -> isClosed = true);
        }

        @Get("/todos")
        @Status(203)
        Stream<Todo> todos() {
            return closing(Stream.of(new Todo(1), new Todo(2)));
        }

        @Get("/none")
        Stream<Todo> none() {
            return closing(Stream.of());
        }

        @Get("/nulls")
        Iterator<String> nulls() {
            return java.util.Arrays.asList("a", null).iterator();
        }

        @Get("/rows")
        Rows rows() {
            return rows;
        }

        @Get("/lines")
        @Produces("application/x-ndjson")
        Iterator<Todo> lines() {
            return rows;
        }

        @Get("/events")
        @ResponseHeader(name = "Cache-Control", value = "no-cache")
        Stream<ServerEvent> events() {
            return closing(Stream.of(ServerEvent.of("a\nb").withId("1"), ServerEvent.of("c")));
        }

        @Get("/early")
        Stream<Todo> early() {
            return closing(Stream.of(1).map(number -> {
                throw new HttpException(dev.weir.http.Status.CONFLICT);
            }));
        }

        @Get("/shapes")
        Stream<Shape> shapes() {
            return Stream.of(new Circle(1), new Square(2));
        }

        @Get("/shape-list")
        List<Shape> shapeList() {
            return List.of(new Circle(1), new Square(2));
        }

        @Get("/later")
        CompletionStage<Optional<Stream<Todo>>> later() {
            return CompletableFuture.completedFuture(Optional.of(Stream.of(new Todo(9))));
        }
    }

    private final Results results = new Results();
    private final Weir weir = Weir.of(results);

    private Response accepting(String accept, String target) throws Exception {
        return weir.handle(Request.get(target).withHeader("Accept", accept));
    }

    private static String typed(Response response) throws IOException {
        try {
            return response.header("Content-Type").orElseThrow() + " " + Weir.contentOf(response);
        } finally {
            response.content().close();
        }
    }

    @Test
    void theyAreAnArrayUnlessTheClientWantsOtherwise() throws Exception {
        assertEquals("application/json [{\"id\":1},{\"id\":2}]", typed(weir.handle(Request.get("/todos"))));
        assertEquals("application/json [{\"id\":1},{\"id\":2}]", typed(accepting("*/*", "/todos")));
        assertEquals("application/json []", typed(weir.handle(Request.get("/none"))));
        assertEquals("application/json [\"a\",null]", typed(weir.handle(Request.get("/nulls"))));
    }

    @Test
    void theyAreLinesOrEventsForClientsThatSaySo() throws Exception {
        assertEquals(
                "application/x-ndjson {\"id\":1}\n{\"id\":2}\n", typed(accepting("application/x-ndjson", "/todos")));
        assertEquals("application/x-ndjson ", typed(accepting("application/x-ndjson", "/none")));
        assertEquals(
                "text/event-stream data: {\"id\":1}\n\ndata: {\"id\":2}\n\n",
                typed(accepting("text/event-stream", "/todos")));
        assertEquals(406, accepting("text/html", "/todos").status().code());
    }

    @Test
    void statusAndVaryAreAsForOtherResults() throws Exception {
        Response response = weir.handle(Request.get("/todos"));
        assertEquals(203, response.status().code());
        assertEquals(Optional.of("Accept"), response.header("Vary"));
        assertEquals(OptionalLong.empty(), response.content().length());
    }

    @Test
    void aDeclaredFormIsTheOnlyOne() throws Exception {
        assertEquals(
                "application/x-ndjson {\"id\":1}\n{\"id\":2}\n{\"id\":3}\n", typed(weir.handle(Request.get("/lines"))));
        assertEquals(406, accepting("application/json", "/lines").status().code());
    }

    @Test
    void eventsAreEvents() throws Exception {
        Response response = weir.handle(Request.get("/events"));
        assertEquals(List.of("no-cache"), response.headers().all("Cache-Control"));
        assertEquals(Optional.of("no"), response.header("X-Accel-Buffering"));
        assertEquals("text/event-stream id: 1\ndata: a\ndata: b\n\ndata: c\n\n", typed(response));
        assertEquals(200, accepting("application/json", "/events").status().code());
    }

    @Test
    void theSourceIsClosedAlsoIfNothingIsWritten() throws Exception {
        for (String accept : List.of("application/json", "application/x-ndjson", "text/event-stream")) {
            results.isClosed = false;
            Response response = accepting(accept, "/todos");
            assertFalse(results.isClosed);
            response.content().close(); // as the server does in any case, for HEAD too
            assertTrue(results.isClosed, accept);
        }
    }

    @Test
    void anIteratorIsClosedIfItCanBe() throws Exception {
        assertEquals("application/json [{\"id\":1},{\"id\":2},{\"id\":3}]", typed(weir.handle(Request.get("/rows"))));
        assertTrue(results.rows.isClosed);
    }

    @Test
    void whatFailsAtTheFirstElementIsAnsweredAndClosed() throws Exception {
        assertTrue(weir.get("/early").startsWith("409 "));
        assertTrue(results.isClosed);
        results.rows = new Rows(1);
        assertTrue(weir.get("/rows").startsWith("409 "));
        assertTrue(results.rows.isClosed);
    }

    @Test
    void whatFailsLaterFailsTheContent() throws Exception {
        results.rows = new Rows(2);
        Response response = weir.handle(Request.get("/rows"));
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        assertThrows(HttpException.class, () -> response.content().writeTo(ContentOutput.to(octets)));
        assertEquals("[{\"id\":1}", octets.toString(StandardCharsets.UTF_8));
    }

    @Test
    void eachLineAndEachEventIsSentAtOnce() throws Exception {
        assertEquals(List.of("{\"id\":1}\n", "{\"id\":2}\n"), flushes(accepting("application/x-ndjson", "/todos")));
        assertEquals(
                List.of("", "data: {\"id\":1}\n\n", "data: {\"id\":2}\n\n"),
                flushes(accepting("text/event-stream", "/todos")));
        assertEquals(List.of(), flushes(accepting("application/json", "/todos")));
    }

    private static List<String> flushes(Response response) throws IOException {
        List<String> flushes = new java.util.ArrayList<>();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        response.content().writeTo(ContentOutput.to(new OutputStream() {
            @Override
            public void write(int octet) {
                octets.write(octet);
            }

            @Override
            public void flush() {
                flushes.add(octets.toString(StandardCharsets.UTF_8));
                octets.reset();
            }
        }));
        return flushes;
    }

    @Test
    void eachIsWrittenAsWhatItIs() throws Exception {
        assertEquals("200 [{\"radius\":1},{\"side\":2}]", weir.get("/shape-list"));
        assertEquals("200 [{\"radius\":1},{\"side\":2}]", weir.get("/shapes"));
    }

    @Test
    void theyMayComeOfAStageAndAnOptional() throws Exception {
        assertEquals("200 [{\"id\":9}]", weir.get("/later"));
    }
}
