package dev.weir.sse;

import dev.weir.http.ContentOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An output that keeps a sign of life going while its writer waits for something to write, and interrupts that wait when
 * the client has left or the server stops.
 *
 * <p>Two threads use the output, never both at a time: the writer, which is the connection's thread, and one of a few
 * threads that look after all such outputs, and only while the writer waits.
 */
final class LiveOutput implements AutoCloseable {

    /** A comment (WHATWG HTML, section 9.2.5), and the empty line that would end an event. */
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    /** A client that has left, or a server that stops, is noticed after so many milliseconds at most. */
    private static final long LONGEST_CHECK = 2000;

    private final ContentOutput output;
    private final Thread writer;
    private final long heartbeatNanos;

    /** Held while the output is used, which may take as long as the client lets it. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Whether the writer waits for its source; guarded by {@link #lock}. */
    private boolean isWaiting;

    /** Whether nothing more is to be written, for the client has left or the server stops; guarded by {@link #lock}. */
    private boolean isOver;

    /** When something was last sent, as of {@code System.nanoTime()}; guarded by {@link #lock}. */
    private long lastSent;

    /** Set before anybody else knows this object. */
    private ScheduledFuture<?> checks;

    private LiveOutput(ContentOutput output, Duration heartbeat) {
        this.output = output;
        this.writer = Thread.currentThread();
        this.heartbeatNanos = heartbeat.toNanos();
        this.lastSent = System.nanoTime();
    }

    /** An output that is written to by the current thread, looked after until it is closed. */
    static LiveOutput to(ContentOutput output, Duration heartbeat) {
        LiveOutput live = new LiveOutput(output, heartbeat);
        long millis = Math.min(heartbeat.toMillis() / 2, LONGEST_CHECK);
        live.checks = Watchers.ALL.scheduleWithFixedDelay(live::check, millis, millis, TimeUnit.MILLISECONDS);
        return live;
    }

    /** Few threads for all outputs, and none while there are no outputs. */
    private static final class Watchers {

        /** More than one, for one may be held up by a client that takes nothing, until that is overdue. */
        private static final int COUNT = 2;

        static final ScheduledThreadPoolExecutor ALL = pool();

        private static ScheduledThreadPoolExecutor pool() {
            ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(COUNT, task -> {
                Thread thread = new Thread(task, "weir-events");
                thread.setDaemon(true);
                return thread;
            });
            pool.setKeepAliveTime(10, TimeUnit.SECONDS);
            pool.allowCoreThreadTimeOut(true);
            pool.setRemoveOnCancelPolicy(true);
            return pool;
        }
    }

    /** Told by the writer before it asks its source for something; whether it is to do so. */
    boolean beginWait() {
        lock.lock();
        try {
            isOver |= output.isServerStopping();
            if (!isOver) {
                isWaiting = true;
                output.beginWait();
            }
            return isWaiting;
        } finally {
            lock.unlock();
        }
    }

    /** Told by the writer when it has something; whether that is still to be written. */
    boolean endWait() {
        lock.lock();
        try {
            stopWaiting();
            return !isOver;
        } finally {
            lock.unlock();
        }
    }

    /** Told by the writer when its source failed: whether that harms nobody, for it was interrupted or would be. */
    boolean failsForNobody() {
        lock.lock();
        try {
            stopWaiting();
            isOver |= isToEnd();
            return isOver;
        } finally {
            lock.unlock();
        }
    }

    private void stopWaiting() {
        isWaiting = false;
        output.endWait();
    }

    /** Sends octets at once. */
    void write(byte[] octets) throws IOException {
        lock.lock();
        try {
            send(octets);
        } finally {
            lock.unlock();
        }
    }

    private void send(byte[] octets) throws IOException {
        output.write(octets, 0, octets.length);
        output.flush();
        lastSent = System.nanoTime();
    }

    /** Looks after the client while the writer waits. */
    private void check() {
        if (!lock.tryLock()) {
            return; // something is being written right now
        }
        try {
            if (isWaiting && !isOver) {
                look();
            }
        } catch (IOException | RuntimeException e) {
            end();
        } finally {
            lock.unlock();
        }
    }

    private void look() throws IOException {
        if (isToEnd()) {
            end();
        } else if (System.nanoTime() - lastSent >= heartbeatNanos) {
            send(HEARTBEAT);
        }
    }

    private boolean isToEnd() {
        return output.isServerStopping() || output.isClientGone();
    }

    /** The writer is interrupted in its wait, nowhere else: an interrupt would close the connection under a write. */
    private void end() {
        isOver = true;
        writer.interrupt();
    }

    /** Leaves the output to the writer alone. */
    @Override
    public void close() {
        checks.cancel(false);
        endWait();
    }
}
