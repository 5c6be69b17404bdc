package dev.weir.testing;

import dev.weir.InMemoryConnection;
import java.io.IOException;
import java.time.Duration;

/** A connection without a socket. */
record MemoryConnection(InMemoryConnection server) implements ClientConnection {

    @Override
    public void send(byte[] octets, Duration longest) throws IOException {
        server.send(octets);
    }

    @Override
    public int receive(byte[] into, Duration longest) throws IOException {
        return server.receive(into, longest);
    }

    @Override
    public void close() {
        server.close();
    }
}
