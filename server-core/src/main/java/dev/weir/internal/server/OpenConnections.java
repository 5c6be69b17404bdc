package dev.weir.internal.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** All connections of a server that are not yet closed. */
public final class OpenConnections {

    private final Set<OpenConnection> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();

    /** Signalled when a connection leaves. */
    private final Condition left = lock.newCondition();

    private volatile boolean stopping;

    /** Whether somebody may be waiting for the last to leave. */
    private volatile boolean awaited;

    /** Adds a connection; one that comes while the server stops is told so. */
    void add(OpenConnection connection) {
        open.add(connection);
        if (stopping) {
            connection.stopSoon();
        }
    }

    /** Removes a connection; false if it was not there. */
    boolean remove(OpenConnection connection) {
        boolean wasOpen = open.remove(connection);
        if (awaited) {
            lock.lock();
            try {
                left.signalAll();
            } finally {
                lock.unlock();
            }
        }
        return wasOpen;
    }

    /** Number of open connections. */
    public int count() {
        return open.size();
    }

    /** Asks all to end after the request in progress. */
    public void stopSoon() {
        stopping = true;
        open.forEach(OpenConnection::stopSoon);
    }

    /** Cuts all, and interrupts the application where it still has a request; returns how many were busy. */
    public int cutAll() {
        int busy = 0;
        for (OpenConnection connection : open) {
            busy += connection.cut() ? 1 : 0;
        }
        return busy;
    }

    /** Waits until none is left; false if that took longer than so many nanoseconds. */
    public boolean awaitNone(long nanos) throws InterruptedException {
        long remaining = nanos;
        awaited = true;
        lock.lock();
        try {
            while (!open.isEmpty()) {
                if (remaining <= 0) {
                    return false;
                }
                if (stopping) {
                    // Asked anew each round, for a connection may have become idle just as it was passed over.
                    open.forEach(OpenConnection::stopSoon);
                }
                long round = Math.min(remaining, TimeUnit.MILLISECONDS.toNanos(50));
                remaining -= round - Math.max(0, left.awaitNanos(round));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
