package dev.weir.internal.net;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Where peers are watched that somebody wants to know the leaving of: one selector on one platform thread, started when
 * it is first needed.
 */
public final class PeerWatcher {

    private static final LazyLogger LOGGER = new LazyLogger(PeerWatcher.class);

    private record Change(PeerWatch watch, boolean isBegin) {}

    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();

    /** Both null until first needed; guarded by this object, which is never held while anything blocks. */
    private Selector selector;

    private Thread thread;

    private volatile boolean stopped;

    void begin(PeerWatch watch) throws IOException {
        change(new Change(watch, true));
    }

    void end(PeerWatch watch) throws IOException {
        change(new Change(watch, false));
    }

    private void change(Change change) throws IOException {
        Selector waking = started(); // first, for a change that nobody knows to have been refused must not stay behind
        changes.add(change);
        waking.wakeup();
        if (stopped) {
            abandonChanges();
        }
    }

    private synchronized Selector started() throws IOException {
        if (thread == null) {
            Selector opened = Selector.open();
            selector = opened;
            thread = new Thread(() -> run(opened), "weir-peer-watch");
            thread.setDaemon(true);
            thread.start();
        }
        return selector;
    }

    private void run(Selector selector) {
        new Repetition(LOGGER, Level.ERROR, "Peers could not be watched").run(() -> look(selector), () -> stopped);
        abandonChanges();
        close(selector);
    }

    private void look(Selector selector) throws IOException {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
            ((PeerWatch) key.attachment()).look(key);
        }
        selector.selectedKeys().clear();
        for (Change change = changes.poll(); change != null; change = changes.poll()) {
            apply(change, selector);
        }
    }

    private static void apply(Change change, Selector selector) throws IOException {
        if (change.isBegin) {
            change.watch.register(selector);
            return;
        }
        try {
            change.watch.cancel();
            // Only a selection takes a cancelled key off its channel, which can then block again.
            selector.selectNow();
            selector.selectedKeys().clear();
        } finally {
            change.watch.ended(); // somebody waits for that
        }
    }

    /** Lets everybody go on who waits for a watch to end. */
    private void abandonChanges() {
        for (Change change = changes.poll(); change != null; change = changes.poll()) {
            if (!change.isBegin) {
                change.watch.ended();
            }
        }
    }

    private static void close(Selector selector) {
        try {
            selector.close();
        } catch (IOException e) {
            LOGGER.get().log(Level.WARNING, "The selector of watched peers did not close well", e);
        }
    }

    /** Ends the thread, if there is one. */
    public void stop() throws InterruptedException {
        stopped = true;
        Thread ending;
        synchronized (this) {
            ending = thread;
            if (selector != null) {
                selector.wakeup();
            }
        }
        LockSupport.unpark(ending);
        if (ending != null) {
            ending.join();
        }
    }
}
