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

/**
 * Writes content in chunks (RFC 9112 section 7.1): small writes are collected, and each full buffer is a chunk.
 * What is collected stands in the buffer as it is sent, with its size before it and CRLF behind.
 */
final class ChunkedOutput extends ContentOutput {

    private static final byte[] CRLF = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n'};

    /** Room for the size line of a chunk as large as a buffer. */
    private static final int SIZE_ROOM = 8;

    private final ConnectionOutput output;
    private final BufferPool pool;

    /** Null once the content has ended, for it serves another connection then. */
    private byte[] buffer;

    /** Where the next octet goes; data begins behind the room for its size. */
    private int next = SIZE_ROOM;

    private long octets;

    ChunkedOutput(ConnectionOutput output, BufferPool pool) {
        this.output = output;
        this.pool = pool;
        this.buffer = pool.borrow();
    }

    @Override
    public void write(int octet) throws IOException {
        checkIsOpen();
        if (next == mostCollected()) {
            makeRoom();
        }
        buffer[next++] = (byte) octet;
    }

    @Override
    public void write(byte[] octets, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, octets.length);
        checkIsOpen();
        while (count > mostCollected() - next && next > SIZE_ROOM) {
            makeRoom();
        }
        if (count > mostCollected() - next) {
            size(count);
            output.write(octets, offset, count);
            output.write(CRLF);
        } else {
            System.arraycopy(octets, offset, buffer, next, count);
            next += count;
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
    public boolean isClientGone() {
        return buffer != null && output.isPeerGone();
    }

    @Override
    public boolean isServerStopping() {
        return output.isServerStopping();
    }

    @Override
    public void beginWait() {
        output.beginWait();
    }

    @Override
    public void endWait() {
        output.endWait();
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

    /** Where collected data must end, so that a CRLF fits behind it. */
    private int mostCollected() {
        return buffer.length - CRLF.length;
    }

    /** Takes a larger buffer, once; after that what was collected becomes a chunk. */
    private void makeRoom() throws IOException {
        if (buffer.length < BufferPool.LARGE_SIZE) {
            byte[] larger = pool.borrowLarge();
            System.arraycopy(buffer, 0, larger, 0, next);
            pool.giveBack(buffer);
            buffer = larger;
        } else {
            chunk();
        }
    }

    /** Writes what was collected as a chunk: its size goes into the room before it, right up to the data. */
    private void chunk() throws IOException {
        int count = next - SIZE_ROOM;
        if (count > 0) {
            octets += count;
            buffer[next++] = '\r';
            buffer[next++] = '\n';
            int start = SIZE_ROOM;
            buffer[--start] = '\n';
            buffer[--start] = '\r';
            for (int rest = count; rest > 0; rest >>>= 4) {
                buffer[--start] = (byte) Character.forDigit(rest & 0xf, 16);
            }
            int end = next;
            next = SIZE_ROOM;
            output.write(buffer, start, end - start);
        }
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

    /** Octets of content so far, also those that are yet to become a chunk. */
    long written() {
        return octets + next - SIZE_ROOM;
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
