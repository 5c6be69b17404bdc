package dev.weir.benchmarks;

import dev.weir.http.HttpException;
import dev.weir.http.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Content of any length up to 100 MB: from memory, where it is made once for each length, or written in blocks. */
final class PreparedContent {

    private static final int LONGEST = 100_000_000;
    private static final byte[] BLOCK = filled(8 << 10);

    private final Map<Integer, byte[]> made = new ConcurrentHashMap<>();

    /** So many octets, the same array each time. */
    byte[] octets(String length) {
        return made.computeIfAbsent(length(length), PreparedContent::filled);
    }

    /** The length that a path names; any other is answered as if there were no such path. */
    static int length(String text) {
        try {
            int length = Integer.parseInt(text);
            if (length >= 0 && length <= LONGEST) {
                return length;
            }
        } catch (NumberFormatException e) {
            // as for a number out of range
        }
        throw new HttpException(Status.NOT_FOUND);
    }

    /** Writes so many octets in blocks of 8 KiB, as {@code InputStream.transferTo} does on older JDKs. */
    static void write(int length, OutputStream output) throws IOException {
        for (int left = length; left > 0; left -= BLOCK.length) {
            output.write(BLOCK, 0, Math.min(left, BLOCK.length));
        }
    }

    private static byte[] filled(int length) {
        byte[] octets = new byte[length];
        Arrays.fill(octets, (byte) 'x');
        return octets;
    }
}
