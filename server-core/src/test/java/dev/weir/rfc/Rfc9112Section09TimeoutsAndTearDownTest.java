package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9112 sections 9.4 to 9.6: Concurrency, Failures and Timeouts, Tear-down")
class Rfc9112Section09TimeoutsAndTearDownTest extends LiveServer {

    @Test
    @DisplayName("9.4: a client may have many connections, and a busy one does not hold up the others")
    void servesConnectionsAtOnce() throws Exception {
        CyclicBarrier all = new CyclicBarrier(8);
        HttpServer server = start(
                request -> {
                    all.await();
                    return path(request);
                },
                builder -> builder);
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(connect(server).get("/" + i));
        }
        for (int i = 0; i < 8; i++) {
            assertEquals("/" + i, clients.get(i).read().content());
        }
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

    /** Content without an end; counts down once no more can be written. */
    private static Handler endless(CountDownLatch failed) {
        return request -> Response.stream(MediaType.APPLICATION_OCTET_STREAM, output -> {
            try {
                byte[] octets = new byte[1 << 20];
                while (true) {
                    output.write(octets);
                }
            } catch (IOException e) {
                failed.countDown();
                throw e;
            }
        });
    }

    @Test
    @DisplayName("9.5: a client that reads nothing is cut off")
    void cutsOffAClientThatReadsNothing() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        HttpServer server = start(endless(failed), LiveServer::impatient);
        kept(RawClient.withSmallReceiveBuffer(server)).get("/");
        failed.await();
    }

    @Test
    @DisplayName("9.5: a client that is cut off can tell, also where the close would end the content")
    void cutsOffWithAReset() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        HttpServer server = start(endless(failed), LiveServer::impatient);
        RawClient client = kept(RawClient.withSmallReceiveBuffer(server)).send("GET / HTTP/1.0\r\n\r\n");
        failed.await();
        assertThrows(IOException.class, client::readToEnd);
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
    @DisplayName("9.5: a client that goes away during a response does not stop the server")
    void survivesAClientThatLeaves() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        HttpServer server = start(
                request -> request.path().equals("/a")
                        ? path(request)
                        : Response.stream(MediaType.APPLICATION_OCTET_STREAM, output -> {
                            try {
                                while (true) {
                                    output.write(new byte[1 << 16]);
                                }
                            } catch (IOException e) {
                                failed.countDown();
                                throw e;
                            }
                        }),
                builder -> builder);
        RawClient client = connect(server).get("/");
        assertEquals("HTTP/1.1 200", client.readOctets(12));
        client.reset();
        failed.await();
        assertEquals("/a", connect(server).get("/a").read().content());
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
