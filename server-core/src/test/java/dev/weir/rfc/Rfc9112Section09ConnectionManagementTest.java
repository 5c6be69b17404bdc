package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.config.Limits;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9112 section 9: Connection Management")
class Rfc9112Section09ConnectionManagementTest extends LiveServer {

    @Test
    @DisplayName("9.3: a connection of HTTP/1.1 persists")
    void persists() throws Exception {
        RawClient client = client(LiveServer::path);
        assertEquals(Optional.empty(), client.get("/a").read().field("Connection"));
        assertEquals("/b", client.get("/b").read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "foo, close", "foo,close ,bar"})
    @DisplayName("9.3: close, in a list too, ends persistence")
    void closesWhenAsked(String options) throws Exception {
        RawClient client = client(LiveServer::path).get("/a", "Connection: " + options);
        assertEquals("close", client.read().field("Connection").orElseThrow());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("9.3: a connection of HTTP/1.0 does not persist")
    void closesAfterHttp10() throws Exception {
        RawClient client = client(LiveServer::path).send("GET /a HTTP/1.0\r\n\r\n");
        assertEquals("close", client.read().field("Connection").orElseThrow());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("9.3: a connection of HTTP/1.0 persists with keep-alive, which the response repeats")
    void persistsWithKeepAlive() throws Exception {
        RawClient client = client(LiveServer::path);
        client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        assertEquals(
                "keep-alive", client.read().field("Connection").orElseThrow().toLowerCase(java.util.Locale.ROOT));
        client.send("GET /b HTTP/1.0\r\n\r\n");
        assertEquals("/b", client.read().content());
    }

    @Test
    @DisplayName("9.3: content that nobody read is skipped if it is short")
    void skipsShortContent() throws Exception {
        RawClient client = client(LiveServer::ignore);
        client.send(post("/", "GET /smuggled HTTP/1.1\r\n\r\n")).get("/");
        assertEquals("ignored", client.read().content());
        assertEquals("ignored", client.read().content());
        client.send(RawClient.request("POST", "/", "Transfer-Encoding: chunked") + "3\r\nabc\r\n0\r\n\r\n")
                .get("/");
        assertEquals("ignored", client.read().content());
        assertEquals("ignored", client.read().content());
    }

    @Test
    @DisplayName("9.3: content that nobody read and is long ends the connection")
    void closesBeforeLongContent() throws Exception {
        RawClient client = client(
                LiveServer::ignore, builder -> builder.limits(Limits.defaults().withDrain(1000)));
        client.send(RawClient.request("POST", "/", "Content-Length: 1001"));
        assertEquals("close", client.read().field("Connection").orElseThrow());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("9.3.2: requests in one packet are answered in their order")
    void answersInOrder() throws Exception {
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            requests.append(i % 3 == 0 ? post("/" + i, "x") : RawClient.request("GET", "/" + i));
        }
        RawClient client = client(LiveServer::path).send(requests.toString());
        for (int i = 0; i < 100; i++) {
            assertEquals("/" + i, client.read().content());
        }
    }

    @Test
    @DisplayName("9.3.2: responses do not wait for a next request that is incomplete")
    void answersBeforeTheNextRequestIsComplete() throws Exception {
        RawClient client = client(LiveServer::path).send(RawClient.request("GET", "/a") + "GET /b HTTP/1.1\r\nHo");
        assertEquals("/a", client.read().content());
        assertEquals("/b", client.send("st: localhost\r\n\r\n").read().content());
    }

    @Test
    @DisplayName("9.3.2: requests that were pipelined behind close are not answered")
    void ignoresRequestsBehindClose() throws Exception {
        RawClient client =
                client(LiveServer::path).get("/a", "Connection: close").get("/b");
        assertEquals("/a", client.read().content());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("9.3.2: a malformed request behind a good one does not take that one's response away")
    void answersTheGoodRequestBeforeTheBadOne() throws Exception {
        RawClient client = client(LiveServer::path).send(RawClient.request("GET", "/a") + "what?\r\n\r\n");
        assertEquals("/a", client.read().content());
        assertEquals(400, client.read().status());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("9.5: half a head is answered with 408")
    void answersHalfAHeadWith408() throws Exception {
        RawClient client = client(LiveServer::path, LiveServer::impatient).send("GET / HTTP/1.1\r\nHost");
        RawClient.Reply reply = client.read();
        assertEquals(408, reply.status());
        assertEquals("close", reply.field("Connection").orElseThrow());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("9.5: content that does not come is answered with 408")
    void answersMissingContentWith408() throws Exception {
        RawClient client = client(LiveServer::echo, LiveServer::impatient)
                .send(RawClient.request("POST", "/", "Content-Length: 10") + "abc");
        RawClient.Reply reply = client.read();
        assertEquals(408, reply.status());
        assertEquals("close", reply.field("Connection").orElseThrow());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("9.5: an idle connection is closed without a word")
    void closesAnIdleConnection() throws Exception {
        HttpServer server = start(LiveServer::path, LiveServer::impatient);
        RawClient used = connect(server);
        used.get("/a").read();
        assertTrue(used.isClosed());
        assertTrue(connect(server).isClosed());
    }

    @Test
    @DisplayName("9.5: a client that reads nothing is cut off")
    void cutsOffAClientThatReadsNothing() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        HttpServer server = start(
                request -> Response.stream(MediaType.APPLICATION_OCTET_STREAM, output -> {
                    try {
                        byte[] octets = new byte[1 << 20];
                        while (true) {
                            output.write(octets);
                        }
                    } catch (IOException e) {
                        failed.countDown();
                        throw e;
                    }
                }),
                LiveServer::impatient);
        kept(RawClient.withSmallReceiveBuffer(server)).get("/");
        failed.await();
    }

    @Test
    @DisplayName("9.5: a slow handler is not held against its client")
    void waitsForASlowHandler() throws Exception {
        HttpServer server = start(
                request -> {
                    if (request.path().equals("/slow")) {
                        try (RawClient idle = RawClient.to(
                                "127.0.0.1",
                                Integer.parseInt(request.header("X-Port").orElseThrow()))) {
                            idle.isClosed(); // which takes longer than any timeout
                        }
                    }
                    return Response.text("done");
                },
                LiveServer::impatient);
        RawClient client = connect(server).get("/slow", "X-Port: " + server.port());
        assertEquals("done", client.read().content());
    }

    @Test
    @DisplayName("9.6: a response arrives although the client still sends")
    void answersAClientThatStillSends() throws Exception {
        RawClient client = client(LiveServer::echo).send(RawClient.request("POST", "/", "Content-Length: 100000000"));
        byte[] content = new byte[100_000];
        client.send(content).send(content);
        RawClient.Reply reply = client.read();
        assertEquals(413, reply.status());
        assertTrue(reply.isWhole());
        assertEquals("close", reply.field("Connection").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", "HTTP/1.0\r\n\r\n"})
    @DisplayName("9.6: what a client sends behind its last request does not take the response away")
    void answersAClientThatSendsBehindClose(String rest) throws Exception {
        byte[] content = new byte[4 << 20];
        HttpServer server =
                start(request -> Response.bytes(MediaType.APPLICATION_OCTET_STREAM, content), builder -> builder);
        RawClient client = kept(RawClient.withSmallReceiveBuffer(server));
        client.send("GET /a " + rest + RawClient.request("GET", "/b").repeat(2000));
        RawClient.Reply reply = client.read();
        assertEquals(content.length, reply.content().length());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("9.6: the server closes its side first, and the client sees the end of the octets")
    void halfCloses() throws Exception {
        RawClient client = client(LiveServer::path).send("what?\r\n\r\n");
        assertTrue(client.readToEnd().startsWith("HTTP/1.1 400 "));
        client.send("more").endOutput();
    }

    @Test
    @DisplayName("9: a client that half-closed still gets its response")
    void answersAClientThatEndedItsOutput() throws Exception {
        RawClient client = client(LiveServer::path).get("/a").endOutput();
        assertEquals("/a", client.read().content());
        assertTrue(client.isClosed());
    }
}
