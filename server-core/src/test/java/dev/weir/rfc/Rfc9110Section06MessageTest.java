package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.http.Headers;
import dev.weir.http.HttpDate;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 6: Message Abstraction")
class Rfc9110Section06MessageTest extends LiveServer {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FOO"})
    @DisplayName("6.4: content is content, whatever the method")
    void takesContentWithAnyMethod(String method) throws Exception {
        RawClient client = client(LiveServer::echo);
        client.send(RawClient.request(method, "/", "Content-Length: 3") + "abc");
        assertEquals("abc", client.read().content());
        client.send(RawClient.request(method, "/", "Transfer-Encoding: chunked") + "3\r\ndef\r\n0\r\n\r\n");
        assertEquals("def", client.read().content());
    }

    @ParameterizedTest
    @CsvSource({"204, none", "205, 0", "304, none"})
    @DisplayName("6.4.1: 204, 205 and 304 have no content, whatever the application gave them")
    void sendsNoContent(int status, String length) throws Exception {
        HttpServer server = start(
                request -> switch (request.path()) {
                    case "/text" -> Response.text("abc").withStatus(Status.of(status));
                    case "/stream" -> streamed("abc").withStatus(Status.of(status));
                    case "/trailers" ->
                        streamed("abc").withTrailers(LiveServer::trailers).withStatus(Status.of(status));
                    default -> Response.text("next");
                },
                builder -> builder);
        for (String path : List.of("/text", "/stream", "/trailers")) {
            RawClient client = connect(server).get(path).get("/");
            RawClient.Reply reply = client.read();
            assertEquals(status, reply.status());
            assertEquals(length, reply.field("Content-Length").orElse("none"));
            assertEquals(Optional.empty(), reply.field("Transfer-Encoding"));
            assertEquals("", reply.content());
            assertEquals("next", client.read().content());
        }
    }

    @Test
    @DisplayName("6.4.1: content that is not sent is closed all the same")
    void closesContentThatIsNotSent() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        InputStream content = new ByteArrayInputStream(new byte[3]) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        RawClient client = client(
                request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, content).withStatus(Status.NO_CONTENT));
        assertEquals(204, client.get("/").read().status());
        assertEquals(204, client.get("/").read().status());
        assertTrue(closed.get() >= 1);
    }

    @Test
    @DisplayName("6.5: trailer fields are told only once the content is read, and none come without chunks")
    void tellsTrailersLast() throws Exception {
        RawClient client = client(request -> {
            int before = request.content().trailers().size();
            request.content().bytes();
            return Response.text(before + " " + request.content().trailers().size());
        });
        client.send(RawClient.request("POST", "/", "Transfer-Encoding: chunked") + "1\r\na\r\n0\r\nX-Sum: 42\r\n\r\n");
        assertEquals("0 1", client.read().content());
        assertEquals("0 0", client.send(post("/", "a")).read().content());
    }

    @Test
    @DisplayName("6.5: a response with trailer fields is sent in chunks, though its length is known")
    void sendsTrailersBehindContentOfKnownLength() throws Exception {
        RawClient client = client(request -> Response.text("abc").withTrailers(LiveServer::trailers));
        RawClient.Reply reply = client.get("/").read();
        assertEquals(Optional.of("chunked"), reply.field("Transfer-Encoding"));
        assertEquals(Optional.empty(), reply.field("Content-Length"));
        assertEquals("abc", reply.content());
        assertEquals(List.of("X-Sum: 42"), reply.trailers());
        RawClient.Reply head = client.send(RawClient.request("HEAD", "/")).readToHead();
        assertEquals(Optional.of("chunked"), head.field("Transfer-Encoding"));
        String old = client.send("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n").readToEnd();
        assertTrue(old.endsWith("\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc"), old);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    @DisplayName("6.5: a response that has no content has no trailer fields either")
    void dropsTrailersWithoutContent(int status) throws Exception {
        RawClient client =
                client(request -> Response.of(Status.of(status)).withTrailers(List.of("X-Sum"), LiveServer::trailers));
        for (int i = 0; i < 2; i++) {
            RawClient.Reply reply = client.get("/").read();
            assertEquals(status, reply.status());
            assertEquals(Optional.empty(), reply.field("Trailer"));
            assertEquals(Optional.empty(), reply.field("Transfer-Encoding"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    @DisplayName("6.5: content of another length than it said is cut, and not followed by trailer fields")
    void cutsContentOfAnotherLength(int length) throws Exception {
        RawClient client = client(request -> lying(length, "abc").withTrailers(LiveServer::trailers));
        RawClient.Reply reply = client.get("/").read();
        assertFalse(reply.isWhole());
        assertEquals(List.of(), reply.trailers());
    }

    @Test
    @DisplayName("6.6.2: a trailer section can be announced, and is where it comes")
    void announcesTrailers() throws Exception {
        RawClient client = client(request -> (request.path().equals("/stream") ? streamed("abc") : Response.text("abc"))
                .withTrailers(List.of("X-Sum"), LiveServer::trailers));
        RawClient.Reply streamed = client.get("/stream").read();
        assertEquals(Optional.of("X-Sum"), streamed.field("Trailer"));
        assertEquals(List.of("X-Sum: 42"), streamed.trailers());
        assertEquals(
                Optional.of("X-Sum"),
                client.send(RawClient.request("HEAD", "/stream")).readToHead().field("Trailer"));
        assertEquals(Optional.of("X-Sum"), client.get("/text").read().field("Trailer"));
        String old =
                client.send("GET /stream HTTP/1.0\r\nHost: localhost\r\n\r\n").readToEnd();
        assertTrue(old.endsWith("\r\n\r\nabc") && !old.contains("X-Sum"), old);
    }

    @Test
    @DisplayName("6.5: trailer fields are made when the content is written, and tell what became of it")
    void makesTrailersLast() throws Exception {
        RawClient client = client(request -> {
            AtomicInteger written = new AtomicInteger();
            return Response.stream(MediaType.TEXT_PLAIN, output -> {
                        output.write(new byte[] {'a', 'b'});
                        written.set(2);
                    })
                    .withTrailers(() -> Headers.of("X-Written", written.toString()));
        });
        assertEquals(List.of("X-Written: 2"), client.get("/").read().trailers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"trailers | true", "gzip;q=0.5, Trailers | true", "gzip | false", "'' | false"})
    @DisplayName("6.5: TE tells whether the client takes trailer fields")
    void tellsWhetherTrailersAreTaken(String te, boolean isAccepted) throws Exception {
        RawClient client = client(request -> Response.text("" + request.acceptsTrailers()));
        assertEquals(
                "" + isAccepted,
                client.get("/", "Connection: TE", "TE: " + te).read().content());
        assertEquals("false", client.get("/").read().content());
    }

    @Test
    @DisplayName("6.6.1: every final response has one Date")
    void tellsTheDate() throws Exception {
        RawClient client =
                client(request -> request.path().equals("/") ? Response.text("a") : Response.of(Status.NOT_FOUND));
        assertTrue(HttpDate.parse(client.get("/").read().field("Date").orElseThrow())
                .isPresent());
        assertTrue(client.get("/b").read().field("Date").isPresent());
        assertTrue(client.send("what?\r\n\r\n").read().field("Date").isPresent());
    }

    @Test
    @DisplayName("6.6.1: a handler's own Date is not doubled")
    void keepsAHandlersDate() throws Exception {
        RawClient client = client(request -> Response.text("a").withHeader("Date", "Sun, 06 Nov 1994 08:49:37 GMT"));
        assertTrue(client.get("/").read().field("Date").isPresent());
    }
}
