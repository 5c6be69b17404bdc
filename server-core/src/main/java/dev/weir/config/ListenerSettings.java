package dev.weir.config;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host name or address; empty for the wildcard address
 * @param port 0 for any free port, told after start
 * @param family Internet protocols
 * @param backlog most connections that the operating system keeps until they are accepted
 * @param reuseAddress SO_REUSEADDR: start although connections of an earlier server still linger
 * @param reusePort SO_REUSEPORT: several servers on one machine share the port, and the system spreads connections
 * @param unixPath path of a Unix domain socket to listen on instead of host and port
 * @param proxyProtocol proxies that begin each connection with a PROXY header, which tells the client's address (haproxy.org,
 *     doc/proxy-protocol.txt, versions 1 and 2); all other peers are turned away. Empty for a listener without that protocol
 */
public record ListenerSettings(
        String host,
        int port,
        AddressFamily family,
        int backlog,
        boolean reuseAddress,
        boolean reusePort,
        Optional<Path> unixPath,
        Optional<PeerAddresses> proxyProtocol) {

    /** Checks every value. */
    public ListenerSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(unixPath, "unixPath");
        Objects.requireNonNull(proxyProtocol, "proxyProtocol");
        Checks.range("port", port, 0, 65535);
        Checks.range("backlog", backlog, 1, 65535);
        if (family == AddressFamily.DUAL_STACK && !host.isEmpty() && !host.equals("::")) {
            throw new IllegalArgumentException(
                    "host: " + host + " (expected: \"\" or \"::\" for dual stack, which needs the wildcard address)");
        }
    }

    /** Any free port on all addresses. */
    public static ListenerSettings defaults() {
        return new ListenerSettings("", 0, AddressFamily.ANY, 1024, true, false, Optional.empty(), Optional.empty());
    }

    /** These on another host. */
    public ListenerSettings withHost(String host) {
        return new ListenerSettings(host, port, family, backlog, reuseAddress, reusePort, unixPath, proxyProtocol);
    }

    /** These on another port. */
    public ListenerSettings withPort(int port) {
        return new ListenerSettings(host, port, family, backlog, reuseAddress, reusePort, unixPath, proxyProtocol);
    }

    /** These with another address family. */
    public ListenerSettings withFamily(AddressFamily family) {
        return new ListenerSettings(host, port, family, backlog, reuseAddress, reusePort, unixPath, proxyProtocol);
    }

    /** These with another backlog. */
    public ListenerSettings withBacklog(int backlog) {
        return new ListenerSettings(host, port, family, backlog, reuseAddress, reusePort, unixPath, proxyProtocol);
    }

    /** These with SO_REUSEADDR on or off. */
    public ListenerSettings withReuseAddress(boolean reuseAddress) {
        return new ListenerSettings(host, port, family, backlog, reuseAddress, reusePort, unixPath, proxyProtocol);
    }

    /** These with SO_REUSEPORT on or off. */
    public ListenerSettings withReusePort(boolean reusePort) {
        return new ListenerSettings(host, port, family, backlog, reuseAddress, reusePort, unixPath, proxyProtocol);
    }

    /** These on a Unix domain socket. */
    public ListenerSettings withUnixPath(Path unixPath) {
        return new ListenerSettings(
                host, port, family, backlog, reuseAddress, reusePort, Optional.of(unixPath), proxyProtocol);
    }

    /**
     * These for those proxies, and for nobody else: each connection has to begin with a PROXY header, within the time of a
     * handshake, and is closed without a word if it does not. From then on its client's address is the peer's.
     */
    public ListenerSettings withProxyProtocol(PeerAddresses proxies) {
        return new ListenerSettings(
                host, port, family, backlog, reuseAddress, reusePort, unixPath, Optional.of(proxies));
    }
}
