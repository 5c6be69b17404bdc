package dev.weir.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request whose growing cost is measured is answered, and answered right. */
final class ScaleServerTest {

    private static final int LONGEST = 100_000_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(Duration.ofSeconds(5));
        }
    }

    private void start(int routes) {
        server = ScaleServer.withRoutes(HttpServer.builder().host("127.0.0.1"), routes)
                .start();
    }

    private HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void plaintextIsThere() throws Exception {
        start(0);
        assertEquals("Hello, World!", send(to("/plaintext")).body());
    }

    @Test
    void idIsWhatTheFieldSays() throws Exception {
        start(0);
        assertEquals("7", send(to("/id").header("X-Request-Id", "7")).body());
        assertEquals("none", send(to("/id")).body());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 10_000})
    void thereAreAsManyRoutesAsAskedFor(int routes) throws Exception {
        start(routes);
        assertEquals("a", send(to("/r0/a/x")).body());
        assertEquals("b", send(to("/r" + (routes - 1) + "/b/x")).body());
        assertEquals(404, send(to("/r" + routes + "/b/x")).statusCode());
        assertEquals("Hello, World!", send(to("/plaintext")).body());
    }

    @Test
    void aNegativeNumberOfRoutesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> start(-1));
    }

    @ParameterizedTest
    @CsvSource({"bytes, 0", "bytes, 1", "bytes, 100000", "stream, 0", "stream, 1", "stream, 8193", "stream, 100000"})
    void contentHasTheLengthThatThePathNames(String kind, int length) throws Exception {
        start(0);
        HttpResponse<String> response = send(to("/" + kind + "/" + length));
        assertEquals("x".repeat(length), response.body());
        assertEquals(
                length, response.headers().firstValueAsLong("Content-Length").orElse(-1));
        assertTrue(response.headers().firstValue("Transfer-Encoding").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bytes/-1", "/bytes/100000001", "/bytes/many", "/stream/-1", "/stream/100000001"})
    void contentOfAnyOtherLengthIsNotFound(String path) throws Exception {
        start(0);
        assertEquals(404, send(to(path)).statusCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, 5_000_000})
    void octetsOfAnUploadAreCounted(int length) throws Exception {
        start(0);
        HttpRequest.Builder request = to("/upload").POST(BodyPublishers.ofByteArray(new byte[length]));
        assertEquals(Integer.toString(length), send(request).body());
    }

    /** By its length, before any of it is sent; the JDK's own client of Java 17 never sees such an answer. */
    @Test
    void anUploadThatIsTooLongIsRefused() throws Exception {
        start(0);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            String head = "POST /upload HTTP/1.1\r\nHost: a.test\r\nContent-Length: " + (LONGEST + 1) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 413", new String(answer, StandardCharsets.US_ASCII));
        }
    }
}
