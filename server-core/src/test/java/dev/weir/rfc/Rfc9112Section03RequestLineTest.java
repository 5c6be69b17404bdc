package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.RawClient;
import dev.weir.http.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9112 section 3: Request Line")
class Rfc9112Section03RequestLineTest extends LiveServer {

    @Test
    @DisplayName("3: a target that is too long is answered with 414")
    void refusesALongTarget() throws Exception {
        RawClient client = client(LiveServer::path).get("/" + "a".repeat(9000));
        assertEquals(414, client.read().status());
    }

    @Test
    @DisplayName("3: a request line of 8000 octets is accepted")
    void acceptsATargetOf8000Octets() throws Exception {
        String target = "/" + "a".repeat(7970);
        assertEquals(target, client(LiveServer::path).get(target).read().content());
    }

    @Test
    @DisplayName("3.2: a request without Host is answered with 400")
    void refusesAMissingHost() throws Exception {
        assertEquals(
                400,
                client(LiveServer::path).send("GET / HTTP/1.1\r\n\r\n").read().status());
    }

    @Test
    @DisplayName("3.2.2: absolute-form is accepted, and tells the authority")
    void takesTheAuthorityOfAbsoluteForm() throws Exception {
        RawClient client = client(request -> Response.text(request.authority().orElse("none") + " " + request.path()))
                .send("GET http://example.test:81/a?b HTTP/1.1\r\nHost: example.test:81\r\n\r\n");
        assertEquals("example.test:81 /a", client.read().content());
    }

    @Test
    @DisplayName("3.2.4: asterisk-form is accepted with OPTIONS")
    void acceptsAsteriskForm() throws Exception {
        RawClient client = client(request -> Response.text(request.method() + " " + request.target()))
                .send(RawClient.request("OPTIONS", "*"));
        assertEquals("OPTIONS *", client.read().content());
    }

    @Test
    @DisplayName("3.2.4: OPTIONS in absolute-form without path and query asks about the server as a whole")
    void takesOptionsWithoutAPathForTheWholeServer() throws Exception {
        RawClient client = client(request -> Response.text(request.target().form() + " " + request.path()));
        assertEquals(
                "ASTERISK *",
                client.send(RawClient.request("OPTIONS", "http://localhost"))
                        .read()
                        .content());
        assertEquals(
                "ABSOLUTE /",
                client.send(RawClient.request("OPTIONS", "http://localhost/"))
                        .read()
                        .content());
        assertEquals(
                "ABSOLUTE /",
                client.send(RawClient.request("GET", "http://localhost")).read().content());
    }

    @Test
    @DisplayName("3.2.4: asterisk-form is answered with 400 for other methods")
    void refusesAsteriskFormWithGet() throws Exception {
        assertEquals(400, client(LiveServer::path).get("*").read().status());
    }
}
