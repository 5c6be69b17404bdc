package dev.weir.internal.wire;

import dev.weir.http.Headers;
import dev.weir.http.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes status lines and field lines as octets (RFC 9112 sections 4 and 5) into an array that the caller has, or into a
 * larger one of its own where that is too small. One for each connection.
 */
public final class ResponseHeadEncoder {

    private static final byte[][] STATUS_LINES = new byte[600][];

    /** Null before the first head. */
    private byte[] octets;

    private int from;
    private int next;

    /** Begins a head at that place of an array. */
    public ResponseHeadEncoder start(Status status, byte[] into, int place) {
        octets = into;
        from = place;
        next = place;
        return octets(statusLine(status));
    }

    private static byte[] statusLine(Status status) {
        byte[] line = STATUS_LINES[status.code()];
        if (line == null) {
            // Two threads may both make it, and make the same.
            line = ascii("HTTP/1.1 " + status.code() + " " + status.reason() + "\r\n");
            STATUS_LINES[status.code()] = line;
        }
        return line;
    }

    /** Adds prepared field lines, each with its CRLF. */
    public ResponseHeadEncoder octets(byte[] lines) {
        ensure(lines.length);
        System.arraycopy(lines, 0, octets, next, lines.length);
        next += lines.length;
        return this;
    }

    /** Adds a field line; name and value were checked when the section was made. */
    public ResponseHeadEncoder field(String name, String value) {
        ensure(name.length() + value.length() + 4);
        text(name);
        octets[next++] = ':';
        octets[next++] = ' ';
        text(value);
        octets[next++] = '\r';
        octets[next++] = '\n';
        return this;
    }

    /** Ends the head. */
    public ResponseHeadEncoder end() {
        ensure(2);
        octets[next++] = '\r';
        octets[next++] = '\n';
        return this;
    }

    /** Where the octets stand: the array given at the start, or another. */
    public byte[] array() {
        return octets;
    }

    /** Place of the first octet in {@link #array()}. */
    public int from() {
        return from;
    }

    /** Number of octets so far. */
    public int length() {
        return next - from;
    }

    /** The octets of a section's field lines, each with its CRLF. */
    public static byte[] fieldLines(Headers headers) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Headers.Field field : headers) {
            lines.writeBytes((field.name() + ": " + field.value() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return lines.toByteArray();
    }

    @SuppressWarnings("deprecation") // takes the low octet of each char, which is what ISO-8859-1 means
    private void text(String text) {
        text.getBytes(0, text.length(), octets, next);
        next += text.length();
    }

    private void ensure(int more) {
        if (octets.length - next < more) {
            int length = length();
            byte[] larger = new byte[2 * (length + more)];
            System.arraycopy(octets, from, larger, 0, length);
            octets = larger;
            from = 0;
            next = length;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
