package dev.weir.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;

/**
 * The ends of the connection that a request came over.
 *
 * <p>Behind a proxy that is trusted these may be the client's, as that proxy tells them.
 *
 * @param remote address of the client; for a Unix domain socket its path, usually empty; unresolved if it is not known
 * @param local address that the client connected to
 * @param isSecure whether the connection is encrypted
 */
public record Peer(SocketAddress remote, SocketAddress local, boolean isSecure) {

    private static final Peer IN_MEMORY = new Peer(
            InetSocketAddress.createUnresolved("localhost", 0),
            InetSocketAddress.createUnresolved("localhost", 0),
            false);

    /** Stands in where there is no connection, in tests of handlers. */
    public static Peer inMemory() {
        return IN_MEMORY;
    }

    /** The client's IP address as text, without port; absent for a Unix domain socket, and if it is not known. */
    public Optional<String> ipAddress() {
        return remote instanceof InetSocketAddress inet && inet.getAddress() != null
                ? Optional.of(inet.getAddress().getHostAddress())
                : Optional.empty();
    }
}
