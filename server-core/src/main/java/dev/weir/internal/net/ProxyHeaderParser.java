package dev.weir.internal.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the header with which a proxy begins a connection, in version 1 or 2 of the PROXY protocol (haproxy.org,
 * doc/proxy-protocol.txt). Sans-IO.
 *
 * <p>Like the parsers of {@code wire}: handed what has arrived so far, it refuses at the first octet that proves the input
 * wrong, and leaves the position alone until the header is complete. Headers are short and come in one piece, so what has
 * arrived is simply read again.
 */
public final class ProxyHeaderParser {

    /** Octets of the longest header that is read: addresses, and further values, which may be a certificate. */
    public static final int LONGEST = 4096;

    private static final byte[] LINE_SIGNATURE = "PROXY ".getBytes(StandardCharsets.US_ASCII);

    /** CR LF CR LF NUL CR LF QUIT LF: what no other protocol understands. */
    private static final byte[] BLOCK_SIGNATURE = "\r\n\r\n\0\r\nQUIT\n".getBytes(StandardCharsets.US_ASCII);

    private ProxyHeaderParser() {}

    /** The header with which the octets begin, and moves their position behind it; empty if there has to come more. */
    public static Optional<ProxyHeader> parse(ByteBuffer in) throws ProxyHeaderException {
        if (!in.hasRemaining()) {
            return Optional.empty();
        }
        boolean isLine = in.get(in.position()) == LINE_SIGNATURE[0];
        byte[] signature = isLine ? LINE_SIGNATURE : BLOCK_SIGNATURE;
        int count = Math.min(signature.length, in.remaining());
        for (int i = 0; i < count; i++) {
            if (in.get(in.position() + i) != signature[i]) {
                throw new ProxyHeaderException("neither version 1 nor 2");
            }
        }
        if (count < signature.length) {
            return Optional.empty();
        }
        return isLine ? ProxyLine.parse(in) : ProxyBlock.parse(in, signature.length);
    }
}
