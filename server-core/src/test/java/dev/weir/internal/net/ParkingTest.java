package dev.weir.internal.net;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.ThreadSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ParkingTest {

    private static final int ROUNDS = 20_000;
    private static final int STEP_NANOS = 97;
    private static final int SPREAD_NANOS = 100_000;

    /** A connection whose peer has sent something. */
    private static final class Pair implements AutoCloseable {

        final SocketChannel client;
        final ChannelTransport server;

        Pair(ServerSocketChannel listener) throws IOException {
            client = SocketChannel.open(listener.getLocalAddress());
            server = new ChannelTransport(listener.accept());
            client.write(ByteBuffer.wrap(new byte[1]));
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }

    /** What arrives while another is resumed used to be left behind when nothing woke the selector any more. */
    @Test
    void losesNoConnectionThatArrivesWhileAnotherIsResumed() throws Exception {
        ConnectionThreads threads = new ConnectionThreads(ThreadSettings.platform(4));
        Parking parking = new Parking(threads);
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (Pair first = new Pair(listener);
                    Pair second = new Pair(listener)) {
                for (int i = 0; i < ROUNDS; i++) {
                    CountDownLatch resumed = new CountDownLatch(2);
                    parking.park(first.server, resumed::countDown);
                    // The second comes a little later each time, so that it meets each step of the first's way.
                    long meeting = System.nanoTime() + (long) i * STEP_NANOS % SPREAD_NANOS;
                    while (System.nanoTime() < meeting) {
                        Thread.onSpinWait();
                    }
                    parking.park(second.server, resumed::countDown);
                    assertTrue(resumed.await(10, TimeUnit.SECONDS), "still parked in round " + i);
                }
            }
        } finally {
            parking.stop();
            threads.stop();
        }
    }
}
