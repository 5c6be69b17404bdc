package dev.weir.internal.http1;

import dev.weir.http.ContentOutput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** Writes content as it is; where a length was announced it takes no octet more than that. */
final class CountedOutput extends ContentOutput {

    private final ConnectionOutput output;
    private final long length;
    private long remaining;

    /** Takes that many octets; {@link Long#MAX_VALUE} where closing the connection ends the content. */
    CountedOutput(ConnectionOutput output, long length) {
        this.output = output;
        this.length = length;
        this.remaining = length;
    }

    @Override
    public void write(byte[] octets, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, octets.length);
        take(count);
        output.write(octets, offset, count);
    }

    @Override
    public void write(FileChannel file, long position, long count) throws IOException {
        take(count);
        output.write(file, position, count);
    }

    @Override
    public boolean isClientGone() {
        return output.isPeerGone();
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
        output.flush();
    }

    private void take(long count) throws IOException {
        if (count < 0) {
            throw new IllegalArgumentException("octets: " + count + " (expected: 0 or more)");
        }
        if (count > remaining) {
            throw new IOException("content is longer than its length said, by " + (count - remaining) + " octets");
        }
        remaining -= count;
    }

    /** Octets written so far. */
    long octets() {
        return length - remaining;
    }

    /** Octets announced and not yet written. */
    long remaining() {
        return remaining;
    }
}
