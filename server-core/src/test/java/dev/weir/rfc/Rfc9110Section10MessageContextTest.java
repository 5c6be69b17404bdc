package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @DisplayName("10.1.1: 100 is not sent to HTTP/1.0")
    void sendsNo100ToHttp10() throws Exception {
        RawClient client = client(LiveServer::echo)
                .send("POST / HTTP/1.0\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
                .send("abc");
        assertEquals("abc", client.read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"100-CONTINUE", "100-Continue"})
    @DisplayName("10.1.1: the expectation has no case")
    void readsTheExpectationInAnyCase(String value) throws Exception {
        RawClient client =
                client(LiveServer::echo).send(RawClient.request("POST", "/", "Content-Length: 3", "Expect: " + value));
        assertEquals(100, client.read().status());
        assertEquals("abc", client.send("abc").read().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "miracles",
                "200-ok",
                "100-continue, miracles",
                "y 100-continue",
                "100-continue=a",
                "100-continue\r\nExpect: miracles"
            })
    @DisplayName("10.1.1: another expectation is answered with 417, and the connection is closed")
    void refusesAnotherExpectation(String value) throws Exception {
        assertRefused(417, RawClient.request("POST", "/", "Expect: " + value, "Content-Length: 3"));
        assertRefused(417, RawClient.request("GET", "/", "Expect: " + value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    @DisplayName("10.1.1: 100 is not sent where no content is to come, and the connection persists")
    void sendsNo100WithoutContent(String method) throws Exception {
        RawClient client = client(LiveServer::echo);
        assertEquals(
                200,
                client.send(RawClient.request(method, "/", "Expect: 100-continue"))
                        .read()
                        .status());
        String empty = RawClient.request(method, "/", "Expect: 100-continue", "Content-Length: 0");
        assertEquals(Optional.empty(), client.send(empty).read().field("Connection"));
        assertEquals(200, client.get("/").read().status());
    }

    @Test
    @DisplayName("10.1.1: 100 is sent for content in chunks, and the connection persists behind it")
    void sends100ForChunks() throws Exception {
        RawClient client = client(LiveServer::echo);
        for (int i = 0; i < 2; i++) {
            client.send(RawClient.request("POST", "/", "Transfer-Encoding: chunked", "Expect: 100-continue"));
            assertEquals(100, client.read().status());
            assertEquals("abc", client.send("3\r\nabc\r\n0\r\n\r\n").read().content());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500})
    @DisplayName("10.1.1: an error goes out instead of 100, and what follows is taken for nothing")
    void answersInsteadOf100(int status) throws Exception {
        RawClient client = client(request -> {
                    throw new HttpException(Status.of(status));
                })
                .send(RawClient.request("POST", "/", "Content-Length: 30", "Expect: 100-continue"))
                .get("/smuggled");
        RawClient.Reply reply = client.read();
        assertEquals(status, reply.status());
        assertEquals(Optional.of("close"), reply.field("Connection"));
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("10.1.1: content behind 100 of which only a part is read is skipped to its end")
    void staysInStepBehindAPart() throws Exception {
        RawClient client = client(request ->
                        Response.text("" + (char) request.content().stream().read()))
                .send(EXPECTING);
        assertEquals(100, client.read().status());
        client.send("aGE").get("/smuggled", "Connection: close");
        assertEquals("a", client.read().content());
        assertEquals(200, client.readToHead().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"trailers", "gzip;q=0.5, trailers", "deflate", ""})
    @DisplayName("10.1.4: TE is no reason to refuse or to code anything")
    void toleratesTe(String value) throws Exception {
        RawClient client = client(LiveServer::path).get("/a", "Connection: TE", "TE: " + value);
        RawClient.Reply reply = client.read();
        assertEquals("/a", reply.content());
        assertEquals(Optional.empty(), reply.field("Transfer-Encoding"));
    }

    @ParameterizedTest
    @CsvSource({"/a?b=c#d, /a?b=c#d", "http://a.test/b, http://a.test/b", "../a, ../a", "/\u00e9, /%C3%A9"})
    @DisplayName("10.2.2: Location is a URI reference, in ASCII")
    void sendsALocation(String place, String value) throws Exception {
        RawClient client = client(request -> Response.seeOther(place));
        RawClient.Reply reply = client.get("/").read();
        assertEquals(303, reply.status());
        assertEquals(Optional.of(value), reply.field("Location"));
    }

    @Test
    @DisplayName("10.2.4: Server is one line that names no more than the product, and can be changed or left out")
    void sendsServerOnce() throws Exception {
        assertEquals(
                Optional.of("Weir"), client(LiveServer::path).get("/").read().field("Server"));
        assertEquals(
                Optional.of("Own"),
                client(request -> path(request).withHeader("Server", "Own"))
                        .get("/")
                        .read()
                        .field("Server"));
        RawClient none = client(LiveServer::path, builder -> builder.serverField(""));
        assertEquals(Optional.empty(), none.get("/").read().field("Server"));
        assertEquals(Optional.empty(), none.send("?\r\n").read().field("Server"));
    }
}
