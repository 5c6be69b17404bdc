package dev.weir.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Content of a response that writes itself when its turn comes: after the handler has returned, once, on the same
 * thread.
 *
 * <p>The server calls {@link #writeTo} unless the response may carry no content (HEAD, 304), and {@link #close} in any
 * case. If {@code writeTo} throws, or writes more or less than {@link #length()} said, the message is cut short so that
 * the client can tell.
 */
public interface ResponseContent {

    /** What a writer of content does with its output. */
    @FunctionalInterface
    interface Writer {
        void writeTo(ContentOutput output) throws IOException;
    }

    /** Number of octets; empty if it is not known before they are written. */
    OptionalLong length();

    /** Writes all octets; does not close the output. */
    void writeTo(ContentOutput output) throws IOException;

    /**
     * A part of the octets as content of its own, where it can be written without the rest; empty where it can't.
     * Closing it closes this content too.
     *
     * @param position first octet of the part
     * @param count its length
     * @throws IndexOutOfBoundsException if the part reaches beyond the content
     */
    default Optional<ResponseContent> region(long position, long count) {
        return Optional.empty();
    }

    /** Gives back what the content holds, open files say. */
    default void close() throws IOException {}

    /** This content, with something closed after it that it is made of: the result of a query, say. */
    default ResponseContent closing(Closeable more) {
        return new ClosingContent(this, Objects.requireNonNull(more, "more"));
    }

    /** No octets. */
    static ResponseContent empty() {
        return Octets.EMPTY;
    }

    /** Octets from memory; the array is not copied and must not change any more. */
    static ResponseContent of(byte[] octets) {
        return octets.length == 0 ? Octets.EMPTY : new Octets(octets);
    }

    /** Whatever the writer writes, of unknown length. */
    static ResponseContent written(Writer writer) {
        return new Written(writer, OptionalLong.empty());
    }

    /** Whatever the writer writes, which is exactly so many octets. */
    static ResponseContent written(long length, Writer writer) {
        return new Written(writer, OptionalLong.of(checked("length", length)));
    }

    /** All of a stream, of unknown length; the stream is closed afterwards. */
    static ResponseContent of(InputStream stream) {
        return new Streamed(stream);
    }

    /**
     * A whole file, opened now, so that its length stays true even if the name is given to another file meanwhile.
     *
     * @throws IOException if it can't be read or is no regular file
     */
    static ResponseContent of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "no regular file");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new FileRegion(channel, 0, channel.size());
    }

    private static long checked(String name, long octets) {
        if (octets < 0) {
            throw new IllegalArgumentException(name + ": " + octets + " (expected: 0 or more octets)");
        }
        return octets;
    }

    /** Octets from memory. */
    final class Octets implements ResponseContent {

        private static final Octets EMPTY = new Octets(new byte[0]);

        private final byte[] octets;
        private final int offset;
        private final int count;

        private Octets(byte[] octets) {
            this(octets, 0, octets.length);
        }

        private Octets(byte[] octets, int offset, int count) {
            this.octets = octets;
            this.offset = offset;
            this.count = count;
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.of(count);
        }

        @Override
        public void writeTo(ContentOutput output) throws IOException {
            output.write(octets, offset, count);
        }

        @Override
        public Optional<ResponseContent> region(long position, long length) {
            Objects.checkFromIndexSize(position, length, (long) count);
            return Optional.of(new Octets(octets, offset + (int) position, (int) length));
        }
    }

    /** A region of an open file. */
    final class FileRegion implements ResponseContent {

        private final FileChannel channel;
        private final long position;
        private final long count;

        /**
         * A region of that file, which is closed with this content.
         *
         * @param position first octet
         * @param count number of octets
         */
        public FileRegion(FileChannel channel, long position, long count) {
            this.channel = Objects.requireNonNull(channel, "channel");
            this.position = checked("position", position);
            this.count = checked("count", count);
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.of(count);
        }

        @Override
        public void writeTo(ContentOutput output) throws IOException {
            output.write(channel, position, count);
        }

        @Override
        public Optional<ResponseContent> region(long from, long length) {
            Objects.checkFromIndexSize(from, length, count);
            return Optional.of(new FileRegion(channel, position + from, length));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Content that a piece of code writes. */
    final class Written implements ResponseContent {

        private final Writer writer;
        private final OptionalLong length;

        private Written(Writer writer, OptionalLong length) {
            this.writer = Objects.requireNonNull(writer, "writer");
            this.length = length;
        }

        @Override
        public OptionalLong length() {
            return length;
        }

        @Override
        public void writeTo(ContentOutput output) throws IOException {
            writer.writeTo(output);
        }
    }

    /** Content that a stream holds. */
    final class Streamed implements ResponseContent {

        private final InputStream stream;

        private Streamed(InputStream stream) {
            this.stream = Objects.requireNonNull(stream, "stream");
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.empty();
        }

        @Override
        public void writeTo(ContentOutput output) throws IOException {
            stream.transferTo(output);
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
