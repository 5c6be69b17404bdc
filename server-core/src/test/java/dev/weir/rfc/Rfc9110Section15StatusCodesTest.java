package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.config.Limits;
import dev.weir.http.HttpException;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Router;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 15: Status Codes")
class Rfc9110Section15StatusCodesTest extends LiveServer {

    @Test
    @DisplayName("15.3.6: 205 has a length of zero, and the next response is found behind it")
    void sendsAnEmpty205() throws Exception {
        RawClient client = client(request -> Response.text("abc").withStatus(Status.RESET_CONTENT));
        client.get("/").get("/");
        assertEquals(Optional.of("0"), client.read().field("Content-Length"));
        assertEquals(205, client.read().status());
    }

    @Test
    @DisplayName("15.4.5: 304 keeps its validators and has no content")
    void keepsValidators() throws Exception {
        RawClient client = client(request -> Response.text("abc")
                .withStatus(Status.NOT_MODIFIED)
                .withHeader("ETag", "\"a\"")
                .withHeader("Vary", "Accept"));
        client.get("/").get("/");
        RawClient.Reply reply = client.read();
        assertEquals(Optional.of("\"a\""), reply.field("ETag"));
        assertEquals(Optional.of("Accept"), reply.field("Vary"));
        assertTrue(reply.field("Date").isPresent());
        assertEquals(304, client.read().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /<script>alert(1)</script> HTTP/1.1", "<script> / HTTP/1.1", "GET / <script>"})
    @DisplayName("15.5.1: 400 says what is wrong in words of its own, and echoes nothing")
    void echoesNothing(String line) throws Exception {
        RawClient client = client(LiveServer::path).send(line + "\r\nHost: localhost\r\n\r\n");
        RawClient.Reply reply = client.read();
        assertEquals(400, reply.status());
        assertEquals(Optional.of("close"), reply.field("Connection"));
        assertTrue(reply.content().contains("\"status\":400"), reply.content());
        assertFalse(reply.content().contains("script"), reply.content());
    }

    @Test
    @DisplayName("15.5.6: 405 lists the methods that are allowed")
    void listsAllowedMethods() throws Exception {
        RawClient client = client(Router.builder()
                .get("/", LiveServer::path)
                .post("/echo", LiveServer::echo)
                .build());
        RawClient.Reply reply = client.send(RawClient.request("DELETE", "/")).read();
        assertEquals(405, reply.status());
        assertEquals(Optional.of("GET, HEAD, OPTIONS"), reply.field("Allow"));
        RawClient.Reply toHead = client.send(RawClient.request("HEAD", "/echo")).readToHead();
        assertEquals(405, toHead.status());
        assertEquals(Optional.of("OPTIONS, POST"), toHead.field("Allow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3000000", "9223372036854775807"})
    @DisplayName("15.5.14: content that is announced as too long is answered with 413 before any of it comes")
    void refusesLongContentAtOnce(String length) throws Exception {
        assertRefused(413, RawClient.request("POST", "/", "Content-Length: " + length));
    }

    @Test
    @DisplayName("15.5.14: chunked content past the limit is answered with 413")
    void refusesLongChunkedContent() throws Exception {
        RawClient client = client(
                        LiveServer::echo,
                        builder ->
                                builder.limits(dev.weir.config.Limits.defaults().withContent(4)))
                .send(RawClient.request("POST", "/", "Transfer-Encoding: chunked") + "5\r\nabcde\r\n0\r\n\r\n");
        assertEquals(413, client.read().status());
    }

    @Test
    @DisplayName("15.5.14: one huge chunk is answered with 413 once the limit is passed, and never held in memory")
    void refusesAHugeChunk() throws Exception {
        RawClient client = client(
                        LiveServer::echo,
                        builder -> builder.limits(Limits.defaults().withContent(4)))
                .send(RawClient.request("POST", "/", "Transfer-Encoding: chunked") + "7FFFFFFFFFFFFFFF\r\nabcde");
        assertEquals(413, client.read().status());
    }

    @Test
    @DisplayName("15.5.15: a target longer than the server wants is answered with 414")
    void refusesALongTarget() throws Exception {
        assertRefused(414, RawClient.request("GET", "/?" + "a".repeat(10_000)));
    }

    @Test
    @DisplayName("15.5.22: 426 names a protocol, in Upgrade and in Connection")
    void namesTheProtocolWith426() throws Exception {
        RawClient client = client(request -> {
            throw new HttpException(Status.UPGRADE_REQUIRED).withHeader("Upgrade", "shout");
        });
        RawClient.Reply reply = client.get("/").read();
        assertEquals(426, reply.status());
        assertEquals(Optional.of("shout"), reply.field("Upgrade"));
        assertEquals(Optional.of("upgrade"), reply.field("Connection"));
    }

    @Test
    @DisplayName("15.6.1: a handler that throws is answered with 500, and the connection persists")
    void answersAFailureWith500() throws Exception {
        RawClient client = client(request -> {
            if (request.path().equals("/bad")) {
                throw new IllegalStateException("secret of the test");
            }
            return Response.text("good");
        });
        RawClient.Reply reply = client.get("/bad").read();
        assertEquals(500, reply.status());
        assertTrue(!reply.content().contains("secret"), reply.content());
        assertEquals("good", client.get("/good").read().content());
    }

    @Test
    @DisplayName("15.6.1: an application that fails with an Error does not stop the server")
    void survivesAnError() throws Exception {
        RawClient client = client(request -> {
            if (request.path().equals("/bad")) {
                throw new OutOfMemoryError("as the test wants it");
            }
            return Response.text("good");
        });
        assertEquals(500, client.get("/bad").read().status());
        assertEquals("good", client.get("/good").read().content());
    }

    @Test
    @DisplayName("15.6.2: a transfer coding that is not known is answered with 501")
    void knowsNoOtherCoding() throws Exception {
        assertRefused(501, RawClient.request("POST", "/", "Transfer-Encoding: gzip, chunked"));
    }

    @Test
    @DisplayName("15.6.4: a request too many is answered with 503 and Retry-After, and its connection persists")
    void shedsWithRetryAfter() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        HttpServer server = start(
                request -> {
                    entered.countDown();
                    leave.await();
                    return path(request);
                },
                builder -> builder.limits(
                        Limits.defaults().withRequestsInProgress(1).withRequestsWaiting(0)));
        RawClient busy = connect(server).get("/busy");
        entered.await();
        RawClient client = connect(server).get("/more");
        RawClient.Reply reply = client.read();
        assertEquals(503, reply.status());
        assertEquals(Optional.of("1"), reply.field("Retry-After"));
        leave.countDown();
        assertEquals("/busy", busy.read().content());
        assertEquals("/again", client.get("/again").read().content());
    }

    @Test
    @DisplayName("15.6.6: 505 says what is wrong, in the server's own version")
    void explains505() throws Exception {
        RawClient.Reply reply = client(LiveServer::path)
                .send("GET / HTTP/2.0\r\nHost: localhost\r\n\r\n")
                .read();
        assertEquals("HTTP/1.1 505 HTTP Version Not Supported", reply.statusLine());
        assertTrue(reply.content().contains("version"), reply.content());
    }

    @Test
    @DisplayName("RFC 6585 section 5: header fields too large, one or all of them, are answered with 431")
    void refusesLargeFields() throws Exception {
        assertRefused(431, RawClient.request("GET", "/", "A: " + "b".repeat(40_000)));
        assertRefused(431, RawClient.request("GET", "/", ("A: " + "b".repeat(400) + "\r\n").repeat(90) + "C: d"));
        assertRefused(431, RawClient.request("GET", "/", "A: b\r\n".repeat(100) + "C: d"));
    }
}
