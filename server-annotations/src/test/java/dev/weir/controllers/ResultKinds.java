package dev.weir.controllers;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.annotations.Status;
import dev.weir.http.HttpException;
import dev.weir.http.Response;
import dev.weir.sse.ServerEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A controller with one result of each kind, and what it is asked for. */
final class ResultKinds {

    private ResultKinds() {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE_USE})
    @interface Nullable {}

    record Todo(long id) {}

    static final class Bean {
        public String getName() {
            return "bean";
        }
    }

    static final class Unwritable {
        public String getFirst() {
            return "written already";
        }

        public String getSecond() {
            throw new IllegalStateException("on purpose");
        }
    }

    sealed interface Answer permits Made, Refused {}

    @Status(201)
    record Made(long id) implements Answer {}

    @Status(409)
    record Refused(String why) implements Answer {}

    @Controller
    static final class Results {

        private final AtomicInteger opened = new AtomicInteger();
        private final Semaphore closed = new Semaphore(0);

        /** Opened when a client has the head of a response. */
        final CountDownLatch isHeadSeen = new CountDownLatch(1);

        Path file;

        /** Whether there were sources, and all are closed or soon will be. */
        boolean areSourcesClosed() throws InterruptedException {
            int count = opened.getAndSet(0);
            return count > 0 && closed.tryAcquire(count, 20, TimeUnit.SECONDS);
        }

        private <T> Stream<T> opened(Stream<T> stream) {
            return stream.onClose(opened());
        }

        /** Notes one more source; what closes it counts once. */
        private Runnable opened() {
            opened.incrementAndGet();
            AtomicBoolean isClosed = new AtomicBoolean();
            return () -> closed.release(isClosed.getAndSet(true) ? 0 : 1);
        }

        @Get("/record")
        Todo record() {
            return new Todo(1);
        }

        @Get("/bean")
        Bean bean() {
            return new Bean();
        }

        @Get("/map")
        Map<String, Todo> map() {
            return Map.of("a", new Todo(1));
        }

        @Get("/collection")
        Collection<Todo> collection() {
            return List.of(new Todo(1));
        }

        @Get("/string")
        String string() {
            return "ü";
        }

        @Get("/html")
        @Produces("text/html; charset=utf-8")
        String html() {
            return "<p>";
        }

        @Get("/octets")
        byte[] octets() {
            return new byte[] {'a'};
        }

        @Get("/input")
        InputStream input() {
            Runnable close = opened();
            return new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)) {
                @Override
                public void close() {
                    close.run();
                }
            };
        }

        @Get("/failing-input")
        InputStream failingInput() {
            Runnable close = opened();
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("on purpose");
                }

                @Override
                public void close() {
                    close.run();
                }
            };
        }

        @Get("/path")
        Path path() {
            return file;
        }

        @Post("/void")
        void nothing() {}

        @Get("/empty")
        Optional<Todo> empty() {
            return Optional.empty();
        }

        @Get("/int/{n}")
        OptionalInt ofInt(OptionalInt n) {
            return n.orElse(0) == 0 ? OptionalInt.empty() : n;
        }

        @Get("/long/{n}")
        OptionalLong ofLong(OptionalLong n) {
            return n.orElse(0) == 0 ? OptionalLong.empty() : n;
        }

        @Get("/double/{n}")
        CompletionStage<OptionalDouble> ofDouble(OptionalDouble n) {
            return CompletableFuture.completedFuture(n.orElse(0) == 0 ? OptionalDouble.empty() : n);
        }

        @Get("/null")
        Todo nothingAtAll() {
            return null;
        }

        @Get("/null-optional")
        Optional<Todo> nullOptional() {
            return null;
        }

        @Get("/null-stream")
        Stream<Todo> nullStream() {
            return null;
        }

        @Get("/nullable")
        @Nullable
        Todo nullable() {
            return null;
        }

        @Get("/response")
        Response response() {
            return Response.text("as it is")
                    .withStatus(dev.weir.http.Status.ACCEPTED)
                    .withHeader("X-A", "b");
        }

        @Get("/stream")
        Stream<Todo> stream() {
            return opened(Stream.of(new Todo(1), new Todo(2)));
        }

        @Get("/iterator")
        Iterator<Todo> iterator() {
            return List.of(new Todo(1), new Todo(2)).iterator();
        }

        @Get("/fails-first")
        Stream<Todo> failsFirst() {
            return opened(Stream.of(1).map(number -> {
                throw new HttpException(dev.weir.http.Status.CONFLICT);
            }));
        }

        @Get("/unwritable-first")
        Stream<Unwritable> unwritableFirst() {
            return opened(Stream.of(new Unwritable()));
        }

        @Get("/fails-second")
        Stream<Todo> failsSecond() {
            return opened(Stream.of(1L, 2L).map(number -> {
                if (number == 2) {
                    throw new IllegalStateException("on purpose");
                }
                return new Todo(number);
            }));
        }

        private String seen() {
            try {
                isHeadSeen.await();
                return "seen";
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Get("/live")
        @Produces("text/event-stream")
        Stream<String> live() {
            return opened(Stream.of(1).map(number -> seen()));
        }

        @Get("/live-events")
        Stream<ServerEvent> liveEvents() {
            return opened(Stream.of(1).map(number -> ServerEvent.of(seen())));
        }

        @Get("/events")
        Stream<ServerEvent> events() {
            return opened(Stream.of(ServerEvent.of("a")));
        }

        @Get("/stage")
        CompletionStage<Todo> stage() {
            return CompletableFuture.supplyAsync(() -> new Todo(1));
        }

        @Get("/stage-of-stream")
        CompletionStage<Stream<Todo>> stageOfStream() {
            return CompletableFuture.supplyAsync(this::stream);
        }

        @Get("/answers/{made}")
        Answer answer(boolean made) {
            return made ? new Made(1) : new Refused("full");
        }

        @Get("/optional-answer")
        Optional<Answer> optionalAnswer() {
            return Optional.of(new Refused("full"));
        }

        @Get("/stage-of-answer")
        CompletionStage<Answer> stageOfAnswer() {
            return CompletableFuture.completedFuture(new Made(1));
        }

        @Get("/unwritable")
        Unwritable unwritable() {
            return new Unwritable();
        }
    }
}
