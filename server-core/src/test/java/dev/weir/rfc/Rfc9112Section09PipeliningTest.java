package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("9.3.2: whatever requests hold and whatever is done with them, the connection stays in step")
    void staysInStep(long seed) throws Exception {
        Set<String> served = ConcurrentHashMap.newKeySet();
        HttpServer server = start(
                request -> {
                    served.add(request.path());
                    return treated(request);
                },
                builder -> builder);
        Random random = new Random(seed);
        for (int connection = 0; connection < 10; connection++) {
            List<String> targets = new ArrayList<>();
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                String target = "/" + connection + "/" + i + "/" + random.nextInt(9);
                targets.add((random.nextInt(4) == 0 ? "HEAD " : random.nextBoolean() ? "GET " : "POST ") + target);
                requests.append(RawClient.request(targets.get(i).split(" ")[0], target, framed(random)));
                requests.setLength(requests.length() - 2); // the content brings its own empty line
            }
            RawClient client = connect(server).send(requests.toString()).endOutput();
            for (String target : targets) {
                RawClient.Reply reply = target.startsWith("HEAD") ? client.readToHead() : client.read();
                assertEquals(Optional.of(target.split(" ")[1]), reply.field("X-Target"), target);
            }
            assertTrue(client.isClosed());
        }
        assertFalse(served.contains("/smuggled"), served.toString());
    }

    /** The last line of a head, the empty line, and content that would be a request if the server got out of step. */
    private static String framed(Random random) {
        String content = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(random.nextInt(40));
        if (content.isEmpty()) {
            return random.nextBoolean() ? "X: y\r\n" : "Content-Length: 0\r\n";
        }
        if (random.nextBoolean()) {
            return "Content-Length: " + content.length() + "\r\n\r\n" + content;
        }
        StringBuilder chunks = new StringBuilder("Transfer-Encoding: chunked\r\n\r\n");
        for (int at = 0; at < content.length(); ) {
            int size = Math.min(content.length() - at, 1 + random.nextInt(300));
            chunks.append(Integer.toHexString(size))
                    .append(random.nextBoolean() ? ";a=\"b\"" : "")
                    .append("\r\n");
            chunks.append(content, at, at + size).append("\r\n");
            at += size;
        }
        return chunks.append(random.nextBoolean() ? "0\r\n\r\n" : "0\r\nX-Sum: 1\r\n\r\n")
                .toString();
    }

    /** Does with the request what the end of its path says. */
    private static Response treated(Request request) throws IOException {
        Response response =
                switch (request.path().charAt(request.path().length() - 1)) {
                    case '0' -> ignore(request);
                    case '1' -> echo(request);
                    case '2' ->
                        Response.text(String.valueOf(request.content().stream().read()));
                    case '3' -> Response.noContent();
                    case '4' -> Response.text("abc").withStatus(Status.NOT_MODIFIED);
                    case '5' -> streamed("a", "bc").withTrailers(LiveServer::trailers);
                    case '6' -> Response.stream(MediaType.APPLICATION_OCTET_STREAM, request.content().stream());
                    case '7' ->
                        Response.stream(
                                MediaType.APPLICATION_OCTET_STREAM,
                                output ->
                                        output.write(request.content().stream().readNBytes(100)));
                    default -> throw new HttpException(Status.CONFLICT).withHeader("X-Target", request.path());
                };
        return response.withHeader("X-Target", request.path());
    }
}
