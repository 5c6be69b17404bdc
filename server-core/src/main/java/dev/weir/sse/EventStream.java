package dev.weir.sse;

import dev.weir.http.ContentOutput;
import dev.weir.http.FieldNames;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Events as the content of a response, each sent as soon as it is there. The head goes out at once, before the first.
 *
 * <p>The source is asked for events by the connection's thread and may make it wait as long as it likes. When nothing was
 * sent for the time of a heartbeat, a comment is, which clients ignore and which keeps proxies from closing the connection.
 * When the client is found to have left, or the server to stop, which is looked for every two seconds at least, the thread
 * is interrupted if it waits for the source, and the content ends: well, if it is the server, so that a browser connects
 * again with the last id it saw. The source is closed in any case.
 *
 * <p>A stream of events keeps a thread. That costs little where it is a virtual one; in a bounded pool (Java 17) there is room
 * for ten times as many streams as the pool has threads ({@link dev.weir.config.ThreadSettings}), and further requests wait.
 */
public final class EventStream implements ResponseContent {

    private static final Duration DEFAULT_HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration SHORTEST_HEARTBEAT = Duration.ofMillis(10);
    private static final Duration LONGEST_HEARTBEAT = Duration.ofDays(1);

    private final Supplier<Iterator<ServerEvent>> events;

    /** Closes the source. */
    private final AutoCloseable source;

    private final Duration heartbeat;

    private EventStream(Supplier<Iterator<ServerEvent>> events, AutoCloseable source, Duration heartbeat) {
        this.events = events;
        this.source = source;
        this.heartbeat = heartbeat;
    }

    /** The events of a stream, which is closed afterwards. */
    public static EventStream of(Stream<ServerEvent> events) {
        return new EventStream(Objects.requireNonNull(events, "events")::iterator, events, DEFAULT_HEARTBEAT);
    }

    /** The events of an iterator, which is closed afterwards if it is {@code AutoCloseable}. */
    public static EventStream of(Iterator<ServerEvent> events) {
        Objects.requireNonNull(events, "events");
        AutoCloseable source = events instanceof AutoCloseable closeable ? closeable : () -> {};
        return new EventStream(() -> events, source, DEFAULT_HEARTBEAT);
    }

    /** The id of the last event that a client has seen which connects anew; empty if it has seen none that had one. */
    public static Optional<String> lastEventId(Request request) {
        return request.headers()
                .first("Last-Event-ID")
                .filter(id -> !id.isEmpty())
                .map(id -> new String(id.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /**
     * These events with a heartbeat after that time without one; 15 seconds unless set.
     *
     * @param silence from 10 milliseconds to one day
     */
    public EventStream withHeartbeat(Duration silence) {
        if (silence.compareTo(SHORTEST_HEARTBEAT) < 0 || silence.compareTo(LONGEST_HEARTBEAT) > 0) {
            throw new IllegalArgumentException("heartbeat: " + silence + " (expected: PT0.01S to PT24H)");
        }
        return new EventStream(events, source, silence);
    }

    /** 200 (OK) with these events, for no cache or proxy to hold back. */
    public Response toResponse() {
        return Response.of(Status.OK)
                .withContent(MediaType.TEXT_EVENT_STREAM, this)
                .withHeader(FieldNames.CACHE_CONTROL, "no-store")
                .withHeader("X-Accel-Buffering", "no");
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void writeTo(ContentOutput output) throws IOException {
        output.flush();
        try (LiveOutput live = LiveOutput.to(output, heartbeat)) {
            Iterator<ServerEvent> all = events.get();
            for (ServerEvent event = next(all, live); event != null; event = next(all, live)) {
                live.write(event.toText().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** The next event; null if there is none, or it is not to be sent any more. */
    private static ServerEvent next(Iterator<ServerEvent> all, LiveOutput live) {
        if (!live.beginWait()) {
            return null;
        }
        ServerEvent event;
        try {
            event = all.hasNext() ? Objects.requireNonNull(all.next(), "event") : null;
        } catch (RuntimeException e) {
            if (live.failsForNobody()) {
                return null; // interrupted, and nobody is harmed
            }
            throw e;
        }
        return live.endWait() ? event : null;
    }

    @Override
    public void close() throws IOException {
        try {
            source.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the source of events did not close well", e);
        }
    }
}
