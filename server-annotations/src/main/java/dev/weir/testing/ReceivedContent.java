package dev.weir.testing;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.Method;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Optional;

/** The content of a response, up to where its framing says that it ends (RFC 9112 section 6.3). */
final class ReceivedContent extends InputStream {

    private enum Framing {
        NONE,
        LENGTH,
        CHUNKED,
        TO_THE_END
    }

    private final ClientWire wire;
    private final Framing framing;

    /** Octets to come, of all or of this chunk. */
    private long remaining;

    private boolean isComplete;
    private Headers trailers = Headers.empty();

    ReceivedContent(ClientWire wire, Method method, ResponseHead head) throws ProtocolException {
        this.wire = wire;
        this.framing = framing(method, head);
        this.isComplete = framing == Framing.NONE || framing == Framing.LENGTH && remaining == 0;
    }

    private Framing framing(Method method, ResponseHead head) throws ProtocolException {
        Optional<String> length = head.headers().first(FieldNames.CONTENT_LENGTH);
        if (method.equals(Method.HEAD)
                || head.status().isInformational()
                || isBare(head.status().code())) {
            return Framing.NONE;
        }
        if (head.headers().contains(FieldNames.TRANSFER_ENCODING)) {
            return Framing.CHUNKED;
        }
        if (length.isEmpty()) {
            return Framing.TO_THE_END;
        }
        remaining = number(length.get(), 10);
        return Framing.LENGTH;
    }

    private static boolean isBare(int status) {
        return status == 204 || status == 304;
    }

    private static long number(String text, int radix) throws ProtocolException {
        try {
            return Long.parseUnsignedLong(text, radix);
        } catch (NumberFormatException e) {
            throw new ProtocolException("length: " + text);
        }
    }

    /** Whether all of it has come. */
    boolean isComplete() {
        return isComplete;
    }

    /** Whether another response can follow on the connection. */
    boolean endsWithConnection() {
        return framing == Framing.TO_THE_END;
    }

    /** Empty before the content is complete. */
    Headers trailers() {
        return trailers;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (framing == Framing.CHUNKED && remaining == 0 && !isComplete) {
            beginChunk();
        }
        if (isComplete) {
            return -1;
        }
        int most = framing == Framing.TO_THE_END ? length : (int) Math.min(length, remaining);
        int count = wire.read(into, offset, most);
        if (framing == Framing.TO_THE_END) {
            isComplete = count < 0;
            return count;
        }
        if (count < 0) {
            throw new EOFException("the content was cut short");
        }
        remaining -= count;
        if (remaining == 0) {
            endPart();
        }
        return count;
    }

    // last-chunk is a chunk of length zero; extensions are allowed, and none of our business
    private void beginChunk() throws IOException {
        try {
            remaining = number(wire.line().split(";", 2)[0].strip(), 16);
        } catch (EOFException e) {
            throw new EOFException("the content was cut short, without a last chunk");
        }
        if (remaining == 0) {
            trailers = wire.section();
            isComplete = true;
        }
    }

    private void endPart() throws IOException {
        if (framing == Framing.LENGTH) {
            isComplete = true;
        } else if (!wire.line().isEmpty()) {
            throw new ProtocolException("a chunk is longer than it says");
        }
    }
}
