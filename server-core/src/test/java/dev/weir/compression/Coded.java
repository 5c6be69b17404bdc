package dev.weir.compression;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Octets in the codings, as the JDK makes them. */
final class Coded {

    private Coded() {}

    /** A gzip member. */
    static byte[] gzip(byte[] octets) {
        return coded(octets, GZIPOutputStream::new);
    }

    /** A gzip member that holds text. */
    static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The zlib format. */
    static byte[] deflate(byte[] octets) {
        return coded(octets, DeflaterOutputStream::new);
    }

    /** Text in the zlib format. */
    static byte[] deflate(String text) {
        return deflate(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] coded(byte[] octets, ContentCoding.Encoder encoder) {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream output = encoder.to(coded)) {
            output.write(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // never, in memory
        }
        return coded.toByteArray();
    }

    /** One after the other. */
    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
