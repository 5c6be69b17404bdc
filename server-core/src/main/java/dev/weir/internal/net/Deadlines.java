package dev.weir.internal.net;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that ends what takes too long: several times a second it asks everything it watches to check itself.
 *
 * <p>Time is told in ticks, the milliseconds of the last sweep, so that noting the time costs a connection no more than
 * reading a field.
 */
public final class Deadlines {

    /** Something with a deadline. */
    @FunctionalInterface
    public interface Watched {
        /** Ends itself if it is overdue; must not block. Called by the deadline thread. */
        void check(long nowMillis);
    }

    private static final LazyLogger LOGGER = new LazyLogger(Deadlines.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration HURRIED_TICK = Duration.ofMillis(10);

    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    /** Written by the deadline thread only. */
    private volatile long now = System.nanoTime() / 1_000_000;

    private volatile long tickNanos = TICK.toNanos();

    private volatile boolean stopped;

    /** Not running before {@link #start}. */
    public Deadlines() {
        thread = new Thread(this::run, "weir-deadlines");
        thread.setDaemon(true);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /** Milliseconds on a clock of its own, at the last sweep. */
    public long now() {
        return now;
    }

    /** Watches something until {@link #forget}. */
    public void watch(Watched one) {
        watched.add(one);
    }

    /** No longer watches it. */
    public void forget(Watched one) {
        watched.remove(one);
    }

    /** Sweeps more often from now on, for somebody waits for what is watched to end. */
    public void hurry() {
        tickNanos = HURRIED_TICK.toNanos();
        LockSupport.unpark(thread);
    }

    private void run() {
        new Repetition(LOGGER, Level.ERROR, "Deadlines could not be checked").run(this::sweep, () -> stopped);
    }

    private void sweep() {
        LockSupport.parkNanos(this, tickNanos);
        now = System.nanoTime() / 1_000_000;
        for (Watched one : watched) {
            check(one);
        }
    }

    private void check(Watched one) {
        try {
            one.check(now);
        } catch (RuntimeException | Error e) {
            LOGGER.get().log(Level.ERROR, "A deadline could not be checked; the others go on", e);
        }
    }

    /** Stops the thread and waits for its end. */
    public void stop() throws InterruptedException {
        stopped = true;
        LockSupport.unpark(thread);
        if (thread.isAlive()) {
            thread.join();
        }
    }
}
