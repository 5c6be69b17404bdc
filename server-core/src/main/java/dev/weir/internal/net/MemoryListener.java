package dev.weir.internal.net;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Accepts connections of clients in the same JVM, on their threads, no more at a time than there are permits. */
public final class MemoryListener {

    private final Semaphore permits;
    private final Consumer<Transport> connections;

    /** Held while a connection is handed on, so that none comes after the stop. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by {@link #lock}. */
    private boolean isOpen;

    /** Accepts nothing before {@link #start}; permits and connections are as for {@link Listener}. */
    public MemoryListener(Semaphore permits, Consumer<Transport> connections) {
        this.permits = permits;
        this.connections = connections;
    }

    /** Starts to accept. */
    public void start() {
        setOpen(true);
    }

    /** Accepts no more. */
    public void stop() {
        setOpen(false);
    }

    private void setOpen(boolean open) {
        lock.lock();
        try {
            isOpen = open;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A new connection, of which the caller is the peer.
     *
     * @param longest time to wait for a permit
     * @throws IOException if there is none, or it accepts nothing
     */
    public MemoryTransport connect(Duration longest) throws IOException {
        takePermit(longest);
        lock.lock();
        try {
            if (isOpen) {
                MemoryTransport transport = new MemoryTransport();
                connections.accept(transport); // from here on the connection owns the permit
                return transport;
            }
        } finally {
            lock.unlock();
        }
        permits.release();
        throw new IOException("the server has stopped (expected: one that accepts connections)");
    }

    private void takePermit(Duration longest) throws IOException {
        try {
            if (!permits.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("no connection within " + longest.toMillis()
                        + " ms (expected: fewer open connections than the limit)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a connection", e);
        }
    }
}
