package dev.weir.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** gzip and deflate: the same compressed data in one wrapping or the other. */
final class DeflateCoding implements ContentCoding {

    static final int DEFAULT_LEVEL = 6;

    private final Wrapping wrapping;
    private final int level;

    DeflateCoding(Wrapping wrapping, int level) {
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("level: " + level + " (expected: 1 to 9)");
        }
        this.wrapping = wrapping;
        this.level = level;
    }

    @Override
    public String name() {
        return wrapping.coding();
    }

    @Override
    public OutputStream encoder(OutputStream coded) throws IOException {
        return DeflateOutput.to(coded, wrapping, level);
    }

    @Override
    public InputStream decoder(InputStream coded) {
        return new InflateInput(coded, wrapping);
    }

    @Override
    public String toString() {
        return name() + " at level " + level;
    }
}
