package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Produces;
import dev.weir.annotations.Status;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that are not simply written: streams, files, stages and sealed types. */
class SpecialResultsTest {

    record Todo(long id) {}

    sealed interface Booking permits Booked, Full, Withdrawn, Other, Foreign {}

    @Status(201)
    record Booked(long id) implements Booking {}

    @Status(409)
    record Full(int waiting) implements Booking {}

    @Status(204)
    record Withdrawn() implements Booking {}

    sealed interface Other extends Booking permits Queued {}

    @Status(501)
    non-sealed interface Foreign extends Booking {}

    record Imported(String from) implements Foreign {}

    record Queued(int place) implements Other {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Square.class, name = "square")
    })
    sealed interface Shape permits Circle, Square {}

    record Circle(int radius) implements Shape {}

    record Square(int side) implements Shape {}

    private static final class Closing extends ByteArrayInputStream {
        boolean isClosed;

        Closing() {
            super("streamed".getBytes());
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    @Controller
    static final class Results {

        final Closing stream = new Closing();
        final CompletableFuture<String> never = new CompletableFuture<>();
        final CountDownLatch isCalled = new CountDownLatch(1);
        Booking booking;
        Path file;

        @Get("/stream")
        InputStream stream() {
            return stream;
        }

        @Get("/picture")
        @Produces("image/png")
        ByteArrayInputStream picture() {
            return stream;
        }

        @Get("/file")
        Path file() {
            return file;
        }

        @Get("/typed-file")
        @Produces("text/markdown; charset=utf-8")
        Path typedFile() {
            return file;
        }

        @Get("/stage")
        CompletionStage<Todo> stage() {
            return CompletableFuture.supplyAsync(() -> new Todo(7));
        }

        @Get("/future")
        CompletableFuture<Optional<String>> future() {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Get("/none")
        @Status(202)
        CompletionStage<Void> none() {
            return CompletableFuture.completedFuture(null);
        }

        @Get("/stage-response")
        CompletionStage<Response> response() {
            return CompletableFuture.completedFuture(Response.text("x"));
        }

        @Get("/failed")
        CompletionStage<Todo> failed() {
            return CompletableFuture.supplyAsync(() -> {
                throw new HttpException(dev.weir.http.Status.CONFLICT);
            });
        }

        @Get("/wrapped")
        CompletionStage<Todo> wrapped() {
            return CompletableFuture.failedFuture(new CompletionException(new IOException("as thrown")));
        }

        @Get("/null-inside")
        CompletionStage<Todo> nullInside() {
            return CompletableFuture.completedFuture(null);
        }

        @Get("/null-stage")
        CompletionStage<Todo> nullStage() {
            return null;
        }

        @Get("/never")
        CompletableFuture<String> never() {
            isCalled.countDown();
            return never;
        }

        @Get("/booking")
        Booking booking() {
            return booking;
        }

        @Get("/full")
        Full full() {
            return new Full(1);
        }

        @Get("/shape")
        Optional<Shape> shape() {
            return Optional.of(new Circle(3));
        }
    }

    private final Results results = new Results();
    private final Weir weir = Weir.of(results);

    @TempDir
    Path directory;

    private Response response(String target) throws Exception {
        return weir.handle(Request.get(target));
    }

    @Test
    void streamsAreSentAndClosed() throws Exception {
        Response response = response("/stream");
        assertEquals(Optional.of("application/octet-stream"), response.header("Content-Type"));
        assertEquals("streamed", Weir.contentOf(response));
        assertFalse(results.stream.isClosed);
        response.content().close(); // as the server does in any case, for HEAD too
        assertTrue(results.stream.isClosed);
        assertEquals(Optional.of("image/png"), response("/picture").header("Content-Type"));
    }

    @Test
    void filesAreSentWithTheMediaTypeOfTheirName() throws Exception {
        results.file = Files.writeString(directory.resolve("a.css"), "body {}");
        Response response = response("/file");
        assertEquals(Optional.of("text/css; charset=utf-8"), response.header("Content-Type"));
        assertEquals(OptionalLong.of(7), response.content().length());
        assertEquals("body {}", Weir.contentOf(response));
        response.content().close();
    }

    @Test
    void aFilesMediaTypeCanBeNamed() throws Exception {
        results.file = Files.writeString(directory.resolve("a.unknown"), "#");
        Response response = response("/typed-file");
        assertEquals(Optional.of("text/markdown; charset=utf-8"), response.header("Content-Type"));
        response.content().close();
    }

    @Test
    void aFileThatIsNotThereIs404() throws Exception {
        results.file = directory.resolve("missing");
        assertTrue(weir.get("/file").startsWith("404 "));
        results.file = directory;
        assertTrue(weir.get("/file").startsWith("404 "));
    }

    @Test
    void stagesAreWaitedFor() throws Exception {
        assertEquals("200 {\"id\":7}", weir.get("/stage"));
        assertTrue(weir.get("/future").startsWith("404 "));
        assertEquals("202", weir.get("/none"));
        assertEquals("200 x", weir.get("/stage-response"));
    }

    @Test
    void whatFailsInAStageIsAsIfTheMethodHadThrownIt() throws Exception {
        assertTrue(weir.get("/failed").startsWith("409 "));
        assertEquals(
                "as thrown",
                assertThrows(IOException.class, () -> weir.get("/wrapped")).getMessage());
    }

    @Test
    void nullIsAFaultAsThatOfAMethod() {
        assertTrue(assertThrows(IllegalStateException.class, () -> weir.get("/null-inside"))
                .getMessage()
                .contains("Results.nullInside() returned null"));
        assertTrue(assertThrows(IllegalStateException.class, () -> weir.get("/null-stage"))
                .getMessage()
                .contains("expected: a stage"));
    }

    @Test
    void anInterruptEndsTheWaitAndCancelsTheStage() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread connection = new Thread(() -> {
            try {
                weir.get("/never");
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        connection.start();
        assertTrue(results.isCalled.await(30, TimeUnit.SECONDS));
        connection.interrupt();
        connection.join(30_000);
        assertEquals(InterruptedException.class, thrown.get().getClass());
        assertTrue(results.never.isCancelled());
    }

    @Test
    void theRecordsOfASealedTypeHaveStatusesOfTheirOwn() throws Exception {
        results.booking = new Booked(5);
        assertEquals("201 {\"id\":5}", weir.get("/booking"));
        results.booking = new Full(3);
        assertEquals("409 {\"waiting\":3}", weir.get("/booking"));
        results.booking = new Queued(2);
        assertEquals("200 {\"place\":2}", weir.get("/booking"));
        results.booking = new Imported("x");
        assertEquals("501 {\"from\":\"x\"}", weir.get("/booking"));
        results.booking = new Withdrawn();
        assertEquals("204", weir.get("/booking"));
        assertEquals("409 {\"waiting\":1}", weir.get("/full"));
    }

    @Test
    void sealedTypesKeepTheNamesOfTheirKinds() throws Exception {
        assertEquals("200 {\"kind\":\"circle\",\"radius\":3}", weir.get("/shape"));
    }
}
