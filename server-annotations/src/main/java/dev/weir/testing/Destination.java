package dev.weir.testing;

import dev.weir.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Where a client's connections go.
 *
 * @param authority for the Host field
 * @param connector makes them
 */
record Destination(String authority, Connector connector) {

    @FunctionalInterface
    interface Connector {
        ClientConnection connect(Duration longest) throws IOException;
    }

    /** Over a socket where the server listens, in memory if it listens nowhere. */
    static Destination of(HttpServer server) {
        if (!server.isListening()) {
            return new Destination("localhost", longest -> new MemoryConnection(server.connect(longest)));
        }
        if (server.address() instanceof InetSocketAddress address) {
            return new Destination("localhost:" + address.getPort(), longest -> SocketConnection.to(address, longest));
        }
        throw new IllegalArgumentException(
                "server: at " + server.address() + " (expected: one that listens on TCP or is started in memory)");
    }
}
