package dev.weir.internal.server;

import dev.weir.config.Limits;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets so many requests run at a time, so many more wait for a moment, and turns the rest away. */
public final class RequestGate {

    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int mostWaiting;
    private final long longestWaitNanos;

    /** A gate with those limits. */
    public RequestGate(Limits limits) {
        free = new Semaphore(limits.requestsInProgress());
        mostWaiting = limits.requestsWaiting();
        longestWaitNanos = limits.longestWait().toNanos();
    }

    /** Whether a request may run now, perhaps after a wait; if so, {@link #leave} follows. */
    public boolean enter() {
        return free.tryAcquire() || waitForTurn();
    }

    private boolean waitForTurn() {
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return free.tryAcquire(longestWaitNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Ends what {@link #enter} allowed. */
    public void leave() {
        free.release();
    }
}
