package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Router;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 9: Methods")
class Rfc9110Section09MethodsTest extends LiveServer {

    private static Router routes() {
        return Router.builder()
                .get("/", LiveServer::path)
                .post("/", LiveServer::echo)
                .delete("/other", LiveServer::ignore)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "get", "M-SEARCH", "PROPFIND", "QUERY"})
    @DisplayName("9.1: a method that no route has is answered with 405 and Allow on a known path, with 404 elsewhere")
    void answersAnUnknownMethod(String method) throws Exception {
        RawClient client = client(routes());
        RawClient.Reply reply = client.send(RawClient.request(method, "/")).read();
        assertEquals(405, reply.status());
        assertEquals(Optional.of("GET, HEAD, OPTIONS, POST"), reply.field("Allow"));
        assertEquals(404, client.send(RawClient.request(method, "/none")).read().status());
    }

    @Test
    @DisplayName("9.1: every path that has GET has HEAD")
    void supportsHeadWithGet() throws Exception {
        RawClient client = client(routes());
        assertEquals(
                200, client.send(RawClient.request("HEAD", "/")).readToHead().status());
    }

    @Test
    @DisplayName("9.3.1: content of GET is not taken for the next request")
    void skipsContentOfGet() throws Exception {
        RawClient client = client(routes());
        client.send(RawClient.request("GET", "/", "Content-Length: 27") + "GET /smuggled HTTP/1.1\r\n\r\n\0")
                .get("/none");
        assertEquals(200, client.read().status());
        assertEquals(404, client.read().status());
    }

    @Test
    @DisplayName("9.3.2: HEAD is answered like GET, without the content")
    void answersHeadWithoutContent() throws Exception {
        RawClient client = client(request -> Response.text("abc"));
        client.send(RawClient.request("HEAD", "/")).get("/");
        assertEquals(Optional.of("3"), client.readToHead().field("Content-Length"));
        assertEquals("abc", client.read().content());
    }

    @Test
    @DisplayName("9.3.2: HEAD of content of unknown length is answered without the content")
    void answersHeadOfAStream() throws Exception {
        RawClient client = client(request -> streamed("a", "b"));
        client.send(RawClient.request("HEAD", "/")).get("/");
        assertEquals(200, client.readToHead().status());
        assertEquals("ab", client.read().content());
    }

    @Test
    @DisplayName("9.3.2: a handler for HEAD may tell the length of content that it does not make")
    void keepsTheLengthOfAHandlerForHead() throws Exception {
        RawClient client = client(request -> Response.of(Status.OK).withHeader("Content-Length", "12345"));
        client.send(RawClient.request("HEAD", "/")).get("/");
        assertEquals(Optional.of("12345"), client.readToHead().field("Content-Length"));
        assertEquals(Optional.of("0"), client.read().field("Content-Length"));
    }

    @Test
    @DisplayName("9.3.2: an error in answer to HEAD has no content")
    void answersHeadOfAFailureWithoutContent() throws Exception {
        RawClient client = client(request -> {
            throw new dev.weir.http.HttpException(Status.CONFLICT, "as the test wants it");
        });
        client.send(RawClient.request("HEAD", "/")).get("/");
        assertEquals(409, client.readToHead().status());
        assertEquals(409, client.read().status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD / HTTP/2.0\r\n",
                "HEAD / HTTP/1.1 \r\n",
                "HEAD foo HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "HEAD /\r\n",
                "HEAD /a b HTTP/1.1\r\n",
                "HEAD / HTTP/1.1\r\n\r\n",
                "HEAD / HTTP/1.1\r\nHost : localhost\r\n\r\n",
                "HEAD / HTTP/1.1\r\nHost: localhost\r\nExpect: miracles\r\n\r\n"
            })
    @DisplayName("9.3.2: the refusal of a malformed HEAD has no content")
    void refusesHeadWithoutContent(String request) throws Exception {
        RawClient client = client(LiveServer::path).send(request);
        assertTrue(client.readToHead().status() >= 400);
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("9.3.2: the 408 for half a HEAD has no content")
    void refusesHalfAHeadWithoutContent() throws Exception {
        RawClient client = client(LiveServer::path, LiveServer::impatient).send("HEAD / HT");
        assertEquals(408, client.readToHead().status());
        assertTrue(client.isClosed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "Connection: keep-alive\r\n"})
    @DisplayName("9.3.6: CONNECT is answered with 501 whatever the application says, and what follows is no request")
    void refusesATunnel(String lines) throws Exception {
        RawClient client = client(LiveServer::ignore)
                .send("CONNECT example.test:443 HTTP/1.1\r\nHost: example.test:443\r\n" + lines + "\r\n")
                .get("/a");
        RawClient.Reply reply = client.read();
        assertEquals(501, reply.status());
        assertEquals(Optional.of("close"), reply.field("Connection"));
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("9.3.7: OPTIONS * tells all methods of the server, without content")
    void tellsTheMethodsOfTheServer() throws Exception {
        RawClient client = client(routes());
        RawClient.Reply reply = client.send(RawClient.request("OPTIONS", "*")).read();
        assertEquals(204, reply.status());
        assertEquals(Optional.of("DELETE, GET, HEAD, OPTIONS, POST"), reply.field("Allow"));
    }

    @Test
    @DisplayName("9.3.7: OPTIONS on a path tells its methods")
    void tellsTheMethodsOfAPath() throws Exception {
        RawClient client = client(routes());
        RawClient.Reply reply =
                client.send(RawClient.request("OPTIONS", "/other")).read();
        assertEquals(204, reply.status());
        assertEquals(Optional.of("DELETE, OPTIONS"), reply.field("Allow"));
    }

    @Test
    @DisplayName("9.3.8: TRACE echoes nothing unless a route does")
    void doesNotTrace() throws Exception {
        RawClient.Reply reply = client(routes())
                .send(RawClient.request("TRACE", "/", "Cookie: secret=1"))
                .read();
        assertEquals(405, reply.status());
        assertFalse(reply.content().contains("secret"), reply.content());
    }
}
