package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Response;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9112 section 2: Message")
class Rfc9112Section02MessageTest extends LiveServer {

    @Test
    @DisplayName("2.1: request line, field lines, an empty line and content make a message")
    void readsTheFourParts() throws Exception {
        RawClient client = client(request -> Response.text(request.method() + " " + request.path() + " "
                        + request.header("A").orElse("none") + " "
                        + request.content().text()))
                .send("PUT /a HTTP/1.1\r\nHost: localhost\r\nA: b\r\nContent-Length: 3\r\n\r\nabc");
        assertEquals("PUT /a b abc", client.read().content());
    }

    @Test
    @DisplayName("2.2: a message is octets: those above 0x7F come as they are")
    void takesOctetsForOctets() throws Exception {
        String value = "\u00e9\u00c3\u00a9\u00ff\u0080\u00a0.";
        RawClient client = client(request ->
                        Response.text("").withHeader("A", request.header("A").orElseThrow()))
                .get("/", "A: " + value);
        assertEquals(Optional.of(value), client.read().field("A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nA:\n\r\n",
                "\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    @DisplayName("2.2: a line that ends in LF alone is answered with 400")
    void refusesLfAlone(String request) throws Exception {
        assertRefused(400, request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\rHost: localhost\r\n\r\n",
                "GET /\rHTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nA: b\rc\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nA\r: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n\rA: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\r\n",
                "\rGET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    @DisplayName("2.2: a CR that is not before LF is answered with 400")
    void refusesCrAlone(String request) throws Exception {
        assertRefused(400, request);
    }

    @Test
    @DisplayName("2.2: an empty line before the request line is ignored")
    void ignoresAnEmptyLineBeforeTheRequestLine() throws Exception {
        RawClient client = client(LiveServer::path).send("\r\n").get("/a");
        assertEquals("/a", client.read().content());
    }

    @Test
    @DisplayName("2.2: the CRLF that some clients send behind their content is ignored")
    void ignoresAnEmptyLineBehindContent() throws Exception {
        RawClient client = client(LiveServer::echo).send(post("/", "abc") + "\r\n" + post("/", "de"));
        assertEquals("abc", client.read().content());
        assertEquals("de", client.read().content());
    }

    @Test
    @DisplayName("2.2: more than one empty line is answered with 400")
    void refusesManyEmptyLines() throws Exception {
        assertRefused(400, "\r\n\r\n" + RawClient.request("GET", "/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", " \r\n", " X: y\r\n", "\tContent-Length: 5\r\n"})
    @DisplayName("2.2: whitespace between the request line and the first field line is answered with 400")
    void refusesWhitespaceBeforeTheFields(String line) throws Exception {
        assertRefused(400, "GET / HTTP/1.1\r\n" + line + "Host: localhost\r\n\r\n");
    }

    @Test
    @DisplayName("2.2: what is no request is answered with 400, and the connection is closed")
    void closesAfterWhatIsNoRequest() throws Exception {
        RawClient client = client(LiveServer::path).send("what?\r\n\r\n" + RawClient.request("GET", "/a"));
        RawClient.Reply reply = client.read();
        assertEquals(400, reply.status());
        assertEquals("close", reply.field("Connection").orElseThrow());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("2.3: HTTP/1.0 is answered in HTTP/1.1, without what only HTTP/1.1 knows")
    void answersHttp10WithItsOwnVersion() throws Exception {
        RawClient client = client(request -> streamed("a")).send("GET / HTTP/1.0\r\n\r\n");
        RawClient.Reply reply = client.read();
        assertEquals("HTTP/1.1 200 OK", reply.statusLine());
        assertTrue(reply.field("Transfer-Encoding").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.2", "HTTP/1.9"})
    @DisplayName("2.3: a higher minor version is served like HTTP/1.1")
    void servesAHigherMinorVersion(String version) throws Exception {
        RawClient client = client(request -> streamed("a"));
        client.send("GET / " + version + "\r\nHost: localhost\r\n\r\n");
        RawClient.Reply reply = client.read();
        assertEquals("HTTP/1.1 200 OK", reply.statusLine());
        assertEquals(Optional.of("chunked"), reply.field("Transfer-Encoding"));
        assertEquals(200, client.get("/").read().status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http/1.1",
                "Http/1.1",
                "HTTP/1",
                "HTTP/1.",
                "HTTP/.1",
                "HTTP/",
                "HTTP/1.1a",
                "HTTP/1.10",
                "HTTP/11.1",
                "HTTP/01.1",
                "HTTP/-1.1",
                "HTTP/+1.1",
                "HTTP/1,1",
                "HTTP/1.x",
                "HTTP /1.1",
                "HTTP/ 1.1",
                "HTTPS/1.1",
                "RTSP/1.0",
                "HTTP/1.1\0",
                "HTTP/\u00b2.1"
            })
    @DisplayName("2.3: what is no version is answered with 400")
    void refusesAMalformedVersion(String version) throws Exception {
        assertRefused(400, "GET / " + version + "\r\nHost: localhost\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/0.9", "GET / HTTP/2.0", "GET / HTTP/3.0", "GET / HTTP/9.9", "PRI * HTTP/2.0"})
    @DisplayName("2.3: another major version is answered with 505")
    void refusesAnotherMajorVersion(String line) throws Exception {
        assertRefused(505, line + "\r\nHost: localhost\r\n\r\n");
    }
}
