package dev.weir;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A client that sends exactly the octets it is told, and reads one response after the other by its framing.
 *
 * <p>Every read has a deadline, so that a server that says nothing fails a test instead of stopping it.
 */
public final class RawClient implements AutoCloseable {

    private static final int DEADLINE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(DEADLINE_MILLIS);
        in = socket.getInputStream();
    }

    /** Connects over IPv4's loopback. */
    public static RawClient to(HttpServer server) throws IOException {
        return to("127.0.0.1", server.port());
    }

    /** Connects to a loopback address. */
    public static RawClient to(String host, int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), DEADLINE_MILLIS);
        return new RawClient(socket);
    }

    /** Connects from one loopback address to another, which needs a system where all of 127.0.0.0/8 is one's own. */
    public static RawClient from(String source, String host, int port) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(source), 0));
        socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), DEADLINE_MILLIS);
        return new RawClient(socket);
    }

    /** Connects with a receive buffer so small that the server soon cannot write any more. */
    public static RawClient withSmallReceiveBuffer(HttpServer server) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), server.port()), DEADLINE_MILLIS);
        return new RawClient(socket);
    }

    /** The port on this end. */
    public int localPort() {
        return socket.getLocalPort();
    }

    /** Sends text, each character an octet. */
    public RawClient send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends octets. */
    public RawClient send(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
        return this;
    }

    /** Sends GET for that target, with the field lines given. */
    public RawClient get(String target, String... fieldLines) throws IOException {
        return send(request("GET", target, fieldLines));
    }

    /** A head in octets, with a Host field. */
    public static String request(String method, String target, String... fieldLines) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String line : fieldLines) {
            head.append(line).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    /** Says that nothing more will be sent. */
    public RawClient endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Goes away with a reset, as a client that is killed with octets unread. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Reads one response to a request that is not HEAD. */
    public Reply read() throws IOException {
        return read(false);
    }

    /** Reads one response to HEAD. */
    public Reply readToHead() throws IOException {
        return read(true);
    }

    private Reply read(boolean isToHead) throws IOException {
        String statusLine = line();
        List<String> fields = section();
        Reply head = new Reply(statusLine, fields, "", true, List.of());
        int status = head.status();
        if (isToHead || status < 200 || status == 204 || status == 304) {
            return head;
        }
        if (head.field("Transfer-Encoding").isPresent()) {
            return readChunks(head);
        }
        Optional<String> length = head.field("Content-Length");
        if (length.isPresent()) {
            byte[] content = in.readNBytes(Integer.parseInt(length.get()));
            boolean isWhole = content.length == Integer.parseInt(length.get());
            return new Reply(statusLine, fields, text(content), isWhole, List.of());
        }
        return new Reply(statusLine, fields, readToEnd(), true, List.of());
    }

    private Reply readChunks(Reply head) throws IOException {
        StringBuilder content = new StringBuilder();
        try {
            while (true) {
                int size = Integer.parseInt(line(), 16);
                if (size == 0) {
                    return new Reply(head.statusLine(), head.fields(), content.toString(), true, section());
                }
                byte[] chunk = in.readNBytes(size);
                content.append(text(chunk));
                if (!line().isEmpty()) {
                    throw new IOException("no CRLF behind a chunk");
                }
            }
        } catch (EOFException e) {
            return new Reply(head.statusLine(), head.fields(), content.toString(), false, List.of());
        }
    }

    private List<String> section() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException("closed after \"" + text(line.toByteArray()) + "\"");
            }
            if (octet == '\n') {
                String whole = text(line.toByteArray());
                if (!whole.endsWith("\r")) {
                    throw new IOException("LF without CR after \"" + whole + "\"");
                }
                return whole.substring(0, whole.length() - 1);
            }
            line.write(octet);
        }
    }

    /** Reads so many octets as they are. */
    public String readOctets(int count) throws IOException {
        return text(in.readNBytes(count));
    }

    /** Reads everything until the server closes. */
    public String readToEnd() throws IOException {
        return text(in.readAllBytes());
    }

    /** Whether the server closed without another octet; a reset counts as closed. */
    public boolean isClosed() throws IOException {
        try {
            return in.read() < 0;
        } catch (java.net.SocketException e) {
            return true; // reset
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    /**
     * A response as read.
     *
     * @param statusLine without CRLF
     * @param fields the header section's lines
     * @param content octets as characters
     * @param isWhole whether the content ended as its framing says
     * @param trailers the trailer section's lines
     */
    public record Reply(
            String statusLine, List<String> fields, String content, boolean isWhole, List<String> trailers) {

        /** The status code. */
        public int status() {
            return Integer.parseInt(statusLine.substring(9, 12));
        }

        /** Value of the only field line of that name. */
        public Optional<String> field(String name) {
            List<String> values = fields.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
            if (values.size() > 1) {
                throw new AssertionError(name + " more than once: " + values);
            }
            return values.stream().findFirst();
        }
    }
}
