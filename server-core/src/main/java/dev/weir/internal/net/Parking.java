package dev.weir.internal.net;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Where connections without a thread wait for their peer: one selector on one platform thread.
 *
 * <p>A parked channel is in non-blocking mode and belongs to the selector thread. Once it is readable, or its input was
 * shut down, it is made blocking again and its task goes back to the pool.
 */
public final class Parking {

    private static final LazyLogger LOGGER = new LazyLogger(Parking.class);

    private record Parked(SocketChannel channel, Runnable whenReadable) {}

    private final ConnectionThreads threads;
    private final Selector selector;
    private final Thread thread;

    /** On their way to the selector. */
    private final Queue<Parked> arriving = new ConcurrentLinkedQueue<>();

    /** Asked to be resumed although nothing has arrived. */
    private final Queue<SocketChannel> leaving = new ConcurrentLinkedQueue<>();

    /** All that have not been resumed; a closed channel's key is gone, but its task still has to end. */
    private final Set<Parked> waiting = ConcurrentHashMap.newKeySet();

    /** Taken off the selector, and not resumed yet: left over if that failed. Used by the selector thread only. */
    private final Queue<Parked> ready = new ArrayDeque<>();

    private volatile boolean stopped;

    /** Starts its thread. */
    public Parking(ConnectionThreads threads) throws IOException {
        this.threads = threads;
        this.selector = Selector.open();
        this.thread = new Thread(this::run, "weir-parking");
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs the task on a connection thread once the transport is readable; called by the connection's thread last. */
    public void park(Transport transport, Runnable whenReadable) {
        if (transport instanceof MemoryTransport memory) {
            memory.park(() -> threads.run(whenReadable));
            return;
        }
        ChannelTransport parkable = (ChannelTransport) transport;
        if (parkable.hasReadAhead()) {
            threads.run(whenReadable);
            return;
        }
        parkable.parkedIn(this);
        Parked parked = new Parked(parkable.channel(), whenReadable);
        waiting.add(parked);
        arriving.add(parked);
        selector.wakeup();
    }

    /** Runs the task of a channel that is parked although nothing has arrived; called by any thread. */
    void unpark(SocketChannel channel) {
        leaving.add(channel);
        selector.wakeup();
    }

    private void run() {
        new Repetition(LOGGER, Level.ERROR, "Parked connections could not be selected")
                .run(this::resumeReady, () -> stopped);
    }

    private void resumeReady() throws IOException {
        // The selection without a wait, below, takes the wake-ups of all that have come up to then, so look for these.
        if (ready.isEmpty() && arriving.isEmpty() && leaving.isEmpty()) {
            selector.select();
        }
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); keys.remove()) {
            SelectionKey key = keys.next();
            take(key);
        }
        register();
        for (SocketChannel channel = leaving.poll(); channel != null; channel = leaving.poll()) {
            SelectionKey key = channel.keyFor(selector);
            if (key != null && key.isValid()) { // else it is on its way already
                take(key);
            }
        }
        if (!ready.isEmpty()) {
            // Only a selection takes cancelled keys off their channels, which can then block again.
            selector.selectNow();
        }
        for (Parked parked = ready.poll(); parked != null; parked = ready.poll()) {
            resume(parked);
        }
    }

    private void take(SelectionKey key) {
        ready.add((Parked) key.attachment());
        key.cancel();
    }

    private void register() {
        for (Parked parked = arriving.poll(); parked != null; parked = arriving.poll()) {
            try {
                parked.channel.configureBlocking(false);
                parked.channel.register(selector, SelectionKey.OP_READ, parked);
            } catch (IOException | RuntimeException e) {
                run(parked); // closed meanwhile: its task will find that out
            }
        }
    }

    private void resume(Parked parked) {
        try {
            parked.channel.configureBlocking(true);
        } catch (IOException | RuntimeException e) {
            LOGGER.get().log(Level.DEBUG, "A parked connection was closed", e);
        }
        run(parked);
    }

    private void run(Parked parked) {
        waiting.remove(parked);
        try {
            threads.run(parked.whenReadable);
        } catch (RuntimeException | Error e) {
            LOGGER.get().log(Level.ERROR, "A parked connection got no thread; it was closed", e);
            endHere(parked);
        }
    }

    /** On a closed channel a task has nothing to do but end, which this thread can do for it. */
    private static void endHere(Parked parked) {
        try {
            parked.channel.close();
        } catch (IOException e) {
            LOGGER.get().log(Level.DEBUG, "A parked connection did not close well", e);
        }
        parked.whenReadable.run();
    }

    /** Ends the thread; whatever is still parked is given back to be run, and finds its channel closed. */
    public void stop() throws IOException, InterruptedException {
        stopped = true;
        selector.wakeup();
        LockSupport.unpark(thread);
        thread.join();
        waiting.forEach(this::run);
        selector.close();
    }
}
