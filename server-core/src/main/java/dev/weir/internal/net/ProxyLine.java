package dev.weir.internal.net;

import dev.weir.config.IpLiteral;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Version 1 of the PROXY protocol: a line of text (section 2.1).
 *
 * <pre>
 *   PROXY TCP4 192.0.2.7 198.51.100.1 56324 443 CRLF
 *   PROXY TCP6 2001:db8::7 2001:db8::1 56324 443 CRLF
 *   PROXY UNKNOWN CRLF
 * </pre>
 */
final class ProxyLine {

    /** Octets of the longest line, CRLF included. */
    private static final int LONGEST = 107;

    private static final String UNKNOWN = "PROXY UNKNOWN";

    private ProxyLine() {}

    /** Called once the octets begin with the signature. */
    static Optional<ProxyHeader> parse(ByteBuffer in) throws ProxyHeaderException {
        int start = in.position();
        for (int i = start; i < in.limit(); i++) {
            if (i - start == LONGEST) {
                throw new ProxyHeaderException("longer than " + LONGEST + " octets");
            }
            byte octet = in.get(i);
            boolean isAfterCr = i > start && in.get(i - 1) == '\r';
            if (isAfterCr != (octet == '\n')) {
                throw new ProxyHeaderException("CR or LF alone");
            }
            if (isAfterCr) {
                byte[] line = new byte[i - 1 - start];
                in.get(line).position(i + 1);
                return Optional.of(header(new String(line, StandardCharsets.ISO_8859_1)));
            }
        }
        if (in.remaining() >= LONGEST) {
            throw new ProxyHeaderException("longer than " + LONGEST + " octets");
        }
        return Optional.empty();
    }

    private static ProxyHeader header(String line) throws ProxyHeaderException {
        // What else stands in a line of this kind is to be ignored.
        if (line.equals(UNKNOWN) || line.startsWith(UNKNOWN + " ")) {
            return ProxyHeader.LOCAL;
        }
        String[] words = line.split(" ", -1);
        boolean isIpv6 = words[1].equals("TCP6");
        if (words.length != 6 || !isIpv6 && !words[1].equals("TCP4")) {
            throw new ProxyHeaderException("no line of TCP4, TCP6 or UNKNOWN");
        }
        return ProxyHeader.relayed(address(words[2], words[4], isIpv6), address(words[3], words[5], isIpv6), false);
    }

    private static InetSocketAddress address(String literal, String port, boolean isIpv6) throws ProxyHeaderException {
        Optional<InetAddress> address = IpLiteral.parse(literal).filter(found -> isIpv6 == literal.contains(":"));
        boolean isPort = port.matches("0|[1-9][0-9]{0,4}") && Integer.parseInt(port) <= 65535;
        if (address.isEmpty() || !isPort) {
            throw new ProxyHeaderException("malformed address or port");
        }
        return new InetSocketAddress(address.get(), Integer.parseInt(port));
    }
}
