package dev.weir.internal.wire;

import dev.weir.config.Limits;
import dev.weir.http.Headers;
import java.nio.ByteBuffer;

/** Undoes the chunked transfer coding of one message (RFC 9112 section 7.1). */
public final class ChunkedDecoder {

    // chunked-body = *chunk last-chunk trailer-section CRLF
    // chunk        = chunk-size [ chunk-ext ] CRLF chunk-data CRLF
    private enum State {
        SIZE_START,
        SIZE,
        EXTENSION,
        SIZE_LINE_FEED,
        DATA,
        DATA_CARRIAGE_RETURN,
        DATA_LINE_FEED,
        TRAILERS,
        COMPLETE
    }

    /** Digits of the largest size that a long holds. */
    private static final int MOST_SIZE_DIGITS = 16;

    /** Octets of chunk extensions in one message; nobody is known to use them. */
    private static final int LONGEST_EXTENSIONS = 4096;

    private final FieldSectionParser trailerParser;
    private final ChunkExtensionParser extensions = new ChunkExtensionParser();

    private State state = State.SIZE_START;
    private long size;

    /** Digits of the chunk size so far: zeros before it must end some time. */
    private int sizeDigits;

    private int extensionOctets;
    private Headers trailers = Headers.empty();

    /** A decoder for one message that keeps those limits. */
    public ChunkedDecoder(Limits limits) {
        trailerParser = new FieldSectionParser(limits.fieldSection(), limits.fieldLines());
    }

    /**
     * Decodes what is there, until data was found, the message is complete or more is wanted.
     *
     * @param in has an array; its position moves over what was used
     * @return the number of octets of data that now stand at the buffer's position, which the caller takes and tells
     *     with {@link #taken(int)}; 0 if there are none
     */
    public int decode(ByteBuffer in) throws ProtocolException {
        while (in.hasRemaining()) {
            switch (state) {
                case SIZE_START -> sizeStart(in.get());
                case SIZE -> size(in.get());
                case EXTENSION -> extension(in.get());
                case SIZE_LINE_FEED -> sizeLineFeed(in.get());
                case DATA -> {
                    return (int) Math.min(size, in.remaining());
                }
                case DATA_CARRIAGE_RETURN -> expect((byte) '\r', in.get(), State.DATA_LINE_FEED);
                case DATA_LINE_FEED -> expect((byte) '\n', in.get(), State.SIZE_START);
                case TRAILERS -> {
                    if (!trailers(in)) {
                        return 0;
                    }
                }
                default -> {
                    return 0;
                }
            }
        }
        return 0;
    }

    /** Tells that so many octets of data have been taken from the buffer. */
    public void taken(int octets) {
        size -= octets;
        if (size == 0) {
            state = State.DATA_CARRIAGE_RETURN;
        }
    }

    /** Octets of the current chunk's data that are still to come; 0 outside of data. */
    public long remainingInChunk() {
        return state == State.DATA ? size : 0;
    }

    /** Whether the trailer section has been read to its end. */
    public boolean isComplete() {
        return state == State.COMPLETE;
    }

    /** The trailer section; empty before the message is complete. */
    public Headers trailers() {
        return trailers;
    }

    private void sizeStart(byte octet) throws ProtocolException {
        int digit = OctetClass.hexValue(octet);
        if (digit < 0) {
            throw malformedSize(octet);
        }
        size = digit;
        sizeDigits = 1;
        state = State.SIZE;
    }

    private void size(byte octet) throws ProtocolException {
        int digit = OctetClass.hexValue(octet);
        if (digit >= 0) {
            if (++sizeDigits > MOST_SIZE_DIGITS || size > Long.MAX_VALUE >> 4) {
                throw Violation.CHUNK_SIZE_TOO_LARGE.exception();
            }
            size = size << 4 | digit;
        } else if (octet == '\r') {
            state = State.SIZE_LINE_FEED;
        } else if (octet == ';') {
            extensions.reset();
            state = State.EXTENSION;
        } else {
            throw malformedSize(octet);
        }
    }

    private static ProtocolException malformedSize(byte octet) {
        return (octet == '\n' ? Violation.BARE_LF : Violation.MALFORMED_CHUNK_SIZE).exception();
    }

    private void extension(byte octet) throws ProtocolException {
        if (++extensionOctets > LONGEST_EXTENSIONS) {
            throw Violation.CHUNK_EXTENSIONS_TOO_LONG.exception();
        }
        if (extensions.endsAt(octet)) {
            state = State.SIZE_LINE_FEED;
        }
    }

    private void sizeLineFeed(byte octet) throws ProtocolException {
        if (octet != '\n') {
            throw Violation.BARE_CR.exception();
        }
        if (size == 0) {
            trailerParser.reset(0);
            state = State.TRAILERS;
        } else {
            state = State.DATA;
        }
    }

    private void expect(byte wanted, byte octet, State then) throws ProtocolException {
        if (octet != wanted) {
            throw Violation.MALFORMED_CHUNK_END.exception();
        }
        state = then;
    }

    private boolean trailers(ByteBuffer in) throws ProtocolException {
        int base = in.arrayOffset() + in.position();
        int end = trailerParser.parse(in.array(), base, in.arrayOffset() + in.limit());
        if (end < 0) {
            return false;
        }
        trailers = trailerParser.headers(in.array(), base);
        for (Headers.Field field : trailers) {
            if (!TrailerFields.allow(field.name())) {
                throw Violation.FORBIDDEN_TRAILER.exception();
            }
        }
        in.position(in.position() + end);
        state = State.COMPLETE;
        return true;
    }
}
