package dev.weir.proxies;

import dev.weir.config.IpLiteral;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who a proxy was asked by, as it writes that (RFC 7239 section 6).
 *
 * <pre>
 *   192.0.2.43            192.0.2.43, port 0
 *   [2001:db8::17]:4711   2001:db8::17, port 4711
 *   unknown               unresolved, host "unknown"
 *   _hidden               unresolved, host "_hidden"
 * </pre>
 */
final class Node {

    /** A client of which nothing is known; it has no IP address. */
    static final InetSocketAddress UNKNOWN = InetSocketAddress.createUnresolved("unknown", 0);

    private Node() {}

    /** As the parameter {@code for} has it; empty if it is malformed. */
    static Optional<InetSocketAddress> parse(String node) {
        // node = nodename [ ":" node-port ]
        if (node.startsWith("[")) {
            int close = node.indexOf(']');
            boolean isIpv6 = node.indexOf(':') >= 0 && node.indexOf(':') < close;
            return !isIpv6 ? Optional.empty() : address(node.substring(1, close), node.substring(close + 1));
        }
        int colon = node.indexOf(':');
        String name = colon < 0 ? node : node.substring(0, colon);
        String port = colon < 0 ? "" : node.substring(colon);
        if (name.equalsIgnoreCase("unknown")) {
            return port(port).isPresent() ? Optional.of(UNKNOWN) : Optional.empty();
        }
        if (isObfuscated(name)) {
            OptionalInt number = port(port);
            return number.isPresent()
                    ? Optional.of(InetSocketAddress.createUnresolved(name, number.getAsInt()))
                    : Optional.empty();
        }
        return address(name, port);
    }

    /** As {@code X-Forwarded-For} has it, where an IPv6 address mostly stands without brackets. */
    static Optional<InetSocketAddress> parseLoose(String node) {
        boolean isBareIpv6 = !node.startsWith("[") && node.indexOf(':') != node.lastIndexOf(':');
        return isBareIpv6 ? address(node, "") : parse(node);
    }

    private static Optional<InetSocketAddress> address(String literal, String colonAndPort) {
        OptionalInt port = port(colonAndPort);
        return port.isEmpty()
                ? Optional.empty()
                : IpLiteral.parse(literal).map(address -> new InetSocketAddress(address, port.getAsInt()));
    }

    /** What stands behind a colon; 0 if nothing does, or an identifier in the port's place. */
    private static OptionalInt port(String colonAndPort) {
        // node-port = 1*5DIGIT / obfport
        if (colonAndPort.isEmpty()) {
            return OptionalInt.of(0);
        }
        String text = colonAndPort.substring(1);
        if (colonAndPort.charAt(0) == ':' && isObfuscated(text)) {
            return OptionalInt.of(0);
        }
        boolean isPort = colonAndPort.charAt(0) == ':' && text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65535;
        return isPort ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static boolean isObfuscated(String name) {
        // obfnode = "_" 1*( ALPHA / DIGIT / "." / "_" / "-" )
        return name.matches("_[A-Za-z0-9._-]++");
    }
}
