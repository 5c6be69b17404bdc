package dev.weir.internal.http1;

import dev.weir.http.ClientLink;
import dev.weir.http.Headers;
import dev.weir.http.Status;
import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.net.PeerWatch;
import dev.weir.internal.net.PeerWatcher;
import dev.weir.internal.net.Transport;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a handler can do with the client at the other end of a connection. Used by the connection's thread. */
final class Http1ClientLink implements ClientLink {

    private final Transport transport;
    private final PeerWatcher watcher;
    private final Http1ResponseWriter writer;

    /** Whether some work is watched, of which a watched part need not be watched again. */
    private boolean isWatching;

    Http1ClientLink(Transport transport, PeerWatcher watcher, Http1ResponseWriter writer) {
        this.transport = transport;
        this.watcher = watcher;
        this.writer = writer;
    }

    @Override
    public void sendInterim(Status status, Headers headers) throws IOException {
        writer.writeInterim(status, headers);
    }

    @Override
    public boolean isGone() {
        return transport.isPeerGone();
    }

    @Override
    public <T> T interruptWhenGone(Callable<T> work) throws Exception {
        if (isWatching) {
            return work.call();
        }
        AtomicBoolean hasLeft = new AtomicBoolean();
        Thread worker = Thread.currentThread();
        isWatching = true;
        PeerWatch watch = transport.watchPeer(watcher, () -> {
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
}
