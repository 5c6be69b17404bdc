package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Headers;
import dev.weir.http.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"a", "A", "0a", "0000000000000A"})
    @DisplayName("7.1: a size is hexadecimal, of either case, whatever zeros it starts with")
    void readsHexadecimalSizes(String size) throws Exception {
        RawClient client = client(LiveServer::echo);
        client.send(HEAD + size + "\r\n0123456789\r\n000\r\n\r\n" + post("/", "x"));
        assertEquals("0123456789", client.read().content());
        assertEquals("x", client.read().content());
    }

    @Test
    @DisplayName("7.1: no chunk but the last is no content")
    void readsNoChunks() throws Exception {
        assertEquals(
                "", client(LiveServer::echo).send(HEAD + "0\r\n\r\n").read().content());
    }

    @Test
    @DisplayName("7.1: the next request is found behind the last chunk, read or not")
    void findsTheNextRequest() throws Exception {
        String content = "27\r\nGET /smuggled HTTP/1.1\r\nHost: local\r\n\r\n\r\n0\r\n\r\n";
        RawClient client = client(request -> request.path().equals("/read") ? echo(request) : path(request));
        client.send(HEAD.replace(" / ", " /read ") + content + HEAD.replace(" / ", " /unread ") + content);
        assertEquals(
                "GET /smuggled HTTP/1.1\r\nHost: local\r\n\r\n", client.read().content());
        assertEquals("/unread", client.read().content());
        assertEquals("/a", client.get("/a").read().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nabc",
                "g\r\nabc",
                "-3\r\nabc",
                "-0\r\n",
                "+3\r\nabc",
                "0x3\r\nabc",
                "3h\r\nabc",
                " 3\r\nabc",
                "\t3\r\nabc",
                "3 \r\nabc",
                "3\t\r\nabc",
                "3,3\r\nabc",
                "3.0\r\nabc",
                "3\0\r\nabc",
                "3\u000b\r\nabc",
                "\u00b3\r\nabc",
                "3 a\r\nabc",
                "10000000000000003\r\nabc",
                "FFFFFFFFFFFFFFFF\r\nabc",
                "8000000000000000\r\nabc"
            })
    @DisplayName("7.1: a malformed size, or one too large, is answered with 400")
    void refusesAMalformedSize(String chunk) throws Exception {
        assertRefused(400, HEAD + chunk + "\r\n0\r\n\r\n");
        assertRefused(400, HEAD + "1\r\nx\r\n" + chunk + "\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3\nabc\r\n0\r\n\r\n", "3\rabc\r\n0\r\n\r\n", "3\r\r\nabc\r\n0\r\n\r\n", "3\r\nabc\n0\r\n\r\n",
                        "3\r\nabc\r0\r\n\r\n",
                "3\r\nabc\r\r\n0\r\n\r\n", "3\r\nabcd\r\n0\r\n\r\n", "3\r\nab\r\n0\r\n\r\n", "3\r\nabcXX0\r\n\r\n",
                        "3\r\nabc0\r\n\r\n",
                "3\r\nabc\r\n0\n\r\n", "3\r\nabc\r\n0\r\n\n", "3\r\nabc\r\n0\r\rX", "3\r\nabc\r\n\r\n"
            })
    @DisplayName("7.1: a line end that is not CRLF where CRLF must be is answered with 400")
    void refusesOtherLineEnds(String content) throws Exception {
        assertRefused(400, HEAD + content);
    }

    @Test
    @DisplayName("7.1: malformed chunks behind a good request do not become one")
    void takesNothingBehindAMalformedChunkForARequest() throws Exception {
        assertRefused(400, HEAD + "3\r\nabcXX0\r\n\r\n" + RawClient.request("GET", "/smuggled"));
    }

    @Test
    @DisplayName("7.1: malformed chunks that nobody reads end the connection")
    void closesBehindUnreadMalformedChunks() throws Exception {
        RawClient client = client(LiveServer::ignore);
        client.send(HEAD + "3\r\nabcXX0\r\n\r\n").get("/smuggled");
        assertEquals("ignored", client.read().content());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("7.1.1: chunk extensions are ignored")
    void ignoresChunkExtensions() throws Exception {
        RawClient client = client(LiveServer::echo).send(HEAD + "1;x=\"y\"\r\na\r\n0;z\r\n\r\n");
        assertEquals("a", client.read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {";a", ";a=b", ";a=\"b c\"", ";a=\"b\\\"\\\\\"", ";a;b=c;d=\"e\"", ";a=\"\"", ";a=\";\""})
    @DisplayName("7.1.1: unknown extensions are ignored, in every form")
    void ignoresEveryFormOfExtension(String extension) throws Exception {
        RawClient client = client(LiveServer::echo);
        client.send(HEAD + "3" + extension + "\r\nabc\r\n0" + extension + "\r\n\r\n");
        assertEquals("abc", client.read().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";",
                ";\n",
                ";a\n",
                ";a\rb",
                ";a=",
                ";=b",
                ";a=\"b",
                ";a=\"b\"c",
                ";a=\"\n\"",
                ";a=\"\r\n\"",
                ";a=\"\\\n\"",
                ";a\0",
                ";a=\"\0\"",
                ";a[=b",
                ";a,b",
                ";\u00e9"
            })
    @DisplayName("7.1.1: a malformed extension is answered with 400, a line end within quotes too")
    void refusesAMalformedExtension(String extension) throws Exception {
        assertRefused(400, HEAD + "3" + extension + "\r\nabc\r\n0\r\n\r\n");
    }

    @Test
    @DisplayName("7.1.1: the extensions of a message are limited, in one chunk and over all")
    void limitsExtensions() throws Exception {
        assertRefused(400, HEAD + "3;a=" + "b".repeat(5000) + "\r\nabc\r\n0\r\n\r\n");
        assertRefused(400, HEAD + ("1;" + "b".repeat(100) + "\r\nx\r\n").repeat(50) + "0\r\n\r\n");
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

    @Test
    @DisplayName("7.1.2: trailer fields are not merged into the header section, and pass unread")
    void keepsTrailersApart() throws Exception {
        RawClient client = client(request -> {
            request.content().bytes();
            return Response.text(request.header("X-Sum").orElse("none"));
        });
        String request = HEAD.replace("\r\n\r\n", "\r\nTrailer: X-Sum\r\n\r\n") + "1\r\na\r\n0\r\nX-Sum: 42\r\n\r\n";
        assertEquals("none", client.send(request).read().content());
        assertEquals("none", client.send(request).read().content());
        assertEquals("ignored", client(LiveServer::ignore).send(request).read().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A : b",
                "A",
                ": b",
                " A: b",
                "A: b\r\n c",
                "A: b\0",
                "A: b\rc",
                "A: b\nC: d",
                "A\0: b",
                "\u00e9: b"
            })
    @DisplayName("7.1.2: a malformed trailer field is answered with 400")
    void refusesMalformedTrailers(String line) throws Exception {
        assertRefused(400, HEAD + "1\r\na\r\n0\r\n" + line + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked",
                "content-length: 5",
                "HOST: a",
                "Content-Type: a/b",
                "Content-Encoding: gzip",
                "Trailer: a",
                "Authorization: a",
                "Set-Cookie: a=b",
                "TE: trailers",
                "Connection: close",
                "Expect: 100-continue"
            })
    @DisplayName("7.1.2: a field that frames or directs a message is answered with 400 as a trailer field")
    void refusesForbiddenTrailers(String line) throws Exception {
        assertRefused(400, HEAD + "1\r\na\r\n0\r\n" + line + "\r\n\r\n");
    }

    @Test
    @DisplayName("7.1.2: a trailer section has the limits of a header section")
    void limitsTrailers() throws Exception {
        assertRefused(431, HEAD + "0\r\n" + "A: b\r\n".repeat(101) + "\r\n");
        assertRefused(431, HEAD + "0\r\nA: " + "b".repeat(40_000) + "\r\n\r\n");
    }

    @Test
    @DisplayName("7.1.3: decoded content has no length in advance, and keeps the fields as sent")
    void decodesChunks() throws Exception {
        RawClient client = client(request -> Response.text(request.content().length() + " "
                        + request.header("Transfer-Encoding").orElse("none")))
                .send(HEAD + "1\r\na\r\n0\r\n\r\n");
        assertEquals("OptionalLong.empty chunked", client.read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "compress", "x-compress"})
    @DisplayName("7.2: compression as a transfer coding is not offered, and answered with 501")
    void knowsNoCompressionCoding(String coding) throws Exception {
        assertRefused(501, RawClient.request("POST", "/", "Transfer-Encoding: " + coding + ", chunked") + "0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "trailers", "trailers, deflate;q=0.5", "gzip, trailers;q=0", "chunked", ",,", "?"})
    @DisplayName("7.4: whatever TE says, chunked is the one coding of a response")
    void codesNothingForTe(String value) throws Exception {
        RawClient client = client(request -> streamed("abc"));
        RawClient.Reply reply =
                client.get("/", "Connection: TE", "TE: " + value).read();
        assertEquals(Optional.of("chunked"), reply.field("Transfer-Encoding"));
        assertEquals("abc", reply.content());
    }
}
