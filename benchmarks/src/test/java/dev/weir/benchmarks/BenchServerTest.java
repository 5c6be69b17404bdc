package dev.weir.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both styles answer every request of the benchmarks, and answer it alike. */
final class BenchServerTest {

    private static final String ORDER = """
            {"id":7,"status":"NEW","customer":{"id":1,"name":"Ada","email":"ada@example.test","city":"London"},\
            "items":[{"sku":"A1","title":"Tea","quantity":2,"price":4.5,"gift":false}],"tags":["x","y"],"note":"soon"}""";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path parent;

    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(Duration.ofSeconds(5));
        }
    }

    private void start(String style) throws IOException {
        Path folder = Files.createDirectory(parent.resolve("files"));
        Files.write(folder.resolve("octets.bin"), octets());
        Files.writeString(parent.resolve("secret.txt"), "secret");
        server = BenchServer.withRoutes(HttpServer.builder().host("127.0.0.1"), style, folder)
                .start();
    }

    private static byte[] octets() {
        byte[] octets = new byte[100_000];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }
        return octets;
    }

    private HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + target))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlers", "annotated"})
    void plaintextHasDateAndServer(String style) throws Exception {
        start(style);
        HttpResponse<String> response = send(to("/plaintext"));
        assertEquals("Hello, World!", response.body());
        assertEquals("text/plain; charset=utf-8", type(response));
        assertEquals("Weir", response.headers().firstValue("Server").orElse(""));
        assertTrue(response.headers().firstValue("Date").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlers", "annotated"})
    void jsonIsARecord(String style) throws Exception {
        start(style);
        HttpResponse<String> response = send(to("/json"));
        assertEquals("{\"message\":\"Hello, World!\"}", response.body());
        assertEquals("application/json", type(response));
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlers", "annotated"})
    void fiveParametersAreBound(String style) throws Exception {
        start(style);
        HttpRequest.Builder request =
                to("/users/12345/orders/67890?expand=true&limit=20").header("X-Request-Id", "req-1");
        assertEquals(
                "{\"id\":12345,\"orderId\":67890,\"expand\":true,\"limit\":20,\"requestId\":\"req-1\"}",
                send(request).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlers", "annotated"})
    void aParameterThatIsMissingOrNoNumberIsABadRequest(String style) throws Exception {
        start(style);
        assertEquals(
                400,
                send(to("/users/1/orders/x?expand=true&limit=20").header("X-Request-Id", "r"))
                        .statusCode());
        assertEquals(400, send(to("/users/1/orders/2?expand=true&limit=20")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlers", "annotated"})
    void thereAreTwoHundredOtherRoutes(String style) throws Exception {
        start(style);
        assertEquals("a", send(to("/r0/a/x")).body());
        assertEquals("b", send(to("/r199/b/x")).body());
        assertEquals(404, send(to("/r200/b/x")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlers", "annotated"})
    void anOrderIsReadAndWritten(String style) throws Exception {
        start(style);
        HttpRequest.Builder request = to("/echo").header("Content-Type", "application/json");
        HttpResponse<String> response = send(request.POST(BodyPublishers.ofString(ORDER)));
        assertEquals(ORDER, response.body());
        assertEquals("application/json", type(response));
        assertEquals(400, send(request.POST(BodyPublishers.ofString("{"))).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlers", "annotated"})
    void filesOfTheFolderAreServedAndNoOthers(String style) throws Exception {
        start(style);
        HttpResponse<byte[]> response = client.send(to("/file/octets.bin").build(), BodyHandlers.ofByteArray());
        assertArrayEquals(octets(), response.body());
        assertEquals("application/octet-stream", type(response));
        assertEquals(404, send(to("/file/missing.bin")).statusCode());
        assertEquals(404, send(to("/file/..%2Fsecret.txt")).statusCode());
        assertEquals(400, send(to("/file/%2E%2E")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlers", "annotated"})
    void chunksHaveNoLengthInAdvance(String style) throws Exception {
        start(style);
        HttpResponse<String> response = send(to("/chunked"));
        assertEquals("x".repeat(100 << 10), response.body());
        assertEquals(
                "chunked", response.headers().firstValue("Transfer-Encoding").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = "fast")
    void anyOtherStyleIsRefused(String style) {
        assertThrows(IllegalArgumentException.class, () -> start(style));
    }
}
