package dev.weir.internal.http1;

import dev.weir.internal.server.OpenConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** A connection's octets as plain streams, for a protocol that has taken over. */
final class UpgradedStreams {

    private final OpenConnection connection;
    private final ConnectionInput buffered;

    UpgradedStreams(OpenConnection connection, ConnectionInput buffered) {
        this.connection = connection;
        this.buffered = buffered;
    }

    /** What came behind the request first, then what the peer sends. */
    InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int count) throws IOException {
                Objects.checkFromIndexSize(offset, count, into.length);
                if (count == 0) {
                    return 0;
                }
                ByteBuffer available = buffered.available();
                if (available.hasRemaining()) {
                    int taken = Math.min(count, available.remaining());
                    available.get(into, offset, taken);
                    return taken;
                }
                return connection.read(ByteBuffer.wrap(into, offset, count));
            }
        };
    }

    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int offset, int count) throws IOException {
                connection.write(ByteBuffer.wrap(octets, offset, count));
            }
        };
    }
}
