package dev.weir.compression;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Compresses what is written to it; {@code flush()} brings out all of it so far, {@code close()} the end.
 *
 * <p>The JDK's own stream for gzip would have a compressor that nobody else can end or use again.
 */
final class DeflateOutput extends DeflaterOutputStream {

    private static final int BUFFER_SIZE = 8 << 10;

    // ID1 ID2 CM=deflate FLG=none MTIME=unknown XFL OS=unknown
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

    private final Wrapping wrapping;
    private final CRC32 sum = new CRC32();
    private boolean isClosed;

    private DeflateOutput(OutputStream coded, Wrapping wrapping, int level) {
        super(coded, new Deflater(level, wrapping.isOurs()), BUFFER_SIZE, true);
        this.wrapping = wrapping;
    }

    /** A compressor that has written its header. */
    static DeflateOutput to(OutputStream coded, Wrapping wrapping, int level) throws IOException {
        if (wrapping == Wrapping.GZIP) {
            coded.write(GZIP_HEADER);
        }
        return new DeflateOutput(coded, wrapping, level);
    }

    @Override
    public void write(byte[] octets, int offset, int count) throws IOException {
        super.write(octets, offset, count);
        if (wrapping == Wrapping.GZIP) {
            sum.update(octets, offset, count);
        }
    }

    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            finish();
            if (wrapping == Wrapping.GZIP) {
                out.write(gzipTrailer());
            }
        } finally {
            def.end();
        }
    }

    /** CRC-32 and length, the least significant octet first. */
    private byte[] gzipTrailer() {
        byte[] trailer = new byte[8];
        for (int i = 0; i < 4; i++) {
            trailer[i] = (byte) (sum.getValue() >> 8 * i);
            trailer[4 + i] = (byte) (def.getBytesRead() >> 8 * i);
        }
        return trailer;
    }
}
