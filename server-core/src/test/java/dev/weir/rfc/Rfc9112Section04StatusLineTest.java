package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Response;
import dev.weir.http.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9112 section 4: Status Line")
class Rfc9112Section04StatusLineTest extends LiveServer {

    @Test
    @DisplayName("4: the status line has version, code and reason phrase")
    void sendsTheReasonPhrase() throws Exception {
        assertEquals(
                "HTTP/1.1 404 Not Found",
                client(request -> Response.of(Status.NOT_FOUND)).get("/").read().statusLine());
    }

    @Test
    @DisplayName("4: the space behind the code stays where there is no reason phrase")
    void keepsTheSpaceWithoutAReasonPhrase() throws Exception {
        assertEquals(
                "HTTP/1.1 499 ",
                client(request -> Response.of(Status.of(499))).get("/").read().statusLine());
    }

    @Test
    @DisplayName("4: refusals too have the server's own version, whatever the request's is")
    void sendsItsOwnVersion() throws Exception {
        RawClient client = client(LiveServer::path);
        assertEquals(
                "HTTP/1.1 200 OK",
                client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                        .read()
                        .statusLine());
        assertEquals(
                "HTTP/1.1 505 HTTP Version Not Supported",
                client.send("GET / HTTP/2.0\r\n\r\n").read().statusLine());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 299, 300, 399, 400, 499, 500, 599})
    @DisplayName("4: the code has three digits, registered or not")
    void sendsAnyFinalCode(int code) throws Exception {
        RawClient client = client(request -> Response.of(Status.of(code)));
        assertTrue(client.get("/").read().statusLine().matches("HTTP/1\\.1 " + code + " [ -~]*"));
    }
}
