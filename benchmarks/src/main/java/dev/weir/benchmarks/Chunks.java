package dev.weir.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Content that is written bit by bit: 100 times 1 KiB. */
final class Chunks {

    private static final int COUNT = 100;
    private static final byte[] CHUNK = new byte[1 << 10];

    static {
        Arrays.fill(CHUNK, (byte) 'x');
    }

    private Chunks() {}

    static void writeTo(OutputStream output) throws IOException {
        for (int i = 0; i < COUNT; i++) {
            output.write(CHUNK);
        }
    }
}
