package dev.weir.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.SetCookie;
import dev.weir.http.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the client sends and reads: the same in memory and over a socket. */
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource
final class TestClientTest {

    enum Way {
        IN_MEMORY,
        OVER_A_SOCKET
    }

    @Parameter
    private Way way;

    private final CountDownLatch never = new CountDownLatch(1);
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private HttpServer server;
    private TestClient client;

    @BeforeEach
    void start() {
        HttpServerBuilder application = HttpServer.builder()
                .host("127.0.0.1")
                .limits(Limits.defaults().withContent(10_000))
                .get("/hello", request -> Response.text("hellö"))
                .get("/nothing", request -> Response.noContent())
                .get("/list", request -> json("[{\"a\":1},{\"a\":2}]"))
                .get("/conflict", request -> {
                    throw new HttpException(Problem.of(Status.CONFLICT, "taken")
                            .withType("https://example.test/taken")
                            .with("by", List.of("Ada", 1)));
                })
                .get("/login", request -> Response.noContent()
                        .withCookie(SetCookie.of("session", "s1").withPath("/"))
                        .withCookie(SetCookie.of("below", "b1").withPath("/login")))
                .get("/logout", request -> Response.noContent()
                        .withCookie(SetCookie.delete("session").withPath("/")))
                .get("/port", request -> Response.text(request.peer().remote().toString()))
                .get("/hints", request -> {
                    request.sendInterim(Status.EARLY_HINTS, Headers.of("Link", "</a.css>"));
                    return Response.text("hinted");
                })
                .get("/hang", request -> {
                    never.await();
                    return Response.noContent();
                })
                .get(
                        "/lines",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            for (String line = next(); !line.isEmpty(); line = next()) {
                                output.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                                output.flush();
                            }
                        }))
                .get(
                        "/half",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            output.write(new byte[] {'h', 'a'});
                            output.flush();
                            throw new IOException("made to fail");
                        }))
                .get("/short", request -> Response.of(Status.OK)
                        .withContent(
                                MediaType.TEXT_PLAIN_UTF_8,
                                ResponseContent.written(9, output -> output.write(new byte[] {'h', 'a'}))))
                .get("/headers", request -> Response.text(request.headers().toString()))
                .post("/echo", TestClientTest::echo)
                .post(
                        "/form",
                        request -> Response.text(new String(request.content().bytes(), StandardCharsets.US_ASCII)))
                .post("/refuse", request -> {
                    throw new HttpException(Status.FORBIDDEN);
                });
        server = way == Way.IN_MEMORY ? application.startInMemory() : application.start();
        client = TestClient.of(server);
    }

    @AfterEach
    void stop() {
        never.countDown();
        server.close();
    }

    private String next() {
        try {
            return lines.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response json(String text) {
        return Response.bytes(MediaType.APPLICATION_JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response echo(Request request) throws IOException {
        return Response.bytes(
                        request.contentType().orElse(MediaType.APPLICATION_OCTET_STREAM),
                        request.content().bytes())
                .withHeader("X-Coding", request.header("Transfer-Encoding").orElse("none"));
    }

    @Test
    void readsTextWithItsStatusAndFields() {
        TestResponse response = client.get("/hello").send();
        assertEquals(Status.OK, response.status());
        assertEquals("hellö", response.text());
        assertEquals(Optional.of("6"), response.header("content-length"));
        assertEquals(Optional.of(MediaType.TEXT_PLAIN_UTF_8), response.contentType());
        assertEquals(List.of(), response.interim());
    }

    @Test
    void readsNoContentWhereThereIsNone() {
        assertEquals("", client.get("/nothing").send().expect(204).text());
        TestResponse toHead = client.head("/hello").send().expect(200);
        assertEquals("", toHead.text());
        assertEquals(Optional.of("6"), toHead.header("Content-Length"));
    }

    @Test
    void readsJson() {
        TestResponse response = client.get("/list").send();
        assertEquals(List.of(Map.of("a", 1), Map.of("a", 2)), response.json(Object.class));
        assertEquals(
                2,
                response.json(new JsonType<List<Map<String, Integer>>>() {})
                        .get(1)
                        .get("a"));
    }

    @Test
    void saysWhatWasSentAndWhatCameWhereItIsNoJson() {
        TestResponse text = client.get("/hello").send();
        String message = assertThrows(AssertionError.class, () -> text.json(Integer.class))
                .getMessage();
        assertTrue(
                message.startsWith("GET /hello was answered 200 OK (expected: JSON of java.lang.Integer)\n"), message);
        assertTrue(message.endsWith("\nhellö"), message);

        TestResponse list = client.post("/echo").jsonText("[1]").send();
        message = assertThrows(AssertionError.class, () -> list.json(Integer.class))
                .getMessage();
        assertTrue(
                message.startsWith("POST /echo with application/json [1] was answered 200 OK"
                        + " (expected: JSON of java.lang.Integer, but "),
                message);
    }

    @Test
    void saysWhatCameWhereAnotherStatusWasExpected() {
        TestResponse response = client.get("/conflict").send();
        String message =
                assertThrows(AssertionError.class, () -> response.expect(200)).getMessage();
        assertTrue(message.startsWith("GET /conflict was answered 409 Conflict (expected: 200 OK)\n"), message);
        assertTrue(message.contains("\"detail\":\"taken\""), message);
    }

    @Test
    void readsProblems() {
        assertEquals(
                Problem.of(Status.CONFLICT, "taken")
                        .withType("https://example.test/taken")
                        .with("by", List.of("Ada", 1)),
                client.get("/conflict").send().problem());
        assertEquals("Not Found", client.get("/nowhere").send().problem().title());
        assertThrows(AssertionError.class, () -> client.get("/hello").send().problem());
    }

    @Test
    void sendsValuesAsJson() {
        TestResponse response =
                client.post("/echo").json(List.of(Map.of("a", 1))).send();
        assertEquals(Optional.of("application/json"), response.header("Content-Type"));
        assertEquals("[{\"a\":1}]", response.text());
    }

    @Test
    void sendsForms() {
        assertEquals(
                "a=1&b+c=%C3%A4%26",
                client.post("/form").form("a", "1", "b c", "ä&").send().text());
        assertThrows(IllegalArgumentException.class, () -> client.post("/form").form("a"));
    }

    @Test
    void sendsOctetsByLengthOrInChunks() {
        byte[] octets = new byte[9000];
        octets[8999] = -1;
        TestResponse byLength = client.post("/echo").content(octets).send();
        assertArrayEquals(octets, byLength.bytes());
        assertEquals(Optional.of("none"), byLength.header("X-Coding"));
        TestResponse inChunks = client.post("/echo").content(octets).inChunks().send();
        assertArrayEquals(octets, inChunks.bytes());
        assertEquals(Optional.of("chunked"), inChunks.header("X-Coding"));
    }

    @Test
    void readsTheAnswerToContentThatIsTooLarge() {
        client.post("/echo").content(new byte[10_001]).send().expect(413);
        client.post("/echo").content(new byte[200_000]).inChunks().send().expect(413);
    }

    @Test
    void sendsContentWhenItIsAskedFor() {
        TestResponse response = client.post("/echo")
                .content(MediaType.TEXT_PLAIN, "abc")
                .expectingContinue()
                .send();
        assertEquals("abc", response.expect(200).text());
        assertEquals(List.of(Status.CONTINUE), response.interim());
        TestResponse refused = client.post("/refuse")
                .content(MediaType.TEXT_PLAIN, "abc")
                .expectingContinue()
                .send();
        assertEquals(List.of(), refused.expect(403).interim());
    }

    @Test
    void tellsInterimResponses() {
        assertEquals(
                List.of(Status.EARLY_HINTS),
                client.get("/hints").send().expect(200).interim());
    }

    @Test
    void sendsFieldsAndCookies() {
        String sent = client.withHeader("X-All", "1")
                .get("/headers")
                .header("X-One", "2")
                .header("Host", "example.test")
                .cookie("a", "b")
                .cookie("c", "d")
                .send()
                .text();
        assertEquals("X-All: 1\nX-One: 2\nHost: example.test\nCookie: a=b; c=d\n", sent);
    }

    @Test
    void keepsCookiesWhereAsked() {
        client.get("/login").send();
        assertFalse(client.get("/headers").send().text().contains("Cookie"));
        TestClient browser = client.keepingCookies();
        browser.get("/login").send();
        assertTrue(browser.get("/headers").send().text().contains("Cookie: session=s1\n"));
        assertTrue(browser.get("/headers").cookie("x", "y").send().text().contains("Cookie: session=s1; x=y\n"));
        browser.get("/logout").send();
        assertFalse(browser.get("/headers").send().text().contains("Cookie"));
    }

    @Test
    void hasAConnectionForEachRequestOrOneForAll() {
        try (TestClient one = client.onOneConnection()) {
            String first = one.get("/port").send().text();
            assertEquals(1, server.openConnections());
            one.head("/hello").send();
            one.get("/nothing").send();
            one.post("/echo").content(new byte[1]).inChunks().send();
            assertEquals(first, one.get("/port").send().text());
            assertEquals(1, server.openConnections());
            one.get("/hello").header("Connection", "close").send();
            assertEquals("hellö", one.get("/hello").send().text());
        }
    }

    @Test
    void doesNotWaitForEver() {
        ExchangeFailedException e = assertThrows(
                ExchangeFailedException.class,
                () -> client.withDeadline(Duration.ofMillis(200)).get("/hang").send());
        assertEquals(
                "GET /hang (expected: a response): none within 0.2 s; its handler may still be running",
                e.getMessage());
        assertEquals(Optional.empty(), e.received());
    }

    @Test
    void doesNotWaitForEverForContentThatHasBegun() {
        lines.add("one");
        ExchangeFailedException e = assertThrows(
                ExchangeFailedException.class,
                () -> client.withDeadline(Duration.ofSeconds(1)).get("/lines").send());
        assertEquals("one\n", e.received().orElseThrow().text());
        lines.add("");
    }

    @Test
    void readsContentAsItComes() {
        lines.add("one"); // the head leaves with the first octets of the content
        try (StreamedResponse response = client.get("/lines").open()) {
            assertEquals(Status.OK, response.status());
            assertEquals(Optional.of("text/plain; charset=utf-8"), response.header("Content-Type"));
            assertEquals(Optional.of("one"), response.nextLine());
            lines.add("zwö");
            assertEquals(Optional.of("zwö"), response.nextLine());
            lines.add("three");
            lines.add("");
            assertEquals("three\n", response.readAll().text());
            assertEquals(Optional.empty(), response.nextLine());
        }
    }

    @Test
    void tellsContentThatIsCutShort() {
        for (String target : List.of("/half", "/short")) {
            ExchangeFailedException e = assertThrows(
                    ExchangeFailedException.class, () -> client.get(target).send());
            assertTrue(
                    e.getMessage().startsWith("GET " + target + " was answered 200 OK (expected: all"), e.getMessage());
            assertEquals("ha", e.received().orElseThrow().text());
        }
    }

    @Test
    void hasNoAnswerFromAServerThatHasStopped() {
        server.close();
        assertThrows(ExchangeFailedException.class, () -> client.get("/hello").send());
    }

    @Test
    void knowsAllMethods() {
        for (Method method : List.of(Method.PUT, Method.PATCH, Method.DELETE, Method.OPTIONS, Method.of("BREW"))) {
            TestResponse response = client.request(method, "/hello").send();
            assertEquals(
                    method.equals(Method.OPTIONS) ? 204 : 405, response.status().code(), method.toString());
        }
        assertEquals("PUT /hello", client.put("/hello").toString());
        assertEquals("PATCH /hello", client.patch("/hello").toString());
        assertEquals("DELETE /hello", client.delete("/hello").toString());
        assertEquals("OPTIONS /hello", client.options("/hello").toString());
    }

    @Test
    void refusesTargetsThatCannotBeSent() {
        assertEquals(
                "target: \"/a b\" (expected: visible ASCII characters, others percent-encoded)",
                assertThrows(IllegalArgumentException.class, () -> client.get("/a b"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> client.get(""));
    }
}
