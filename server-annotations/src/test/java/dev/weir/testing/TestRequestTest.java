package dev.weir.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What requests are when they are sent. */
final class TestRequestTest extends BothWays {

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
