package dev.weir.compression;

import dev.weir.http.HttpException;
import dev.weir.http.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * One content coding undone, its growth watched. What is wrong with the coded octets is the client's fault and answered
 * with 400; what is wrong with reading them is whatever it was.
 */
final class DecodingInput extends InputStream {

    /** The growth is looked at after so many octets at the latest. */
    private static final int MOST_AT_ONCE = 64 << 10;

    /** Coded octets that need not bring anything in our own codings: long headers, and the ends of buffers. */
    private static final long AHEAD = 64 << 10;

    /** In codings of others: a decoder of br gives out nothing before it has filled its window, of up to 16 MiB. */
    private static final long WINDOW_AHEAD = 17 << 20;

    private final ContentCoding coding;
    private final Coded coded;
    private final GrowthLimit growth;

    /** Null before the first octet is asked for: making it may read. */
    private InputStream decoder;

    private long octets;
    private boolean isEnded;
    private boolean isClosed;

    /** What every further read is answered with; null as long as all is well. */
    private HttpException refusal;

    DecodingInput(InputStream coded, ContentCoding coding, GrowthLimit growth) {
        this.coding = coding;
        this.coded = new Coded(coded);
        this.growth = growth;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, into.length);
        if (refusal != null) {
            throw refusal;
        }
        if (count == 0 || isEnded) {
            return count == 0 ? 0 : -1;
        }
        if (isClosed) {
            throw new IOException("the stream is closed");
        }
        int read = decode(into, offset, Math.min(count, MOST_AT_ONCE));
        if (read < 0) {
            isEnded = true;
            close();
            return -1;
        }
        octets += read;
        if (growth.isExceeded(coded.octets, octets)) {
            throw refused(Status.CONTENT_TOO_LARGE, "The content grows too much when it is decoded.");
        }
        return read;
    }

    private int decode(byte[] into, int offset, int count) throws IOException {
        try {
            if (decoder == null) {
                if (coded.isAtEnd()) {
                    return -1; // No octets are no content, whatever they are called.
                }
                decoder = coding.decoder(coded);
            }
            int read = decoder.read(into, offset, count);
            if (read < 0 && !coded.isAtEnd()) {
                throw malformed();
            }
            return read;
        } catch (IOException e) {
            if (coded.hasFailed) {
                throw e;
            }
            throw malformed();
        }
    }

    private HttpException malformed() throws IOException {
        return refused(Status.BAD_REQUEST, "The content is not what its coding says: " + coding.name() + ".");
    }

    private HttpException refused(Status status, String detail) throws IOException {
        refusal = new HttpException(status, detail);
        close();
        return refusal;
    }

    /** Whether all has been read. */
    boolean isEnded() {
        return isEnded;
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        if (decoder != null) {
            InputStream once = decoder;
            decoder = null;
            once.close();
        }
    }

    /** What the decoder reads: counted, looked ahead into, and not closed, for it is the server's. */
    private final class Coded extends InputStream {

        private static final int NONE = -1;

        private final InputStream in;
        private long octets;
        private boolean hasFailed;

        /** An octet that was read too early. */
        private int ahead = NONE;

        Coded(InputStream in) {
            this.in = in;
        }

        boolean isAtEnd() throws IOException {
            if (ahead == NONE) {
                ahead = read();
            }
            return ahead == NONE;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, into.length);
            if (count > 0 && ahead != NONE) {
                into[offset] = (byte) ahead;
                ahead = NONE;
                return 1;
            }
            hasFailed = true; // unless it goes well
            int read = in.read(into, offset, count);
            hasFailed = false;
            octets += Math.max(read, 0);
            long ahead = coding instanceof DeflateCoding ? AHEAD : WINDOW_AHEAD;
            if (growth.isWasted(octets, DecodingInput.this.octets, ahead)) {
                throw refused(Status.BAD_REQUEST, "The content has hardly anything in its coding.");
            }
            return read;
        }
    }
}
