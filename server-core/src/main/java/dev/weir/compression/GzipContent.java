package dev.weir.compression;

import dev.weir.http.ContentOutput;
import dev.weir.http.ResponseContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;

/** Other content in the gzip format (RFC 1952), compressed while it is written. */
final class GzipContent implements ResponseContent {

    private static final int BUFFER_SIZE = 8 << 10;

    private final ResponseContent content;
    private final int level;

    GzipContent(ResponseContent content, int level) {
        this.content = content;
        this.level = level;
    }

    /** All of that content, compressed now; the content is closed. */
    static byte[] inMemory(ResponseContent content, int level) throws IOException {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream(BUFFER_SIZE);
            write(content, level, ContentOutput.to(octets));
            return octets.toByteArray();
        } finally {
            content.close();
        }
    }

    private static void write(ResponseContent content, int level, ContentOutput output) throws IOException {
        try (Gzip gzip = new Gzip(output, level)) {
            content.writeTo(ContentOutput.to(gzip, output));
            long expected = content.length().orElse(gzip.count);
            if (gzip.count != expected) {
                throw new IOException("content ended after " + gzip.count + " of " + expected + " octets");
            }
            gzip.finish();
        }
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void writeTo(ContentOutput output) throws IOException {
        write(content, level, output);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Counts what goes in; its {@code flush()} brings out all that was written so far. */
    private static final class Gzip extends GZIPOutputStream {

        private long count;

        Gzip(OutputStream output, int level) throws IOException {
            super(output, BUFFER_SIZE, true);
            def.setLevel(level);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            super.write(octets, offset, length);
            count += length;
        }

        /** Gives the memory of the deflater back and writes nothing: content that failed must not look complete. */
        @Override
        public void close() {
            def.end();
        }
    }
}
