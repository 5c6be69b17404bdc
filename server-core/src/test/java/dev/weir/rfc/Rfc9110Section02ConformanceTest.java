package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.http.Response;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 2: Conformance")
class Rfc9110Section02ConformanceTest extends LiveServer {

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0", "HTTP/1.1", "HTTP/1.2", "HTTP/1.9"})
    @DisplayName("2.5: whatever minor version a request has, the response has the server's own")
    void answersWithItsOwnMinorVersion(String version) throws Exception {
        RawClient client = client(LiveServer::path).send("GET / " + version + "\r\nHost: localhost\r\n\r\n");
        assertEquals("HTTP/1.1 200 OK", client.read().statusLine());
    }

    @Test
    @DisplayName("2.5: the application sees the version that counts: 1.0 as it is, any higher minor version as 1.1")
    void tellsTheVersion() throws Exception {
        HttpServer server = start(request -> Response.text(request.version().text()), builder -> builder);
        for (String version : List.of("HTTP/1.0", "HTTP/1.1", "HTTP/1.7")) {
            RawClient client = connect(server).send("GET / " + version + "\r\nHost: localhost\r\n\r\n");
            assertEquals(
                    version.equals("HTTP/1.0") ? version : "HTTP/1.1",
                    client.read().content());
        }
    }
}
