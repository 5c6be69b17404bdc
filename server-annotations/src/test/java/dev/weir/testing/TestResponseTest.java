package dev.weir.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.MediaType;
import dev.weir.http.Problem;
import dev.weir.http.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read of responses, whole or as they come. */
final class TestResponseTest extends BothWays {

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
    void tellsInterimResponses() {
        assertEquals(
                List.of(Status.EARLY_HINTS),
                client.get("/hints").send().expect(200).interim());
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
}
