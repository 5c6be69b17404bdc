package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Headers;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9112 section 6: Message Body")
class Rfc9112Section06MessageBodyTest extends LiveServer {

    @Test
    @DisplayName("6.1: content of unknown length goes out in chunks")
    void streamsInChunks() throws Exception {
        RawClient.Reply reply = client(request -> streamed("a", "bc")).get("/").read();
        assertEquals(Optional.of("chunked"), reply.field("Transfer-Encoding"));
        assertEquals(Optional.empty(), reply.field("Content-Length"));
        assertEquals("abc", reply.content());
    }

    @Test
    @DisplayName("6.1: Transfer-Encoding with Content-Length is answered with 400, and the connection is closed")
    void refusesTwoFramings() throws Exception {
        RawClient client = client(LiveServer::echo)
                .send(RawClient.request("POST", "/", "Content-Length: 5", "Transfer-Encoding: chunked") + "0\r\n\r\n");
        assertEquals(400, client.read().status());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("6.1: a handler's own Transfer-Encoding and Content-Length do not count")
    void decidesTheFramingItself() throws Exception {
        RawClient.Reply reply = client(request -> Response.text("abc")
                        .withHeader("Content-Length", "7")
                        .withHeader("Transfer-Encoding", "chunked"))
                .get("/")
                .read();
        assertEquals(Optional.of("3"), reply.field("Content-Length"));
        assertEquals(Optional.empty(), reply.field("Transfer-Encoding"));
    }

    @Test
    @DisplayName("6.1, 6.2: an interim response has neither Transfer-Encoding nor Content-Length")
    void framesNoInterimResponse() throws Exception {
        RawClient client = client(request -> {
                    request.sendInterim(
                            Status.EARLY_HINTS,
                            Headers.of("Content-Length", "7", "Transfer-Encoding", "chunked", "Connection", "close"));
                    return Response.text("abc");
                })
                .get("/");
        assertEquals(List.of(), client.read().fields());
        assertEquals("abc", client.read().content());
    }

    @Test
    @DisplayName("6.2: content of known length goes out with Content-Length")
    void tellsTheLength() throws Exception {
        RawClient.Reply reply = client(request -> Response.text("abc")).get("/").read();
        assertEquals(Optional.of("3"), reply.field("Content-Length"));
        assertEquals("abc", reply.content());
    }

    @Test
    @DisplayName("6.2: no content is a Content-Length of 0")
    void tellsThatThereIsNothing() throws Exception {
        RawClient.Reply reply =
                client(request -> Response.of(Status.OK)).get("/").read();
        assertEquals(Optional.of("0"), reply.field("Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    @DisplayName("6.3 rule 1: 204 and 304 end with their head")
    void sendsNoContentWithStatus(int status) throws Exception {
        RawClient client = client(request ->
                Response.text(request.path()).withStatus(request.path().equals("/a") ? Status.of(status) : Status.OK));
        client.get("/a").get("/b");
        RawClient.Reply first = client.read();
        assertEquals(status, first.status());
        assertEquals(Optional.empty(), first.field("Transfer-Encoding"));
        assertEquals("/b", client.read().content());
    }

    @Test
    @DisplayName("6.3 rule 8: to HTTP/1.0, content of unknown length ends with the connection")
    void streamsToHttp10UntilClose() throws Exception {
        RawClient client =
                client(request -> streamed("a", "bc")).send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        RawClient.Reply reply = client.read();
        assertEquals(Optional.of("close"), reply.field("Connection"));
        assertEquals("abc", reply.content());
    }

    @Test
    @DisplayName("6.3: content framed by its length is read to there and no further")
    void readsContentOfItsLength() throws Exception {
        RawClient client = client(LiveServer::echo).send(post("/", "abc") + post("/", "defg"));
        assertEquals("abc", client.read().content());
        assertEquals("defg", client.read().content());
    }

    @Test
    @DisplayName("6.3: content larger than every buffer comes back as it was")
    void echoesLargeContent() throws Exception {
        String content = "0123456789abcdef".repeat(40_000);
        RawClient client = client(LiveServer::echo).send(post("/", content));
        assertEquals(content, client.read().content());
    }
}
