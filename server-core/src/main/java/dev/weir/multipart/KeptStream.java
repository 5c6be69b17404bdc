package dev.weir.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** All octets of an upload, from the first; of no more use once the upload is closed. Used by one thread at a time. */
final class KeptStream extends InputStream {

    private static final int BUFFER = 32 << 10;

    private final Upload upload;
    private final KeptContent content;
    private long position;

    KeptStream(Upload upload, KeptContent content) {
        this.upload = upload;
        this.content = content;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (upload.isClosed()) {
            throw new IOException("the upload is closed, as it is once the request is over");
        }
        if (length == 0) {
            return 0;
        }
        if (position == content.size()) {
            return -1;
        }
        int count = content.read(position, into, offset, length);
        position += count;
        return count;
    }

    @Override
    public long transferTo(OutputStream output) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, content.size() - position)];
        long before = position;
        for (int count = read(buffer); count > 0; count = read(buffer)) {
            output.write(buffer, 0, count);
        }
        return position - before;
    }

    @Override
    public long skip(long octets) {
        long skipped = Math.max(0, Math.min(octets, content.size() - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, content.size() - position);
    }
}
