package dev.weir.compression;

import dev.weir.http.ContentOutput;
import dev.weir.http.ResponseContent;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** Other content, coded while it is written. */
final class CodedContent implements ResponseContent {

    private final ResponseContent content;
    private final ContentCoding coding;

    CodedContent(ResponseContent content, ContentCoding coding) {
        this.content = content;
        this.coding = coding;
    }

    /** All of that content, coded now; the content is closed. */
    static byte[] inMemory(ResponseContent content, ContentCoding coding) throws IOException {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream(1 << 10);
            write(content, coding, ContentOutput.to(octets));
            return octets.toByteArray();
        } finally {
            content.close();
        }
    }

    private static void write(ResponseContent content, ContentCoding coding, ContentOutput output) throws IOException {
        Gate gate = new Gate(output);
        try (OutputStream encoder = coding.encoder(gate)) {
            boolean isWhole = false;
            try {
                writeWhole(content, encoder, gate, output);
                isWhole = true;
            } finally {
                gate.isShut = !isWhole;
            }
        }
    }

    private static void writeWhole(ResponseContent content, OutputStream encoder, Gate gate, ContentOutput output)
            throws IOException {
        Counted counted = new Counted(encoder, gate);
        content.writeTo(ContentOutput.to(counted, output));
        long expected = content.length().orElse(counted.count);
        if (counted.count != expected) {
            throw new IOException("content ended after " + counted.count + " of " + expected + " octets");
        }
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    public void writeTo(ContentOutput output) throws IOException {
        write(content, coding, output);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Counts what goes into the encoder. */
    private static final class Counted extends FilterOutputStream {

        private final Gate gate;
        private long count;

        Counted(OutputStream encoder, Gate gate) {
            super(encoder);
            this.gate = gate;
        }

        /** Not every encoder flushes what it writes to. */
        @Override
        public void flush() throws IOException {
            gate.isFlushed = false;
            out.flush();
            if (!gate.isFlushed) {
                gate.flush();
            }
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            out.write(octets, offset, length);
            count += length;
        }
    }

    /**
     * What an encoder writes to. The encoder has to be closed in any case, to give back its memory, but content that
     * failed must not look complete: then its last octets are dropped here.
     */
    private static final class Gate extends FilterOutputStream {

        private boolean isShut;
        private boolean isFlushed;

        Gate(OutputStream output) {
            super(output);
        }

        @Override
        public void write(int octet) throws IOException {
            if (!isShut) {
                out.write(octet);
            }
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            if (!isShut) {
                out.write(octets, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            isFlushed = true;
            if (!isShut) {
                out.flush();
            }
        }

        @Override
        public void close() {
            // the output belongs to whoever made it
        }
    }
}
