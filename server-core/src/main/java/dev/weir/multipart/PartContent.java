package dev.weir.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** The octets of the part that is being received; of no more use once the next one is asked for. */
final class PartContent extends InputStream {

    private final DelimitedInput input;
    private final int part;
    private final long limit;
    private long count;

    PartContent(DelimitedInput input, long limit) {
        this.input = input;
        this.part = input.part();
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        checkIsCurrent();
        if (length == 0) {
            return 0;
        }
        int read = input.read(into, offset, length);
        count(read);
        return read;
    }

    @Override
    public long transferTo(OutputStream output) throws IOException {
        checkIsCurrent();
        long before = count;
        for (int written = input.writeSome(output); written >= 0; written = input.writeSome(output)) {
            count(written);
        }
        return count - before;
    }

    private void checkIsCurrent() throws IOException {
        if (input.part() != part) {
            throw new IOException("part " + part + " is over: part " + input.part() + " was asked for");
        }
    }

    private void count(int more) {
        count += Math.max(more, 0);
        if (count > limit) {
            throw Refusal.tooLarge(
                    part == 0
                            ? "more than " + limit + " octets stand before the first part"
                            : "part " + part + " is longer than " + limit + " octets");
        }
    }
}
