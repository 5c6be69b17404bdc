package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.SetCookie;
import dev.weir.http.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The octets of a server's answers are the same in memory and over a socket, to the last one. */
@Timeout(60)
final class InMemoryParityTest {

    /** Awaited by those who want everything; no answer has it. */
    private static final String THE_END = "(the end)";

    private static final int LONGEST_WAIT_MILLIS = 20_000;

    @TempDir
    private static Path folder;

    private static HttpServer server;

    /** The client's end of a connection of either kind. */
    private interface Client extends AutoCloseable {
        void send(byte[] octets) throws IOException;

        int receive(byte[] into) throws IOException;

        @Override
        void close() throws IOException;
    }

    private record OverSocket(Socket socket) implements Client {
        @Override
        public void send(byte[] octets) throws IOException {
            socket.getOutputStream().write(octets);
        }

        @Override
        public int receive(byte[] into) throws IOException {
            return socket.getInputStream().read(into);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private record InMemory(InMemoryConnection connection) implements Client {
        @Override
        public void send(byte[] octets) throws IOException {
            connection.send(octets);
        }

        @Override
        public int receive(byte[] into) throws IOException {
            return connection.receive(into, Duration.ofMillis(LONGEST_WAIT_MILLIS));
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x".repeat(200_000));
        server = HttpServer.builder()
                .host("127.0.0.1")
                .limits(Limits.defaults().withContent(100))
                .get("/", request -> Response.text("hello"))
                .get("/no-content", request -> Response.noContent())
                .get("/not-modified", request -> Response.of(Status.NOT_MODIFIED)
                        .withHeader("ETag", "\"1\""))
                .get("/cookies", request -> Response.text(request.cookies().toString())
                        .withCookie(SetCookie.of("a", "1")))
                .get("/long", request -> Response.text("x".repeat(300_000)))
                .get("/file", request -> Response.file(file))
                .get(
                        "/stream",
                        request -> Response.stream(MediaType.TEXT_PLAIN, output -> {
                            output.write('a');
                            output.flush();
                            output.write(new byte[100_000]);
                        }))
                .get("/hints", request -> {
                    request.sendInterim(Status.EARLY_HINTS, Headers.of("Link", "</a.css>"));
                    return Response.text("hinted");
                })
                .get(
                        "/half",
                        request -> Response.stream(MediaType.TEXT_PLAIN, output -> {
                            output.write(new byte[10]);
                            output.flush();
                            throw new IOException("made to fail");
                        }))
                .get("/short", request -> Response.of(Status.OK)
                        .withContent(
                                MediaType.TEXT_PLAIN,
                                ResponseContent.written(20, output -> output.write(new byte[10]))))
                .get("/conflict", request -> {
                    throw new HttpException(Status.CONFLICT, "taken");
                })
                .post("/echo", InMemoryParityTest::echo)
                .post("/ignore", request -> Response.text("ignored"))
                .start();
    }

    private static Response echo(Request request) throws IOException {
        return Response.bytes(
                MediaType.APPLICATION_OCTET_STREAM, request.content().bytes());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Arguments exchange(String name, String... parts) {
        return Arguments.of(name, parts);
    }

    private static String get(String path, String... lines) {
        return request("GET " + path, lines);
    }

    private static String request(String methodAndTarget, String... lines) {
        StringBuilder head = new StringBuilder(methodAndTarget + " HTTP/1.1\r\nHost: localhost\r\n");
        Arrays.stream(lines).forEach(line -> head.append(line).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static String last(String path) {
        return get(path, "Connection: close");
    }

    /** What is sent and, before more is, what has to arrive, by turns; the server closes after the last. */
    static Stream<Arguments> exchanges() {
        return Stream.of(
                exchange("plain", last("/")),
                exchange("unknown path", last("/nowhere")),
                exchange("HEAD", request("HEAD /long", "Connection: close")),
                exchange("204", last("/no-content")),
                exchange("304", last("/not-modified")),
                exchange("long", last("/long")),
                exchange("file", last("/file")),
                exchange("chunked", last("/stream")),
                exchange("chunked to HTTP/1.0", "GET /stream HTTP/1.0\r\nHost: localhost\r\n\r\n"),
                exchange("interim", last("/hints")),
                exchange("thrown answer", last("/conflict")),
                exchange("failure half-way", get("/half")),
                exchange("failure of a known length", get("/short")),
                exchange("cookies", get("/cookies"), "[]", get("/cookies", "Cookie: a=1; b=2", "Connection: close")),
                exchange(
                        "kept alive",
                        get("/"),
                        "hello",
                        request("HEAD /"),
                        "\r\n\r\n",
                        get("/no-content"),
                        "\r\n\r\n",
                        last("/")),
                exchange("pipelined", get("/") + get("/stream") + last("/no-content")),
                exchange(
                        "expectation",
                        request("POST /echo", "Expect: 100-continue", "Content-Length: 3", "Connection: close"),
                        "\r\n\r\n",
                        "abc"),
                exchange(
                        "content in chunks",
                        request("POST /echo", "Transfer-Encoding: chunked", "Connection: close")
                                + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"),
                exchange("413", request("POST /echo", "Content-Length: 101", "Connection: close") + "x".repeat(101)),
                exchange("unread content", request("POST /ignore", "Content-Length: 3") + "abc" + last("/")),
                exchange("malformed", "GET /\r\n\r\n"),
                exchange("no host", "GET / HTTP/1.1\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void isAnsweredAlike(String name, String... parts) throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port());
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        String overSocket = answer(new OverSocket(socket), parts);
        String inMemory = answer(new InMemory(server.connect(Duration.ofMillis(LONGEST_WAIT_MILLIS))), parts);
        assertTrue(overSocket.startsWith("HTTP/1.1 "), overSocket);
        assertEquals(overSocket, inMemory);
    }

    /** Everything that comes until the server closes, but for what differs from one time to the next. */
    private static String answer(Client client, String... parts) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] octets = new byte[4096];
        try (client) {
            for (int i = 0; i < parts.length; i += 2) {
                client.send(parts[i].getBytes(StandardCharsets.ISO_8859_1));
                String awaited = i + 1 < parts.length ? parts[i + 1] : THE_END;
                int count = 0;
                while (count >= 0 && !answer.toString().endsWith(awaited)) {
                    count = client.receive(octets);
                    answer.append(new String(octets, 0, Math.max(count, 0), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return answer.toString()
                .replaceAll("\r\nDate: [^\r]*", "\r\nDate: …")
                .replaceAll("urn:uuid:[0-9a-f-]*", "urn:uuid:…");
    }
}
