package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Params;
import dev.weir.annotations.Post;
import dev.weir.http.Cookie;
import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.PathParameters;
import dev.weir.http.Peer;
import dev.weir.http.QueryParameters;
import dev.weir.http.Request;
import dev.weir.http.RequestContent;
import dev.weir.http.RequestTarget;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts of a request that a parameter asks for by its type alone. */
class ContextTest {

    record Parts(Method method, HttpVersion version, List<Cookie> cookies) {}

    @Controller
    static final class Contexts {

        @Get("/request")
        String request(Request request) {
            return request.toString();
        }

        @Get("/method")
        String method(Method method, HttpVersion version) {
            return method + " " + version;
        }

        @Get("/target")
        String target(RequestTarget target) {
            return target.toString();
        }

        @Get("/headers")
        String headers(Headers headers) {
            return headers.first("X-A").orElse("none");
        }

        @Get("/cookies")
        String cookies(List<Cookie> jar) {
            return jar.toString();
        }

        @Get("/path/{id}")
        String path(String id, PathParameters variables) {
            return id + variables.names();
        }

        @Get("/query")
        String query(QueryParameters query) {
            return query.names().toString();
        }

        @Get("/peer")
        String peer(Peer client) {
            return client.ipAddress().orElse("none");
        }

        @Post("/content")
        String content(RequestContent content) throws IOException {
            return content.text();
        }

        @Get("/variable/{other}")
        String variable(Method other) {
            return other.toString();
        }

        @Get("/parts")
        String parts(@Params Parts parts) {
            return parts.toString();
        }
    }

    private final Weir weir = Weir.of(new Contexts());

    @Test
    void givesTheRequest() throws Exception {
        assertEquals("200 GET /request?a HTTP/1.1", weir.get("/request?a"));
    }

    @Test
    void givesMethodAndVersion() throws Exception {
        assertEquals("200 GET HTTP_1_1", weir.get("/method"));
    }

    @Test
    void givesTheTarget() throws Exception {
        assertEquals("200 /target?a=1", weir.get("/target?a=1"));
    }

    @Test
    void givesTheHeaderSection() throws Exception {
        assertEquals("200 b", weir.text(Request.get("/headers").withHeader("X-A", "b")));
    }

    @Test
    void givesTheCookies() throws Exception {
        assertEquals(
                "200 [Cookie[name=a], Cookie[name=b]]",
                weir.text(Request.get("/cookies").withHeader("Cookie", "a=1; b=2")));
        assertEquals("200 []", weir.get("/cookies"));
    }

    @Test
    void givesThePathVariables() throws Exception {
        assertEquals("200 7[id]", weir.get("/path/7"));
    }

    @Test
    void givesTheQuery() throws Exception {
        assertEquals("200 [a, b]", weir.get("/query?a=1&b=2"));
    }

    @Test
    void givesThePeer() throws Exception {
        Peer peer = new Peer(new InetSocketAddress("192.0.2.1", 1), new InetSocketAddress("192.0.2.2", 2), true);
        assertEquals("200 192.0.2.1", weir.text(Request.get("/peer").withPeer(peer)));
    }

    @Test
    void givesTheContent() throws Exception {
        assertEquals("200 abc", weir.text(Request.post("/content", MediaType.TEXT_PLAIN, "abc")));
    }

    @Test
    void givesThemToComponentsOfRecords() throws Exception {
        assertEquals(
                "200 Parts[method=GET, version=HTTP_1_1, cookies=[Cookie[name=a]]]",
                weir.text(Request.get("/parts").withHeader("Cookie", "a=1")));
    }

    @Test
    void letsAPathVariableGoBeforeAType() throws Exception {
        assertEquals("200 PUT", weir.get("/variable/PUT"));
    }
}
