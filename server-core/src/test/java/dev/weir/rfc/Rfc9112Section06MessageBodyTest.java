package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    @ParameterizedTest
    @ValueSource(strings = {"chunked", "Chunked", "CHUNKED", " \tchunked \t"})
    @DisplayName("6.1: content that comes in chunks is put together; the name of the coding has no case")
    void readsChunks(String coding) throws Exception {
        RawClient client = client(LiveServer::echo);
        client.send(RawClient.request("POST", "/", "Transfer-Encoding:" + coding) + "3\r\nabc\r\n0\r\n\r\n");
        assertEquals("abc", client.read().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: deflate,chunked",
                "Transfer-Encoding: foo;a=b, chunked",
                "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: identity, chunked"
            })
    @DisplayName("6.1: an unknown coding before chunked is answered with 501")
    void refusesUnknownCodings(String lines) throws Exception {
        assertRefused(501, RawClient.request("POST", "/", lines) + "0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked, chunked"
            })
    @DisplayName("6.1: chunked more than once is answered with 400")
    void refusesChunkedTwice(String lines) throws Exception {
        assertRefused(400, RawClient.request("POST", "/", lines) + "0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Connection: keep-alive\r\n", "Content-Length: 5\r\n"})
    @DisplayName("6.1: Transfer-Encoding in HTTP/1.0 is answered with 400")
    void refusesCodingsInHttp10(String lines) throws Exception {
        assertRefused(400, "POST / HTTP/1.0\r\n" + lines + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding: chunked\r\nX: y\r\nContent-Length: 0",
                        "Content-Length: a\r\nTransfer-Encoding: chunked",
                "Content-Length:\r\nTransfer-Encoding: chunked", "content-length: 5\r\ntransfer-encoding: Chunked"
            })
    @DisplayName("6.1, 6.3 rule 3: Transfer-Encoding with Content-Length is answered with 400")
    void refusesTwoFramings(String lines) throws Exception {
        assertRefused(400, RawClient.request("POST", "/", lines) + "0\r\n\r\n");
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

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 500})
    @DisplayName("6.3 rule 1: a response to HEAD ends with its head")
    void sendsNoContentToHead(int status) throws Exception {
        RawClient client = client(request -> streamed("abc").withStatus(Status.of(status)));
        client.send(RawClient.request("HEAD", "/").repeat(2)).get("/");
        assertEquals(status, client.readToHead().status());
        assertEquals(status, client.readToHead().status());
        assertEquals("abc", client.read().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "identity",
                "xchunked",
                "chunkedx",
                "chunked, identity",
                "chunked, gzip",
                "chunked;a=b",
                "chunked;q=0.5",
                "\"chunked\"",
                "gzip chunked",
                "chunked\tchunked",
                "\u00a0chunked",
                "chunked\u0085",
                "",
                ",",
                "chunked,",
                ", chunked"
            })
    @DisplayName("6.3 rule 4: Transfer-Encoding that does not end in chunked is answered with 400")
    void refusesCodingsWithoutAnEnd(String value) throws Exception {
        assertRefused(400, RawClient.request("POST", "/", "Transfer-Encoding: " + value) + "0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "+5",
                "-5",
                "-0",
                "5a",
                "a5",
                "5 5",
                "5,5",
                "5, 5",
                "5,",
                ",5",
                "5;",
                "0x5",
                "0o5",
                "5.0",
                "1e1",
                "\"5\"",
                "\u00b2",
                "\u00a05",
                "9223372036854775808",
                "18446744073709551621",
                "99999999999999999999999999"
            })
    @DisplayName("6.3 rule 5: Content-Length that is no number, or too large a one, is answered with 400")
    void refusesAMalformedLength(String value) throws Exception {
        assertRefused(400, RawClient.request("POST", "/", "Content-Length: " + value) + "hello");
        assertRefused(400, "GET / HTTP/1.0\r\nContent-Length: " + value + "\r\n\r\nhello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "4", "0", "", "a"})
    @DisplayName("6.3 rule 5: Content-Length on two lines is answered with 400, also if they agree")
    void refusesASecondLength(String value) throws Exception {
        assertRefused(400, RawClient.request("POST", "/", "Content-Length: 5", "Content-Length: " + value) + "hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "05", "0000000000000000000000000005", " \t5\t "})
    @DisplayName("6.3 rule 6: content ends where Content-Length says, in decimal whatever zeros it starts with")
    void readsTheLength(String value) throws Exception {
        RawClient client = client(LiveServer::echo);
        client.send(RawClient.request("POST", "/", "Content-Length:" + value) + "hello" + post("/", "x"));
        assertEquals("hello", client.read().content());
        assertEquals("x", client.read().content());
    }

    @Test
    @DisplayName("6.3 rule 6: content framed by its length is read to there and no further")
    void readsContentOfItsLength() throws Exception {
        RawClient client = client(LiveServer::echo).send(post("/", "abc") + post("/", "defg"));
        assertEquals("abc", client.read().content());
        assertEquals("defg", client.read().content());
    }

    @Test
    @DisplayName("6.3 rule 6: content larger than every buffer comes back as it was")
    void echoesLargeContent() throws Exception {
        String content = "0123456789abcdef".repeat(40_000);
        RawClient client = client(LiveServer::echo).send(post("/", content));
        assertEquals(content, client.read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FOO"})
    @DisplayName("6.3 rule 7: a request that tells no length has no content, whatever its method")
    void readsNoContentWithoutALength(String method) throws Exception {
        RawClient client = client(LiveServer::echo);
        client.send(RawClient.request(method, "/") + post("/", "abc"));
        assertEquals("", client.read().content());
        assertEquals("abc", client.read().content());
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
}
