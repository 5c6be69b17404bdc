package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Headers;
import dev.weir.http.Response;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9112 section 7: Transfer Codings")
class Rfc9112Section07TransferCodingsTest extends LiveServer {

    private static final String HEAD = RawClient.request("POST", "/", "Transfer-Encoding: chunked");

    @Test
    @DisplayName("7.1: content in chunks is put together")
    void putsChunksTogether() throws Exception {
        RawClient client = client(LiveServer::echo).send(HEAD + "1\r\na\r\n2\r\nbc\r\n0\r\n\r\n");
        assertEquals("abc", client.read().content());
    }

    @Test
    @DisplayName("7.1: chunks that come octet by octet are put together")
    void putsChunksTogetherOctetByOctet() throws Exception {
        RawClient client = client(LiveServer::echo);
        for (char octet : (HEAD + "1\r\na\r\n2\r\nbc\r\n0\r\n\r\n").toCharArray()) {
            client.send(String.valueOf(octet));
        }
        assertEquals("abc", client.read().content());
    }

    @Test
    @DisplayName("7.1.1: chunk extensions are ignored")
    void ignoresChunkExtensions() throws Exception {
        RawClient client = client(LiveServer::echo).send(HEAD + "1;x=\"y\"\r\na\r\n0;z\r\n\r\n");
        assertEquals("a", client.read().content());
    }

    @Test
    @DisplayName("7.1: a malformed chunk is answered with 400, and the connection is closed")
    void refusesAMalformedChunk() throws Exception {
        RawClient client = client(LiveServer::echo).send(HEAD + "1\r\nabc\r\n0\r\n\r\n");
        assertEquals(400, client.read().status());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("7.1.2: trailer fields reach the handler once the content is read")
    void givesTrailersToTheHandler() throws Exception {
        RawClient client = client(request -> {
                    request.content().bytes();
                    return Response.text(
                            request.content().trailers().first("X-Sum").orElse("none"));
                })
                .send(HEAD + "1\r\na\r\n0\r\nX-Sum: 42\r\n\r\n");
        assertEquals("42", client.read().content());
    }

    @Test
    @DisplayName("7.1.2: trailer fields go out behind the last chunk")
    void sendsTrailers() throws Exception {
        RawClient client = client(request -> streamed("a").withTrailers(LiveServer::trailers));
        RawClient.Reply reply = client.get("/").read();
        assertEquals(List.of("X-Sum: 42"), reply.trailers());
        assertEquals("a", client.get("/").read().content());
    }

    @Test
    @DisplayName("7.1.2: what frames or directs a message does not go out as a trailer field")
    void sendsNoForbiddenTrailers() throws Exception {
        Headers fields = Headers.of(
                "Content-Length", "7", "X-Sum", "42", "transfer-encoding", "chunked", "Host", "b", "Set-Cookie", "a=b");
        RawClient client = client(request -> streamed("a").withTrailers(() -> fields));
        assertEquals(List.of("X-Sum: 42"), client.get("/").read().trailers());
        assertEquals("a", client.get("/").read().content());
    }
}
