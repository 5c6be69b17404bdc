package dev.weir.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A content coding (RFC 9110 section 8.4.1): its name, and the streams that bring octets into it and out of it.
 *
 * <pre>{@code
 * ContentCoding zstd = ContentCoding.of("zstd", ZstdOutputStream::new, ZstdInputStream::new);
 * HttpServer.builder()
 *         .filter(Compression.of(zstd, ContentCoding.gzip()))
 *         .filter(Decompression.of(zstd, ContentCoding.gzip()))…
 * }</pre>
 *
 * <p>One coding serves many messages at a time; each of its streams serves one, and one thread at a time.
 */
public interface ContentCoding {

    /** Makes the stream that codes what is written to it. */
    @FunctionalInterface
    interface Encoder {
        OutputStream to(OutputStream coded) throws IOException;
    }

    /** Makes the stream that reads what was coded. */
    @FunctionalInterface
    interface Decoder {
        InputStream from(InputStream coded) throws IOException;
    }

    /** Name as registered, in lower case: {@code gzip}. */
    String name();

    /**
     * A stream that codes what is written to it. Its {@code flush()} brings out all that was written so far, and need not
     * flush the stream behind it; its {@code close()}, which is called in any case, brings out the end and gives back what
     * the stream holds. It may close the stream behind it, too.
     */
    OutputStream encoder(OutputStream coded) throws IOException;

    /**
     * A stream of what was coded. An {@link IOException} of its own means that the coded octets are corrupt or end too
     * early; its {@code close()} gives back what the stream holds. How much memory it takes is its own to limit.
     */
    InputStream decoder(InputStream coded) throws IOException;

    /** The gzip coding (RFC 1952), which every client knows, at level 6. */
    static ContentCoding gzip() {
        return gzip(DeflateCoding.DEFAULT_LEVEL);
    }

    /**
     * The gzip coding at another level.
     *
     * @param level from 1, the fastest, to 9, the shortest
     */
    static ContentCoding gzip(int level) {
        return new DeflateCoding(Wrapping.GZIP, level);
    }

    /** The deflate coding, which is the zlib format (RFC 1950), at level 6. */
    static ContentCoding deflate() {
        return deflate(DeflateCoding.DEFAULT_LEVEL);
    }

    /**
     * The deflate coding at another level.
     *
     * @param level from 1, the fastest, to 9, the shortest
     */
    static ContentCoding deflate(int level) {
        return new DeflateCoding(Wrapping.ZLIB, level);
    }

    /** A coding of that name, made of two constructors, say. */
    static ContentCoding of(String name, Encoder encoder, Decoder decoder) {
        return new NamedCoding(name, encoder, decoder);
    }
}
