package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9112 section 9.3.2: Pipelining")
class Rfc9112Section09PipeliningTest extends LiveServer {

    @Test
    @DisplayName("9.3.2: requests in one packet are answered in their order")
    void answersInOrder() throws Exception {
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            requests.append(i % 3 == 0 ? post("/" + i, "x") : RawClient.request("GET", "/" + i));
        }
        RawClient client = client(LiveServer::path).send(requests.toString());
        for (int i = 0; i < 100; i++) {
            assertEquals("/" + i, client.read().content());
        }
    }

    @Test
    @DisplayName(
            "9.3.2: pipelined requests of all kinds are served one after the other, those that change something too")
    void servesOneAfterTheOther() throws Exception {
        AtomicInteger served = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        RawClient client = client(request -> {
            int now = atOnce.incrementAndGet();
            try {
                int count = served.incrementAndGet();
                return switch (request.path()) {
                    case "/none" -> Response.noContent();
                    case "/same" -> Response.of(Status.NOT_MODIFIED);
                    case "/stream" -> streamed("s", String.valueOf(count));
                    default -> Response.text(now + "/" + count);
                };
            } finally {
                atOnce.decrementAndGet();
            }
        });
        client.send(RawClient.request("GET", "/") + post("/", "abc") + RawClient.request("HEAD", "/")
                + RawClient.request("DELETE", "/none") + RawClient.request("GET", "/same")
                + RawClient.request("HEAD", "/stream") + RawClient.request("GET", "/stream")
                + RawClient.request("PATCH", "/", "Transfer-Encoding: chunked") + "1\r\na\r\n0\r\n\r\n"
                + RawClient.request("GET", "/"));
        assertEquals("1/1", client.read().content());
        assertEquals("1/2", client.read().content());
        assertEquals(Optional.of("3"), client.readToHead().field("Content-Length"));
        assertEquals(204, client.read().status());
        assertEquals(304, client.read().status());
        assertEquals(200, client.readToHead().status());
        assertEquals("s7", client.read().content());
        assertEquals("1/8", client.read().content());
        assertEquals("1/9", client.read().content());
    }

    @Test
    @DisplayName("9.3.2: responses do not wait for a next request that is incomplete")
    void answersBeforeTheNextRequestIsComplete() throws Exception {
        RawClient client = client(LiveServer::path).send(RawClient.request("GET", "/a") + "GET /b HTTP/1.1\r\nHo");
        assertEquals("/a", client.read().content());
        assertEquals("/b", client.send("st: localhost\r\n\r\n").read().content());
    }

    @Test
    @DisplayName("9.3.2: requests that were pipelined behind close, or behind a refusal, do not reach the application")
    void ignoresRequestsBehindClose() throws Exception {
        Set<String> served = ConcurrentHashMap.newKeySet();
        HttpServer server = start(
                request -> {
                    served.add(request.path());
                    return path(request);
                },
                builder -> builder);
        RawClient client = connect(server).get("/a", "Connection: close").get("/b");
        assertEquals("/a", client.read().content());
        assertTrue(client.isClosed());
        RawClient refused = connect(server).get("/c", "A : b").get("/d");
        assertEquals(400, refused.read().status());
        assertTrue(refused.isClosed());
        assertEquals(Set.of("/a"), served);
    }

    @Test
    @DisplayName("9.3.2: a malformed request behind a good one does not take that one's response away")
    void answersTheGoodRequestBeforeTheBadOne() throws Exception {
        RawClient client = client(LiveServer::path).send(RawClient.request("GET", "/a") + "what?\r\n\r\n");
        assertEquals("/a", client.read().content());
        assertEquals(400, client.read().status());
        assertTrue(client.isClosed());
    }
}
