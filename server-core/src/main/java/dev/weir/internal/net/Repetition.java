package dev.weir.internal.net;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Repeats a step of a thread that the whole server needs, whatever becomes of it: after a failure it waits, 5 ms at first
 * and up to a second, and goes on.
 *
 * <p>Errors are no exception: where memory or file descriptors have run out, classes can't be loaded and not even the
 * failure can be logged, but others may give back what is missing.
 */
final class Repetition {

    /** What is repeated. */
    @FunctionalInterface
    interface Step {
        /** Fails with anything. */
        void run() throws IOException;
    }

    private static final long SHORTEST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    private final Supplier<System.Logger> logger;
    private final Level level;
    private final String what;

    /**
     * A repetition that is not running yet.
     *
     * @param what what it means if a step fails: {@code Cannot accept}, say
     */
    Repetition(Supplier<System.Logger> logger, Level level, String what) {
        this.logger = logger;
        this.level = level;
        this.what = what;
    }

    /** Repeats the step on this thread until told to stop; whoever does unparks the thread, which may be waiting. */
    void run(Step step, BooleanSupplier stopped) {
        long pause = SHORTEST_PAUSE_MILLIS;
        while (!stopped.getAsBoolean()) {
            if (once(step, pause)) {
                pause = SHORTEST_PAUSE_MILLIS;
            } else {
                LockSupport.parkNanos(pause * 1_000_000);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private boolean once(Step step, long pause) {
        try {
            step.run();
            return true;
        } catch (Throwable e) { // whatever it is, the thread goes on
            log(e, pause);
            return false;
        }
    }

    private void log(Throwable failure, long pause) {
        try {
            logger.get().log(level, what + ": " + failure + "; next try in " + pause + " ms");
        } catch (Throwable e) {
            // a failure that can't be told of may be told of the next time
        }
    }
}
