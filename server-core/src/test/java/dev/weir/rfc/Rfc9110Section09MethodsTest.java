package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 9: Methods")
class Rfc9110Section09MethodsTest extends LiveServer {

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
}
