package dev.weir.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.config.ThreadSettings;
import dev.weir.http.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A thousand clients of events: each gets every one, and each that leaves is noticed within the heartbeat. With {@code
 * -Dweir.test.events.seconds=60} it goes on for a minute; {@code -Dweir.test.events.clients} says how many clients.
 */
@Timeout(400)
class ManyEventClientsTest {

    private static final int SECONDS = Integer.getInteger("weir.test.events.seconds", 3);
    private static final int CLIENTS = Integer.getInteger("weir.test.events.clients", 1000);

    /** That of a stream to which nobody gives another. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final long PERIOD_MILLIS = 100;

    /** Long enough for any machine. */
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** The server's end of one stream: numbers that somebody puts in. */
    private final class Source implements Iterator<ServerEvent>, AutoCloseable {

        final BlockingQueue<Integer> numbers = new LinkedBlockingQueue<>();

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public ServerEvent next() {
            try {
                return ServerEvent.of(numbers.take().toString());
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        }

        @Override
        public void close() {
            sources.remove(this);
            lastClosed.set(System.nanoTime());
            closed.release();
        }
    }

    private final ConcurrentLinkedQueue<Source> sources = new ConcurrentLinkedQueue<>();
    private final CountDownLatch opened = new CountDownLatch(CLIENTS);
    private final Semaphore closed = new Semaphore(0);
    private final AtomicLong lastClosed = new AtomicLong();
    private final List<String> figures = new ArrayList<>();
    private int sent;

    /** The pool as it is by default, for nobody is to have to set it for that many. */
    static Stream<ThreadSettings> threads() {
        ThreadSettings pool = ThreadSettings.platform(ThreadSettings.defaults().poolSize());
        return Runtime.version().feature() < 21 ? Stream.of(pool) : Stream.of(pool, ThreadSettings.virtual());
    }

    private Response events() {
        Source source = new Source();
        sources.add(source);
        opened.countDown();
        return EventStream.of((Iterator<ServerEvent>) source).toResponse();
    }

    @ParameterizedTest
    @MethodSource("threads")
    void eachGetsEveryEventAndEachThatLeavesIsNoticed(ThreadSettings threads) throws Exception {
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
        try (HttpServer server = HttpServer.builder()
                        .host("127.0.0.1")
                        .threads(threads)
                        .get("/events", request -> events())
                        .get("/", request -> Response.text("hello"))
                        .start();
                EventClients clients = new EventClients()) {
            Semaphore ticks = new Semaphore(0);
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(server, "/events");
            }
            assertTrue(opened.await(60, TimeUnit.SECONDS), "streams not opened: " + opened.getCount());
            ticker.scheduleAtFixedRate(ticks::release, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
            int all = (int) (SECONDS * 1000 / PERIOD_MILLIS);
            send(clients, ticks, all);
            leave(clients, CLIENTS / 2);
            send(clients, ticks, 10);
            try (RawClient other = RawClient.to(server)) {
                assertEquals("hello", other.get("/").read().content());
            }
            leave(clients, clients.size());
            assertEquals(0, sources.size());
            figures.add(threads.kind() + ": " + CLIENTS + " clients, " + sent + " events each");
        } finally {
            ticker.shutdownNow();
        }
        if (Integer.getInteger("weir.test.events.seconds") != null) {
            System.out.println(figures); // who asks for a time wants to see what came of it
        }
    }

    /** So many events to every client, one each tick, and none before the last one has arrived everywhere. */
    private void send(EventClients clients, Semaphore ticks, int count) throws Exception {
        long slowest = 0;
        for (int i = 0; i < count; i++) {
            assertTrue(ticks.tryAcquire(60, TimeUnit.SECONDS));
            ticks.drainPermits();
            long start = System.nanoTime();
            int number = sent++;
            sources.forEach(source -> source.numbers.add(number));
            assertEquals(0, clients.awaitEvents(sent, start + DEADLINE_NANOS), "clients without event " + number);
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        figures.add("an event to " + clients.size() + " in " + TimeUnit.NANOSECONDS.toMillis(slowest) + " ms at most");
    }

    /** So many leave at once, every second one with a reset, while nothing is sent to them. */
    private void leave(EventClients clients, int count) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            clients.leave(i % 2 == 0);
        }
        assertTrue(
                closed.tryAcquire(count, HEARTBEAT.toSeconds(), TimeUnit.SECONDS),
                "streams not closed within the heartbeat: " + (count - closed.availablePermits()));
        figures.add(count + " left, noticed in " + TimeUnit.NANOSECONDS.toMillis(lastClosed.get() - start) + " ms");
    }
}
