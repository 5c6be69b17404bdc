package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.http.Response;
import dev.weir.http.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
}
