package dev.weir.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Objects;

/**
 * Where content writes itself: an output stream that can also take a region of a file, which a connection hands to the
 * operating system without copying.
 *
 * <p>{@link #flush()} sends at once what was written so far; without it small writes are collected. One thread at a time
 * may use it.
 */
public abstract class ContentOutput extends OutputStream {

    /** For subclasses. */
    protected ContentOutput() {}

    /**
     * Writes a region of a file.
     *
     * @param position first octet of the region
     * @param count its length in octets
     * @throws IOException also if the file ends before the region does
     */
    public abstract void write(FileChannel file, long position, long count) throws IOException;

    /**
     * Whether the client has closed its end of the connection, as {@link Request#isClientGone} tells before there is a
     * response; false when in doubt, and where there is no client.
     */
    public boolean isClientGone() {
        return false;
    }

    /**
     * Whether the server stops and waits for this content among others. Content that would go on for ever is to end then,
     * as if it had no more to say; false where there is no server.
     */
    public boolean isServerStopping() {
        return false;
    }

    /**
     * Told before content waits for something to write, an event say, for as long as that takes: where connections share a
     * bounded pool of threads, this one is made up for. Ended by {@link #endWait}, at the latest where the content ends.
     */
    public void beginWait() {}

    /** Ends {@link #beginWait}; nothing if there was none. */
    public void endWait() {}

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    /** Writes to any stream; a file's region is copied through it. Closing it closes the stream. */
    public static ContentOutput to(OutputStream stream) {
        return new Copying(stream, null);
    }

    /** The same for a stream through which content goes to another output: its client and server are this one's. */
    public static ContentOutput to(OutputStream stream, ContentOutput behind) {
        return new Copying(stream, Objects.requireNonNull(behind, "behind"));
    }

    private static final class Copying extends ContentOutput {

        private final OutputStream stream;
        /** Null if the stream ends here. */
        private final ContentOutput behind;

        Copying(OutputStream stream, ContentOutput behind) {
            this.stream = stream;
            this.behind = behind;
        }

        @Override
        public boolean isClientGone() {
            return behind != null && behind.isClientGone();
        }

        @Override
        public boolean isServerStopping() {
            return behind != null && behind.isServerStopping();
        }

        @Override
        public void beginWait() {
            if (behind != null) {
                behind.beginWait();
            }
        }

        @Override
        public void endWait() {
            if (behind != null) {
                behind.endWait();
            }
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            stream.write(octets, offset, length);
        }

        @Override
        public void write(FileChannel file, long position, long count) throws IOException {
            // Channels.newChannel would close the stream it wraps only if closed itself; it is not.
            try (OutputStream unclosed = new Unclosed(stream)) {
                long done = 0;
                while (done < count) {
                    long moved = file.transferTo(position + done, count - done, Channels.newChannel(unclosed));
                    if (moved <= 0) {
                        throw new IOException("file ended after " + done + " of " + count + " octets");
                    }
                    done += moved;
                }
            }
        }

        @Override
        public void flush() throws IOException {
            stream.flush();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            out.write(octets, offset, length);
        }

        @Override
        public void close() {
            // the stream belongs to whoever made the output
        }
    }
}
