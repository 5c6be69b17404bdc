package dev.weir.internal.net;

import java.net.SocketAddress;
import java.util.Optional;

/**
 * What the PROXY protocol says of a connection that a proxy relays.
 *
 * @param source address of the client; empty if the connection is the proxy's own, or the proxy cannot tell
 * @param destination address that the client connected to; there if the source is
 * @param isSecure whether the client's connection is encrypted
 */
public record ProxyHeader(Optional<SocketAddress> source, Optional<SocketAddress> destination, boolean isSecure) {

    /** The ends are those of the connection itself. */
    static final ProxyHeader LOCAL = new ProxyHeader(Optional.empty(), Optional.empty(), false);

    static ProxyHeader relayed(SocketAddress source, SocketAddress destination, boolean isSecure) {
        return new ProxyHeader(Optional.of(source), Optional.of(destination), isSecure);
    }
}
