package dev.weir.internal.net;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Has the JDK initialize, while there are file descriptors, what it needs one for the first time.
 *
 * <p>A class whose initialization fails once is lost for the life of the JVM. Without this, a server whose first clients
 * take all descriptors could never close a channel again, nor write a log, nor let a virtual thread wait for its peer.
 *
 * <p>No first answer waits for it, for it takes tens of milliseconds: the deadline thread does it at its first sweep, or the
 * listener before a connection that could be one of many, whichever comes first.
 */
public final class WarmUp implements Deadlines.Watched {

    private static final LazyLogger LOGGER = new LazyLogger(WarmUp.class);

    /** Few enough for the descriptors of any process. */
    private static final int CONNECTIONS_BEFORE = 16;

    private static final int LONGEST_WAIT_SECONDS = 1;

    private final ConnectionThreads threads;

    /** Held while it is done, so that whoever comes second waits for that. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Changed while the lock is held. */
    private volatile boolean isDone;

    /** Used by the listener only. */
    private int connections;

    /** A warm-up for connections on those threads. */
    public WarmUp(ConnectionThreads threads) {
        this.threads = threads;
    }

    /** Told by the listener of each connection before it is served. */
    public void beforeConnection() {
        if (connections < CONNECTIONS_BEFORE && ++connections == CONNECTIONS_BEFORE) {
            run();
        }
    }

    @Override
    public void check(long nowMillis) {
        if (!isDone) {
            run();
        }
    }

    private void run() {
        lock.lock();
        try {
            if (!isDone) {
                isDone = true;
                initialize();
            }
        } catch (IOException e) {
            LOGGER.get().log(Level.WARNING, "File descriptors are short at the start already", e);
        } finally {
            lock.unlock();
        }
    }

    private void initialize() throws IOException {
        // The first line of a log makes the JDK read the configuration of logs, and its time a file of time zones.
        LOGGER.get().isLoggable(Level.WARNING);
        ZoneId.systemDefault().getRules();
        // Closing takes a pair of sockets that the JDK keeps for it.
        SocketChannel.open().close();
        if (threads.areVirtual()) {
            blockOnce();
        }
    }

    /** A virtual thread that waits for a socket takes a poller, so one waits for a moment in vain. */
    private void blockOnce() throws IOException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody.setSoTimeout(1);
            threads.run(() -> {
                try {
                    nobody.accept().close();
                    done.complete(null);
                } catch (SocketTimeoutException e) {
                    done.complete(null);
                } catch (IOException | RuntimeException | Error e) {
                    done.completeExceptionally(e);
                }
            });
            done.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // all processors are busy with what was accepted before, which waits for its peers just as well
        } catch (ExecutionException e) {
            throw new IOException("virtual threads cannot wait for sockets: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
