package dev.weir.internal.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Octets that were read too far, or to see whether the peer is there, come first and in their order. */
@Timeout(20)
final class ReadAheadTest {

    private SocketChannel client;
    private ChannelTransport transport;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            client = SocketChannel.open(listener.getLocalAddress());
            transport = new ChannelTransport(listener.accept());
        }
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        transport.close();
    }

    private static ByteBuffer octets(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void send(String text) throws IOException {
        client.write(octets(text));
    }

    /** Reads until there are so many octets. */
    private String read(int count) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(count);
        while (into.hasRemaining() && transport.read(into) >= 0) {
            // more may come
        }
        return new String(into.array(), 0, into.position(), StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsGivenBackComesBeforeWhatArrives() throws IOException {
        transport.unread(octets("abc"));
        send("def");
        assertTrue(transport.hasReadAhead());
        assertEquals("a", read(1));
        assertEquals("bcdef", read(5));
        assertFalse(transport.hasReadAhead());
    }

    @Test
    void aLookForThePeerKeepsTheOrder() throws IOException {
        transport.unread(octets("abc"));
        assertEquals("a", read(1));
        send("def");
        assertFalse(transport.isPeerGone());
        assertEquals("bcdef", read(5));
    }

    @Test
    void thePeersEndIsFoundBehindWhatWasGivenBack() throws IOException {
        send("def");
        assertEquals("d", read(1));
        transport.unread(octets("xyz"));
        client.shutdownOutput();
        while (!transport.isPeerGone()) {
            Thread.onSpinWait(); // until the end has come over
        }
        assertEquals("xyzef", read(9));
    }

    @Test
    void whatArrivesCanBeGivenBackAgain() throws IOException {
        send("abc");
        assertEquals("abc", read(3));
        transport.unread(octets("bc"));
        assertEquals("bc", read(2));
        transport.unread(octets("c"));
        assertEquals("c", read(1));
    }

    @Test
    void nothingIsGivenBackInFrontOfWhatWasReadAhead() {
        transport.unread(octets("abc"));
        assertThrows(IllegalStateException.class, () -> transport.unread(octets("x")));
    }
}
