package dev.weir.internal.net;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Semaphore;

/**
 * A watch over one peer that tells when it has closed its end.
 *
 * <p>Begun, paused, resumed and closed by the connection's thread. While it is on, the channel is in non-blocking mode and
 * belongs to the watcher's thread, which is why the transport pauses it around each read and write.
 */
final class PeerWatch implements Transport.Watch {

    private static final LazyLogger LOGGER = new LazyLogger(PeerWatch.class);

    private final PeerWatcher watcher;
    private final SocketChannel channel;
    private final PeerPresence presence;
    private final Runnable whenGone;
    private final Runnable whenClosed;

    /** Released each time the watcher's thread has given the channel back. */
    private final Semaphore endings = new Semaphore(0);

    /** Used by the connection's thread only. */
    private boolean isOn;

    /** Used by the watcher's thread only; null while the channel is not registered. */
    private SelectionKey key;

    PeerWatch(
            PeerWatcher watcher, SocketChannel channel, PeerPresence presence, Runnable whenGone, Runnable whenClosed) {
        this.watcher = watcher;
        this.channel = channel;
        this.presence = presence;
        this.whenGone = whenGone;
        this.whenClosed = whenClosed;
    }

    /** Watches from now on, unless there is nothing more to find out. */
    void resume() {
        if (presence.isGone()) {
            whenGone.run();
        } else if (!presence.isFull()) {
            try {
                watcher.begin(this);
                isOn = true;
            } catch (IOException e) {
                LOGGER.get().log(Level.WARNING, "A peer cannot be watched", e);
            }
        }
    }

    /** Takes the channel back; waits for the watcher's thread to let go of it. */
    void pause() {
        if (isOn) {
            isOn = false;
            try {
                watcher.end(this);
                endings.acquireUninterruptibly();
            } catch (IOException e) {
                LOGGER.get().log(Level.WARNING, "A peer cannot be watched", e);
            }
        }
    }

    @Override
    public void close() {
        pause();
        whenClosed.run();
    }

    /** Called by the watcher's thread. */
    void register(Selector selector) {
        try {
            channel.configureBlocking(false);
            key = channel.register(selector, SelectionKey.OP_READ, this);
        } catch (IOException e) {
            LOGGER.get().log(Level.DEBUG, "A connection was closed before its peer was watched", e);
        }
    }

    /** Something has arrived, or the peer has left. Called by the watcher's thread. */
    void look(SelectionKey selected) {
        presence.look();
        if (presence.isGone() || presence.isFull()) {
            selected.cancel();
        }
        if (presence.isGone()) {
            whenGone.run();
        }
    }

    /** Called by the watcher's thread. */
    void cancel() {
        if (key != null) {
            key.cancel();
            key = null;
        }
    }

    /** The channel belongs to the connection's thread again. Called by the watcher's thread. */
    void ended() {
        try {
            channel.configureBlocking(true);
        } catch (IOException e) {
            LOGGER.get().log(Level.DEBUG, "A connection was closed while its peer was watched", e);
        } finally {
            endings.release();
        }
    }
}
