package dev.weir.internal.server;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether a server wants more work, and which responses tell their clients to go elsewhere. Written by the thread that
 * drains, read by all connections.
 */
public final class Readiness {

    private enum Stage {
        READY,
        LEAVING,
        CLOSING
    }

    private volatile Stage stage = Stage.READY;

    /** When the window begins, and how long it is; written before the stage. */
    private long windowStart;

    private long windowNanos;

    /** Whether further requests are welcome. */
    public boolean isReady() {
        return stage == Stage.READY;
    }

    /** No longer ready; responses begin to announce the close when the window does. */
    public void leave(Duration delay, Duration window) {
        windowStart = System.nanoTime() + delay.minus(window).toNanos();
        windowNanos = window.toNanos();
        stage = Stage.LEAVING;
    }

    /** From now on every response announces the close. */
    public void close() {
        stage = Stage.CLOSING;
    }

    /** Whether a response is to announce that its connection closes: by lot within the window, ever more likely. */
    boolean closesConnection() {
        Stage current = stage;
        if (current == Stage.LEAVING) {
            long within = System.nanoTime() - windowStart;
            return within > 0
                    && (within >= windowNanos || ThreadLocalRandom.current().nextLong(windowNanos) < within);
        }
        return current == Stage.CLOSING;
    }
}
