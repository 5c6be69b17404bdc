package dev.weir.internal.wire;

import dev.weir.http.Headers;
import dev.weir.http.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes status lines and field lines as octets (RFC 9112 sections 4 and 5); one for each connection. */
public final class ResponseHeadEncoder {

    private static final byte[][] STATUS_LINES = new byte[600][];

    private byte[] octets = new byte[512];
    private int length;

    /** Begins a head. */
    public ResponseHeadEncoder start(Status status) {
        length = 0;
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
        System.arraycopy(lines, 0, octets, length, lines.length);
        length += lines.length;
        return this;
    }

    /** Adds a field line; name and value were checked when the section was made. */
    public ResponseHeadEncoder field(String name, String value) {
        ensure(name.length() + value.length() + 4);
        text(name);
        octets[length++] = ':';
        octets[length++] = ' ';
        text(value);
        octets[length++] = '\r';
        octets[length++] = '\n';
        return this;
    }

    /** Ends the head. */
    public ResponseHeadEncoder end() {
        ensure(2);
        octets[length++] = '\r';
        octets[length++] = '\n';
        return this;
    }

    /** Where the octets stand, from 0 to {@link #length()}; valid until the next head begins. */
    public byte[] array() {
        return octets;
    }

    /** Number of octets so far. */
    public int length() {
        return length;
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
        text.getBytes(0, text.length(), octets, length);
        length += text.length();
    }

    private void ensure(int more) {
        if (octets.length - length < more) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, length + more));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
