package dev.weir.internal.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Version 2 of the PROXY protocol: a block of octets (section 2.2).
 *
 * <pre>
 *   12 octets   signature
 *    1          version (4 bits): 2; command (4 bits): 0 LOCAL, 1 PROXY
 *    1          family (4 bits): 0 unspecified, 1 IPv4, 2 IPv6, 3 Unix; transport (4 bits): 0 unspecified, 1 stream, 2 datagram
 *    2          length of all that follows
 *               source and destination address, for IP their ports
 *               further values: type (1), length (2), value
 * </pre>
 *
 * <p>Of the further values the checksum is checked, and TLS asked for whether the client's connection has it; the others
 * are passed over.
 */
final class ProxyBlock {

    /** Octets before the addresses. */
    private static final int START = 16;

    /** Octets of both addresses with their ports, for each family. */
    private static final int[] ADDRESSES = {0, 12, 36, 216};

    private static final int PROXY = 0x21;
    private static final int LOCAL = 0x20;
    private static final int STREAM = 1;
    private static final int DATAGRAM = 2;

    private static final int TYPE_CHECKSUM = 0x03;
    private static final int TYPE_TLS = 0x20;

    /** In the first octet of the value for TLS: the client's connection has it. */
    private static final int HAS_TLS = 0x01;

    private final byte[] octets;
    private final int family;

    /** Where the further values begin. */
    private final int valuesStart;

    private boolean hasTls;
    private boolean hasChecksum;

    private ProxyBlock(byte[] octets) {
        this.octets = octets;
        this.family = octets[13] >> 4;
        this.valuesStart = START + ADDRESSES[family];
    }

    /** Called once the octets begin with the signature, which has that length. */
    static Optional<ProxyHeader> parse(ByteBuffer in, int signatureLength) throws ProxyHeaderException {
        int start = in.position();
        int count = in.remaining();
        int command = count > signatureLength ? in.get(start + signatureLength) & 0xFF : PROXY;
        if (command != PROXY && command != LOCAL) {
            throw new ProxyHeaderException("unknown version or command");
        }
        int kind = count > signatureLength + 1 ? in.get(start + signatureLength + 1) & 0xFF : 0;
        // Nothing but its length counts of what is said beside LOCAL.
        boolean isKnown = kind >> 4 < ADDRESSES.length && (kind & 0x0F) <= DATAGRAM;
        if (command == PROXY && !isKnown) {
            throw new ProxyHeaderException("unknown address family or transport");
        }
        if (count < START) {
            return Optional.empty();
        }
        int length = (in.get(start + 14) & 0xFF) << 8 | in.get(start + 15) & 0xFF;
        if (START + length > ProxyHeaderParser.LONGEST) {
            throw new ProxyHeaderException("longer than " + ProxyHeaderParser.LONGEST + " octets");
        }
        if (command == PROXY && length < ADDRESSES[kind >> 4]) {
            throw new ProxyHeaderException("too short for its addresses");
        }
        if (count < START + length) {
            return Optional.empty();
        }
        byte[] octets = new byte[START + length];
        in.get(octets);
        return Optional.of(command == LOCAL ? ProxyHeader.LOCAL : new ProxyBlock(octets).header());
    }

    private ProxyHeader header() throws ProxyHeaderException {
        if (family == 0) {
            return ProxyHeader.LOCAL; // what follows may be addresses of a kind that nobody knows
        }
        readValues();
        if ((octets[13] & 0x0F) != STREAM) {
            return ProxyHeader.LOCAL;
        }
        return ProxyHeader.relayed(address(0), address(1), hasTls);
    }

    /** The source, which is the first, or the destination. */
    private SocketAddress address(int index) {
        return switch (family) {
            case 1 -> inet(START + 4 * index, 4, START + 8 + 2 * index);
            case 2 -> inet(START + 16 * index, 16, START + 32 + 2 * index);
            default -> unix(START + 108 * index);
        };
    }

    private InetSocketAddress inet(int start, int length, int portStart) {
        byte[] address = new byte[length];
        System.arraycopy(octets, start, address, 0, length);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), number(portStart));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("octets of an address: " + length + " (expected: 4 or 16)", e);
        }
    }

    /** A path that ends with NUL, on another machine perhaps; one that cannot be a path here is as good as none. */
    private UnixDomainSocketAddress unix(int start) {
        int end = start;
        while (end < start + 108 && octets[end] != 0) {
            end++;
        }
        try {
            return UnixDomainSocketAddress.of(new String(octets, start, end - start, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return UnixDomainSocketAddress.of("");
        }
    }

    private int number(int start) {
        return (octets[start] & 0xFF) << 8 | octets[start + 1] & 0xFF;
    }

    private void readValues() throws ProxyHeaderException {
        int at = valuesStart;
        while (at < octets.length) {
            int end = at + 3 <= octets.length ? at + 3 + number(at + 1) : Integer.MAX_VALUE;
            if (end > octets.length) {
                throw new ProxyHeaderException("a value beyond its end");
            }
            readValue(octets[at] & 0xFF, at + 3, end);
            at = end;
        }
    }

    private void readValue(int type, int start, int end) throws ProxyHeaderException {
        if (type == TYPE_CHECKSUM) {
            if (hasChecksum || end - start != 4 || !isChecksumRight(start)) {
                throw new ProxyHeaderException("wrong checksum");
            }
            hasChecksum = true;
        } else if (type == TYPE_TLS) {
            // What the client has (1 octet), whether its certificate was verified (4), then values of its own.
            if (end - start < 5) {
                throw new ProxyHeaderException("malformed value for TLS");
            }
            hasTls = (octets[start] & HAS_TLS) != 0;
        }
    }

    /** Of the whole header, with zeros in the place of the checksum (RFC 4960 appendix B has the polynomial). */
    private boolean isChecksumRight(int start) {
        CRC32C checksum = new CRC32C();
        checksum.update(octets, 0, start);
        checksum.update(new byte[4]);
        checksum.update(octets, start + 4, octets.length - start - 4);
        return checksum.getValue() == ((long) number(start) << 16 | number(start + 2));
    }
}
