package dev.weir.testing;

import dev.weir.http.Headers;
import dev.weir.http.Status;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** Octets to and from a server over one connection, and the parts of a head that they stand for. Used by one thread. */
final class ClientWire {

    private static final int LONGEST_LINE = 64 << 10;

    private final ClientConnection connection;
    private final byte[] octets = new byte[16 << 10];

    /** From position to limit what has arrived and was not read. */
    private final ByteBuffer arrived = ByteBuffer.wrap(octets).limit(0);

    private Deadline deadline;

    ClientWire(ClientConnection connection, Deadline deadline) {
        this.connection = connection;
        this.deadline = deadline;
    }

    /** For the next response on the connection. */
    void waitUntil(Deadline next) {
        deadline = next;
    }

    /** Sends octets. */
    void send(byte[] octets) throws IOException {
        connection.send(octets, deadline.remaining());
    }

    void close() {
        connection.close();
    }

    private boolean fill() throws IOException {
        if (!arrived.hasRemaining()) {
            int count = connection.receive(octets, deadline.remaining());
            arrived.position(0).limit(Math.max(count, 0));
        }
        return arrived.hasRemaining();
    }

    /** At most so many octets; -1 at the end of the connection. */
    int read(byte[] into, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, arrived.remaining());
        arrived.get(into, offset, count);
        return count;
    }

    /** A line without its end, each octet a character. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            if (!fill()) {
                throw new EOFException(line.isEmpty() ? "the connection ended" : "the connection ended after " + line);
            }
            char next = (char) (arrived.get() & 0xFF);
            if (next == '\n') {
                if (line.isEmpty() || line.charAt(line.length() - 1) != '\r') {
                    throw new ProtocolException("a line ends without CR: " + line);
                }
                return line.substring(0, line.length() - 1);
            }
            line.append(next);
        }
        throw new ProtocolException("line: longer than " + LONGEST_LINE + " octets");
    }

    // status-line = "HTTP/1.1" SP 3DIGIT SP [ reason-phrase ]
    Status statusLine() throws IOException {
        String line = line();
        if (!line.matches("HTTP/1\\.1 [1-5][0-9][0-9] .*")) {
            throw new ProtocolException("status line: " + line);
        }
        return Status.of(Integer.parseInt(line.substring(9, 12)));
    }

    /** A header or trailer section. */
    Headers section() throws IOException {
        Headers headers = Headers.empty();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("field line: " + line);
            }
            headers = headers.plus(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }
}
