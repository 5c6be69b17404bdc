package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9112 section 2: Message")
class Rfc9112Section02MessageTest extends LiveServer {

    @Test
    @DisplayName("2.2: an empty line before the request line is ignored")
    void ignoresAnEmptyLineBeforeTheRequestLine() throws Exception {
        RawClient client = client(LiveServer::path).send("\r\n").get("/a");
        assertEquals("/a", client.read().content());
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

    @Test
    @DisplayName("2.3: another major version is answered with 505")
    void refusesAnotherMajorVersion() throws Exception {
        RawClient client = client(LiveServer::path).send("GET / HTTP/3.0\r\nHost: localhost\r\n\r\n");
        assertEquals(505, client.read().status());
    }
}
