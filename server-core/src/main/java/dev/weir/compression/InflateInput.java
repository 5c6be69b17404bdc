package dev.weir.compression;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Reads compressed data strictly: to its end, its sums compared, nothing behind it.
 *
 * <p>The JDK's own stream for gzip takes anything that follows the data for the end of it.
 */
final class InflateInput extends InputStream {

    private static final int BUFFER_SIZE = 4 << 10;

    // Flags of a gzip header
    private static final int HEADER_SUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream coded;
    private final Wrapping wrapping;
    private final Inflater inflater;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int position;
    private int limit;

    /** Of the header of a gzip member while that is read, of its octets then. */
    private final CRC32 sum = new CRC32();

    private boolean isInMember;
    private boolean isEnded;
    private boolean isClosed;

    InflateInput(InputStream coded, Wrapping wrapping) {
        this.coded = coded;
        this.wrapping = wrapping;
        this.inflater = new Inflater(wrapping.isOurs());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, into.length);
        if (isClosed) {
            throw new IOException("the stream is closed");
        }
        if (count == 0) {
            return 0;
        }
        while (!isEnded) {
            if (!isInMember) {
                startMember();
            }
            int read = inflate(into, offset, count);
            if (read > 0) {
                if (wrapping == Wrapping.GZIP) {
                    sum.update(into, offset, read);
                }
                return read;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException("a dictionary that nobody has");
            } else if (!fill()) {
                throw new EOFException("compressed data ends early");
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int count) throws ZipException {
        try {
            if (inflater.needsInput() && position < limit) {
                inflater.setInput(buffer, position, limit - position);
                position = limit;
            }
            return inflater.inflate(into, offset, count);
        } catch (DataFormatException e) {
            throw new ZipException("compressed data is corrupt");
        }
    }

    private void startMember() throws IOException {
        sum.reset();
        if (wrapping == Wrapping.GZIP) {
            gzipHeader();
            sum.reset();
        }
        isInMember = true;
    }

    // ID1 ID2 CM FLG MTIME(4) XFL OS [ XLEN(2) extra ] [ name NUL ] [ comment NUL ] [ CRC16 ]
    private void gzipHeader() throws IOException {
        if (octet() != 0x1f || octet() != 0x8b || octet() != 8) {
            throw new ZipException("no gzip header");
        }
        int flags = octet();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("reserved flags in a gzip header");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip((int) number(2));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_SUM) != 0) {
            long expected = sum.getValue() & 0xffff;
            if (number(2) != expected) {
                throw new ZipException("a gzip header of another sum");
            }
        }
    }

    private void endMember() throws IOException {
        isInMember = false;
        position = limit - inflater.getRemaining();
        if (wrapping == Wrapping.ZLIB) {
            // zlib has compared the sum itself.
            if (!isAtEnd()) {
                throw new ZipException("octets behind compressed data");
            }
            isEnded = true;
            return;
        }
        long expectedSum = sum.getValue();
        long expectedLength = inflater.getBytesWritten() & 0xffffffffL;
        if (number(4) != expectedSum || number(4) != expectedLength) {
            throw new ZipException("data of another sum or length");
        }
        inflater.reset();
        isEnded = isAtEnd();
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            octet();
        }
    }

    private void skipText() throws IOException {
        while (octet() != 0) {
            // nobody wants to know the file's name
        }
    }

    /** A number of so many octets, the least significant first. */
    private long number(int octets) throws IOException {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number |= (long) octet() << 8 * i;
        }
        return number;
    }

    private int octet() throws IOException {
        if (isAtEnd()) {
            throw new EOFException("compressed data ends early");
        }
        int octet = buffer[position++] & 0xff;
        sum.update(octet);
        return octet;
    }

    private boolean isAtEnd() throws IOException {
        return position == limit && !fill();
    }

    /** Reads more into the buffer, which is used up; false at the end. */
    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(coded.read(buffer, 0, buffer.length), 0);
        return limit > 0;
    }

    @Override
    public void close() {
        isClosed = true;
        inflater.end();
    }
}
