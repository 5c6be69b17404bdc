package dev.weir;

import dev.weir.internal.net.MemoryTransport;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** The client's end of a connection without a socket ({@link HttpServer#connect}). Used by one thread, closed by any. */
public final class InMemoryConnection implements AutoCloseable {

    private final MemoryTransport server;

    InMemoryConnection(MemoryTransport server) {
        this.server = server;
    }

    /**
     * Sends octets; never waits.
     *
     * @throws IOException if the server has closed the connection
     */
    public void send(byte[] octets) throws IOException {
        server.fromPeer().write(ByteBuffer.wrap(octets));
    }

    /**
     * Takes what has arrived, and waits for it.
     *
     * @return number of octets, at least one; -1 if the server has sent all
     * @throws SocketTimeoutException if nothing has arrived in that time
     * @throws IOException if the server has cut the connection
     */
    public int receive(byte[] into, Duration longest) throws IOException {
        if (!server.toPeer().awaitReadable(longest.toNanos())) {
            throw new SocketTimeoutException("nothing arrived within " + longest.toMillis() + " ms");
        }
        return server.toPeer().readNow(ByteBuffer.wrap(into));
    }

    /** Tells the server that nothing more will be sent. */
    public void endOutput() {
        server.fromPeer().end();
    }

    /** Leaves; the server finds out when it reads or writes. */
    @Override
    public void close() {
        server.fromPeer().end();
        server.toPeer().breakUp();
    }
}
