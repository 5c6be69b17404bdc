package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9112 sections 9.1 to 9.3: Connections and Persistence")
class Rfc9112Section09ConnectionManagementTest extends LiveServer {

    @Test
    @DisplayName("9.1: what comes on one connection has no bearing on another")
    void keepsConnectionsApart() throws Exception {
        HttpServer server = start(LiveServer::path, builder -> builder);
        RawClient first = connect(server).send("GET /a HTTP/1.1\r\nHost: loc");
        RawClient second = connect(server).send("what?\r\n\r\n");
        assertEquals(400, second.read().status());
        assertEquals("/a", first.send("alhost\r\n\r\n").read().content());
    }

    @Test
    @DisplayName("9.2: responses go out in the order of the requests, interim ones before their own final one")
    void associatesByOrder() throws Exception {
        RawClient client = client(request -> {
            if (request.path().equals("/hinted")) {
                request.sendInterim(Status.EARLY_HINTS, Headers.of("Link", "</a>"));
            }
            return path(request);
        });
        client.get("/a").get("/hinted").get("/b");
        assertEquals("/a", client.read().content());
        assertEquals(103, client.read().status());
        assertEquals("/hinted", client.read().content());
        assertEquals("/b", client.read().content());
    }

    @Test
    @DisplayName("9.3: a connection of HTTP/1.1 persists")
    void persists() throws Exception {
        RawClient client = client(LiveServer::path);
        assertEquals(Optional.empty(), client.get("/a").read().field("Connection"));
        assertEquals("/b", client.get("/b").read().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "close",
                "Close",
                "CLOSE",
                "close\t",
                "foo, close",
                "foo,close ,bar",
                ",close",
                "close,,",
                "close, keep-alive",
                "keep-alive\r\nConnection: close",
                "close\r\nConnection: keep-alive",
                "TE,close\r\nTE: trailers"
            })
    @DisplayName("9.3: close, in a list or on another line too, ends persistence")
    void closesWhenAsked(String options) throws Exception {
        HttpServer server = start(LiveServer::path, builder -> builder);
        RawClient client = connect(server).get("/a", "Connection: " + options);
        assertEquals(Optional.of("close"), client.read().field("Connection"));
        assertTrue(client.isClosed());
        RawClient older = connect(server).send("GET /a HTTP/1.0\r\nConnection: " + options + "\r\n\r\n");
        assertEquals(Optional.of("close"), older.read().field("Connection"));
        assertTrue(older.isClosed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "foo",
                "keep-alive",
                "closed",
                "\"close\"",
                "close;a=b",
                "Host",
                "Content-Length, Transfer-Encoding",
                "?"
            })
    @DisplayName("9.3: any other option leaves a connection of HTTP/1.1 open")
    void persistsWithOtherOptions(String options) throws Exception {
        RawClient client = client(LiveServer::echo);
        assertEquals(
                "abc",
                client.send(post("/", "abc", "Connection: " + options)).read().content());
        assertEquals(
                "de",
                client.send(post("/", "de", "Proxy-Connection: close")).read().content());
        assertEquals("f", client.send(post("/", "f")).read().content());
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
    @DisplayName("9.3: after an error of the application a connection persists")
    void persistsAfterAnError() throws Exception {
        RawClient client = client(request -> {
            throw new HttpException(Status.of(Integer.parseInt(request.path().substring(1))));
        });
        for (int code : new int[] {400, 404, 409, 500, 503}) {
            RawClient.Reply reply = client.send(post("/" + code, "abc")).read();
            assertEquals(code, reply.status());
            assertEquals(Optional.empty(), reply.field("Connection"));
        }
    }

    @Test
    @DisplayName("9.3: an application can end persistence, and says nothing else about the connection")
    void letsTheApplicationClose() throws Exception {
        RawClient client = client(request -> path(request)
                .withHeader("Connection", request.path().equals("/close") ? "foo, Close" : "foo")
                .withHeader("Keep-Alive", "timeout=5"));
        RawClient.Reply reply = client.get("/a").read();
        assertEquals(Optional.empty(), reply.field("Connection"));
        assertEquals(Optional.empty(), reply.field("Keep-Alive"));
        assertEquals(Optional.of("close"), client.get("/close").read().field("Connection"));
        assertTrue(client.isClosed());
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
    @DisplayName("9.3: content of which the application read a part is skipped to its end")
    void skipsTheRestOfContent() throws Exception {
        RawClient client = client(
                request -> Response.text("" + (char) request.content().stream().read()));
        client.send(post("/", "aGET /smuggled HTTP/1.1\r\n\r\n").repeat(2));
        client.send(RawClient.request("POST", "/", "Transfer-Encoding: chunked") + "3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n");
        client.send(post("/", "z"));
        assertEquals("a", client.read().content());
        assertEquals("a", client.read().content());
        assertEquals("a", client.read().content());
        assertEquals("z", client.read().content());
    }

    @Test
    @DisplayName("9.3: an application that kept the content of an answered request gets nothing of the next")
    void keepsContentApart() throws Exception {
        AtomicReference<InputStream> kept = new AtomicReference<>();
        RawClient client = client(request -> {
            InputStream before = kept.getAndSet(request.content().stream());
            return Response.text(before == null ? "first" : "" + before.read());
        });
        client.send(post("/", "abc") + post("/", "def"));
        assertEquals("first", client.read().content());
        assertEquals("-1", client.read().content());
        client.send(
                RawClient.request("POST", "/", "Transfer-Encoding: chunked") + "1\r\na\r\n0\r\n\r\n" + post("/", "x"));
        assertEquals("-1", client.read().content());
        assertEquals("-1", client.read().content());
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
}
