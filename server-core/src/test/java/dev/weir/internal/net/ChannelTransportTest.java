package dev.weir.internal.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.weir.config.ThreadSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a file goes out to a peer that takes its time, over a live socket. */
final class ChannelTransportTest {

    private static final String THREADS = "dev.weir.ThreadKinds#available";

    /** More than the system keeps for a connection. */
    private static final int LENGTH = 20 << 20;

    @TempDir
    private Path directory;

    private final CountDownLatch isFull = new CountDownLatch(1);
    private final AtomicInteger transfers = new AtomicInteger();
    private final AtomicInteger pieces = new AtomicInteger();
    private SocketChannel server;
    private SocketChannel client;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = SocketChannel.open(listener.getLocalAddress());
            server = listener.accept();
            client.write(ByteBuffer.wrap(new byte[1]));
        }
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    private byte[] file(String name) throws IOException {
        byte[] octets = new byte[LENGTH];
        new Random(7).nextBytes(octets);
        Files.write(directory.resolve(name), octets);
        return octets;
    }

    /** The file, where each transfer and each piece that is copied meanwhile is counted. */
    private FileChannel counted(FileChannel file) throws IOException {
        FileChannel counted = mock(FileChannel.class);
        when(counted.transferTo(anyLong(), anyLong(), any())).thenAnswer(call -> {
            transfers.incrementAndGet();
            return file.transferTo(call.getArgument(0), call.getArgument(1), call.getArgument(2));
        });
        when(counted.read(any(ByteBuffer.class), anyLong())).thenAnswer(call -> {
            pieces.incrementAndGet();
            isFull.countDown();
            return file.read((ByteBuffer) call.getArgument(0), (long) call.getArgument(1));
        });
        return counted;
    }

    private CompletableFuture<Throwable> write(ThreadSettings threads, FileChannel file, long position, long count) {
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        new ConnectionThreads(threads).run(() -> {
            try (SocketChannel written = server) {
                ChannelTransport transport = new ChannelTransport(written);
                transport.read(ByteBuffer.allocate(1)); // a request comes first, and sets how the channel waits
                transport.write(file, position, count);
                outcome.complete(null);
            } catch (Throwable e) {
                outcome.complete(e);
            }
        });
        return outcome;
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void waitsForASlowPeerInsteadOfAskingAgainAndAgain(ThreadSettings threads) throws Exception {
        byte[] octets = file("large");
        boolean returnsEarly = new ConnectionThreads(threads).areVirtual();
        try (FileChannel file = FileChannel.open(directory.resolve("large"))) {
            CompletableFuture<Throwable> outcome = write(threads, counted(file), 0, LENGTH);
            if (returnsEarly) {
                assertTrue(isFull.await(20, TimeUnit.SECONDS), "the socket takes all of the file at once");
            }
            assertArrayEquals(octets, client.socket().getInputStream().readAllBytes());
            assertNull(outcome.get(20, TimeUnit.SECONDS));
            assertTrue(
                    transfers.get() <= pieces.get() + 1, transfers + " transfers, " + pieces + " waits between them");
        }
    }

    @ParameterizedTest
    @MethodSource(THREADS)
    void failsIfTheFileEndsBeforeItsRegion(ThreadSettings threads) throws Exception {
        file("short");
        try (FileChannel file = FileChannel.open(directory.resolve("short"))) {
            CompletableFuture<Throwable> outcome = write(threads, file, LENGTH - 10, 20);
            Throwable failure = outcome.get(20, TimeUnit.SECONDS);
            assertInstanceOf(IOException.class, failure);
            assertTrue(failure.getMessage().contains("10 octets"), failure.getMessage());
        }
    }
}
