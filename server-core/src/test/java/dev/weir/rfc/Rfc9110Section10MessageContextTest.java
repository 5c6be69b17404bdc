package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9110 section 10: Message Context")
class Rfc9110Section10MessageContextTest extends LiveServer {

    private static final String EXPECTING = RawClient.request("POST", "/", "Content-Length: 3", "Expect: 100-continue");

    @Test
    @DisplayName("10.1.1: 100 is sent when the handler reads, and the final response follows the content")
    void sends100WhenTheHandlerReads() throws Exception {
        RawClient client = client(LiveServer::echo).send(EXPECTING);
        assertEquals("HTTP/1.1 100 Continue", client.read().statusLine());
        RawClient.Reply reply = client.send("abc").read();
        assertEquals("abc", reply.content());
        assertEquals("/", client(LiveServer::path).get("/").read().content());
    }

    @Test
    @DisplayName("10.1.1: 100 is not sent before the handler reads")
    void sendsNo100BeforeTheHandlerReads() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        RawClient client = client(request -> {
                    entered.countDown();
                    request.sendInterim(dev.weir.http.Status.EARLY_HINTS, dev.weir.http.Headers.empty());
                    return echo(request);
                })
                .send(EXPECTING);
        entered.await();
        assertEquals(103, client.read().status());
        assertEquals(100, client.read().status());
        assertEquals("abc", client.send("abc").read().content());
    }

    @Test
    @DisplayName("10.1.1: 100 is sent once")
    void sends100Once() throws Exception {
        RawClient client = client(request -> {
                    InputStream content = request.content().stream();
                    StringBuilder octets = new StringBuilder();
                    for (int octet = content.read(); octet >= 0; octet = content.read()) {
                        octets.append((char) octet);
                    }
                    return Response.text(octets.toString());
                })
                .send(EXPECTING);
        assertEquals(100, client.read().status());
        assertEquals("abc", client.send("a").send("bc").read().content());
    }

    @Test
    @DisplayName("10.1.1: 100 is not sent if the content is there already")
    void sendsNo100IfTheContentIsThere() throws Exception {
        RawClient client = client(LiveServer::echo).send(EXPECTING + "abc");
        assertEquals("abc", client.read().content());
    }

    @Test
    @DisplayName("10.1.1: 100 is not sent once the final response has begun")
    void sendsNo100WithinTheFinalResponse() throws Exception {
        RawClient client = client(request ->
                        Response.stream(MediaType.APPLICATION_OCTET_STREAM, output -> request.content().stream()
                                .transferTo(output)))
                .send(EXPECTING);
        assertEquals("HTTP/1.1 200 OK", client.readOctets(15));
        String rest = client.send("abc").readToEnd();
        assertTrue(rest.endsWith("\r\n\r\n3\r\nabc\r\n0\r\n\r\n"), rest);
        assertFalse(rest.contains("100 Continue"), rest);
    }

    @Test
    @DisplayName("10.1.1: a handler that does not read gets its final response out, and the connection is closed")
    void closesIfTheContentIsNotWanted() throws Exception {
        RawClient client = client(LiveServer::ignore).send(EXPECTING);
        RawClient.Reply reply = client.read();
        assertEquals("ignored", reply.content());
        assertEquals("close", reply.field("Connection").orElseThrow());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("10.1.1: content that is announced as too long is refused with 413 instead of 100")
    void refusesLongContentInsteadOf100() throws Exception {
        RawClient client = client(LiveServer::echo)
                .send(RawClient.request("POST", "/", "Content-Length: 99999999", "Expect: 100-continue"));
        assertEquals(413, client.read().status());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("10.1.1: another expectation is answered with 417")
    void refusesAnotherExpectation() throws Exception {
        RawClient client = client(LiveServer::path).get("/", "Expect: miracles");
        assertEquals(417, client.read().status());
    }

    @Test
    @DisplayName("10.1.1: 100 is not sent to HTTP/1.0")
    void sendsNo100ToHttp10() throws Exception {
        RawClient client = client(LiveServer::echo)
                .send("POST / HTTP/1.0\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
                .send("abc");
        assertEquals("abc", client.read().content());
    }
}
