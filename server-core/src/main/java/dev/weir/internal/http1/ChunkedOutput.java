package dev.weir.internal.http1;

import dev.weir.http.ContentOutput;
import dev.weir.http.Headers;
import dev.weir.internal.net.BufferPool;
import dev.weir.internal.wire.ResponseHeadEncoder;
import dev.weir.internal.wire.TrailerFields;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Writes content in chunks (RFC 9112 section 7.1): small writes are collected, and each full buffer is a chunk. */
final class ChunkedOutput extends ContentOutput {

    private static final byte[] CRLF = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n'};

    private final ConnectionOutput output;
    private final BufferPool pool;

    /** Null once the content has ended, for it serves another connection then. */
    private byte[] buffer;

    private int length;
    private long octets;

    ChunkedOutput(ConnectionOutput output, BufferPool pool) {
        this.output = output;
        this.pool = pool;
        this.buffer = pool.borrow();
    }

    @Override
    public void write(int octet) throws IOException {
        checkIsOpen();
        if (length == buffer.length) {
            chunk();
        }
        buffer[length++] = (byte) octet;
    }

    @Override
    public void write(byte[] octets, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, octets.length);
        checkIsOpen();
        if (count > buffer.length - length) {
            chunk();
        }
        if (count > buffer.length) {
            chunk(octets, offset, count);
        } else {
            System.arraycopy(octets, offset, buffer, length, count);
            length += count;
        }
    }

    @Override
    public void write(FileChannel file, long position, long count) throws IOException {
        checkIsOpen();
        if (count > 0) {
            chunk();
            size(count);
            output.write(file, position, count);
            output.write(CRLF);
        }
    }

    @Override
    public void flush() throws IOException {
        checkIsOpen();
        chunk();
        output.flush();
    }

    private void checkIsOpen() throws IOException {
        if (buffer == null) {
            throw new IOException("the content has ended");
        }
    }

    private void chunk() throws IOException {
        if (length > 0) {
            int collected = length;
            length = 0;
            chunk(buffer, 0, collected);
        }
    }

    private void chunk(byte[] octets, int offset, int count) throws IOException {
        size(count);
        output.write(octets, offset, count);
        output.write(CRLF);
    }

    private void size(long count) throws IOException {
        octets += count;
        output.write((Long.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes what is left, the last chunk and the trailer section, but for fields that may not stand there. */
    void end(Headers trailers) throws IOException {
        chunk();
        output.write(LAST_CHUNK);
        output.write(ResponseHeadEncoder.fieldLines(TrailerFields.allowed(trailers)));
        output.write(CRLF);
    }

    /** Octets of content in all chunks so far. */
    long octets() {
        return octets;
    }

    /** Gives the buffer back; what was not ended stays unended, so that the client can tell. */
    void release() {
        pool.giveBack(buffer);
        buffer = null;
    }
}
