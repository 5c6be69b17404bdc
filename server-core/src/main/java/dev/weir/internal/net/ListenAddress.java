package dev.weir.internal.net;

import dev.weir.config.AddressFamily;
import dev.weir.config.ListenerSettings;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.util.Optional;

/**
 * What to bind, worked out from the settings.
 *
 * @param family family of the socket; empty for the platform's choice
 * @param address address to bind it to
 */
record ListenAddress(Optional<ProtocolFamily> family, SocketAddress address) {

    static ListenAddress of(ListenerSettings settings) throws IOException {
        if (settings.unixPath().isPresent()) {
            return new ListenAddress(
                    Optional.of(StandardProtocolFamily.UNIX),
                    UnixDomainSocketAddress.of(settings.unixPath().get()));
        }
        Optional<ProtocolFamily> family =
                switch (settings.family()) {
                    case ANY -> Optional.empty();
                    case IPV4 -> Optional.of(StandardProtocolFamily.INET);
                    case IPV6, DUAL_STACK -> Optional.of(StandardProtocolFamily.INET6);
                };
        return new ListenAddress(family, new InetSocketAddress(host(settings), settings.port()));
    }

    ServerSocketChannel open() throws IOException {
        return family.isPresent() ? ServerSocketChannel.open(family.get()) : ServerSocketChannel.open();
    }

    boolean isUnix() {
        return address instanceof UnixDomainSocketAddress;
    }

    /** For people: {@code 127.0.0.1:8080}, {@code [::1]:8080} or a path. */
    @Override
    public String toString() {
        if (address instanceof InetSocketAddress inet) {
            String host = inet.getAddress().getHostAddress();
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + inet.getPort();
        }
        return address.toString();
    }

    private static InetAddress host(ListenerSettings settings) throws IOException {
        String host = settings.host();
        AddressFamily family = settings.family();
        if (host.isEmpty()) {
            return switch (family) {
                case ANY -> new InetSocketAddress(0).getAddress();
                case IPV4 -> InetAddress.getByName("0.0.0.0");
                case IPV6, DUAL_STACK -> InetAddress.getByName("::");
            };
        }
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new IOException("host: \"" + host + "\" (expected: a name or address of this machine)", e);
        }
        for (InetAddress address : addresses) {
            boolean fits =
                    switch (family) {
                        case ANY -> true;
                        case IPV4 -> address instanceof Inet4Address;
                        case IPV6, DUAL_STACK -> address instanceof Inet6Address;
                    };
            if (fits) {
                return address;
            }
        }
        throw new IOException("host: \"" + host + "\" (expected: one with an address in " + family + ")");
    }
}
