package dev.weir.sample;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection over a plain socket: sends what it is told and reads one response after the other. */
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getByName("localhost"), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** What came back; field names in lower case, of several lines of one name the last. */
    record Reply(int status, Map<String, String> fields, byte[] content) {

        String field(String name) {
            return fields.get(name.toLowerCase(Locale.ROOT));
        }

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        return this;
    }

    /** Sends a request without content, with these field lines besides Host. */
    RawClient sendGet(String target, String... fieldLines) throws IOException {
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String line : fieldLines) {
            request.append(line).append("\r\n");
        }
        return send(request.append("\r\n").toString());
    }

    Reply get(String target, String... fieldLines) throws IOException {
        return sendGet(target, fieldLines).read();
    }

    Reply post(String target, byte[] content, String... fieldLines) throws IOException {
        StringBuilder head = new StringBuilder("POST " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String line : fieldLines) {
            head.append(line).append("\r\n");
        }
        send(head.append("Content-Length: " + content.length + "\r\n\r\n").toString());
        return send(content).read();
    }

    /** Reads 100 (Continue), which tells that the content is being read. */
    void awaitContinue() throws IOException {
        String statusLine = line();
        if (!statusLine.equals("HTTP/1.1 100 Continue") || !line().isEmpty()) {
            throw new IOException("expected 100 (Continue): " + statusLine);
        }
    }

    /** The next final response with the length it tells; refuses one that tells none. */
    Reply read() throws IOException {
        String statusLine = line();
        int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
        Map<String, String> fields = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (status < 200) {
            return read();
        }
        String length = fields.get("content-length");
        if (length == null && status != 204 && status != 304) {
            throw new IOException("no Content-Length in " + statusLine + " " + fields);
        }
        int octets = length == null ? 0 : Integer.parseInt(length);
        byte[] content = in.readNBytes(octets);
        if (content.length < octets) {
            throw new EOFException("content of " + content.length + " instead of " + octets + " octets");
        }
        return new Reply(status, fields, content);
    }

    /** Whether the server closed the connection; waits for it. */
    boolean isClosedByServer() throws IOException {
        return in.read() < 0;
    }

    /** Gives up at once, as a process that is killed does: the peer gets a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("closed after \"" + line + "\"");
            }
            line.append((char) octet);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
