package dev.weir.internal.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Has the JDK initialize, while there are file descriptors, what it needs one for the first time.
 *
 * <p>A class whose initialization fails once is lost for the life of the JVM. Without this, a server whose first clients
 * take all descriptors could never close a channel again, nor write a log, nor let a virtual thread wait for its peer.
 */
final class WarmUp {

    /** Whether virtual threads are ready; two threads that both see that they are not both do it, which does no harm. */
    private static volatile boolean isDoneForVirtual;

    private WarmUp() {}

    /** Done before anything is accepted. */
    static void run(ConnectionThreads threads) throws IOException {
        // Closing takes a pair of sockets that the JDK keeps for it.
        SocketChannel.open().close();
        // The time of each line in a log takes a file of time zones.
        ZoneId.systemDefault().getRules();
        if (threads.areVirtual() && !isDoneForVirtual) {
            blockOnce(threads);
            isDoneForVirtual = true;
        }
    }

    /** A virtual thread that waits for a socket takes a poller, so one waits for a moment in vain. */
    private static void blockOnce(ConnectionThreads threads) throws IOException {
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
            done.get();
        } catch (ExecutionException e) {
            throw new IOException("virtual threads cannot wait for sockets: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted at the start", e);
        }
    }
}
