package dev.weir.internal.http1;

import dev.weir.http.ClientLink;
import dev.weir.http.Headers;
import dev.weir.http.Status;
import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.net.PeerWatcher;
import dev.weir.internal.net.Transport;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a handler can do with its client until the final response begins.
 *
 * <p>Later an interim response would stand within the final one, or within that to another request (RFC 9110 section
 * 15.2), and what arrives belongs to another request; but an application may keep its request for as long as it likes.
 */
final class ExchangeLink implements ClientLink {

    private final Http1ResponseWriter writer;
    private final Transport transport;
    private final PeerWatcher watcher;

    /** Whether some work is watched, of which a part need not be watched again. */
    private boolean isWatching;

    /** Written by the connection's thread; an application may ask on another. */
    private volatile boolean isOver;

    ExchangeLink(Http1ResponseWriter writer, Transport transport, PeerWatcher watcher) {
        this.writer = writer;
        this.transport = transport;
        this.watcher = watcher;
    }

    @Override
    public void sendInterim(Status status, Headers headers) throws IOException {
        if (isOver) {
            throw new IllegalStateException(
                    "interim response: " + status.code() + " (expected: before the final response begins)");
        }
        writer.writeInterim(status, headers);
    }

    /** Sends 100 (Continue); once the final response has begun that one tells the client not to wait any longer. */
    void sendContinue() throws ConnectionLostException {
        if (isOver) {
            return;
        }
        try {
            writer.writeInterim(Status.CONTINUE, Headers.empty());
        } catch (ConnectionLostException e) {
            throw e;
        } catch (IOException e) {
            throw new ConnectionLostException("100 could not be sent", e);
        }
    }

    @Override
    public boolean isGone() {
        return !isOver && transport.isPeerGone();
    }

    @Override
    public <T> T interruptWhenGone(Callable<T> work) throws Exception {
        if (isWatching || isOver) {
            return work.call();
        }
        AtomicBoolean hasLeft = new AtomicBoolean();
        Thread worker = Thread.currentThread();
        isWatching = true;
        Transport.Watch watch = transport.watchPeer(watcher, () -> {
            hasLeft.set(true);
            worker.interrupt();
        });
        try {
            return work.call();
        } catch (Exception e) {
            watch.close();
            throw hasLeft.get() ? new ConnectionLostException("the client left", e) : e;
        } finally {
            watch.close();
            isWatching = false;
            if (hasLeft.get()) {
                Thread.interrupted(); // the work is over, and with it what the interrupt was for
            }
        }
    }

    /** The final response begins. */
    void end() {
        isOver = true;
    }
}
