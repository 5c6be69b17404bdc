package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.controllers.ResultKinds.Results;
import dev.weir.testing.StreamedResponse;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestResponse;
import dev.weir.testing.WeirExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of results, one test for each, in their order; the tests by feature go into the corners. */
class ResultRulesTest {

    @TempDir
    Path folder;

    private final Results results = new Results();

    @RegisterExtension
    final WeirExtension app = WeirExtension.inMemory(HttpServer.builder().routes(Weir.routes(results)))
            .toleratingFailures();

    @BeforeEach
    void makeFile() throws IOException {
        results.file = Files.writeString(folder.resolve("a.txt"), "0123456789");
    }

    private String get(String target) {
        return text(app.client().get(target).send());
    }

    private static String text(TestResponse response) {
        return response.status().code() + " " + response.header("Content-Type").orElse("") + " " + response.text();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/record     | 200 application/json {\"id\":1}",
                "/bean       | 200 application/json {\"name\":\"bean\"}",
                "/map        | 200 application/json {\"a\":{\"id\":1}}",
                "/collection | 200 application/json [{\"id\":1}]",
                "/string     | 200 text/plain; charset=utf-8 ü",
                "/html       | 200 text/html; charset=utf-8 <p>",
                "/octets     | 200 application/octet-stream a",
                "/input      | 200 application/octet-stream abc",
                "/path       | 200 text/plain; charset=utf-8 0123456789",
                "/response   | 202 text/plain; charset=utf-8 as it is",
                "/stream     | 200 application/json [{\"id\":1},{\"id\":2}]",
                "/iterator   | 200 application/json [{\"id\":1},{\"id\":2}]",
                "/stage      | 200 application/json {\"id\":1}",
            })
    void isWrittenByItsType(String target, String answer) {
        assertEquals(answer, get(target));
    }

    @Test
    void anInputStreamIsClosedAfterwards(TestClient client) throws Exception {
        get("/input");
        client.head("/input").send().expect(200);
        assertTrue(results.areSourcesClosed());
    }

    @Test
    void aPathHasRangesAndValidators(TestClient client) {
        TestResponse whole = client.get("/path").send().expect(200);
        TestResponse range =
                client.get("/path").header("Range", "bytes=2-4").send().expect(206);
        assertEquals("234", range.text());
        assertEquals(Optional.of("bytes 2-4/10"), range.header("Content-Range"));
        client.get("/path").header("Range", "bytes=20-").send().expect(416);
        client.get("/path")
                .header("If-None-Match", whole.header("ETag").orElseThrow())
                .send()
                .expect(304);
        client.get("/path")
                .header("If-Modified-Since", whole.header("Last-Modified").orElseThrow())
                .send()
                .expect(304);
    }

    @Test
    void voidIsA204(TestClient client) {
        assertEquals("204  ", text(client.post("/void").send()));
    }

    @Test
    void anEmptyOptionalIsA404() {
        assertTrue(get("/empty").startsWith("404 application/problem+json"));
    }

    @Test
    void soIsOneOfAPrimitive() {
        for (String kind : List.of("/int/", "/long/", "/double/")) {
            assertTrue(get(kind + "0").startsWith("404 application/problem+json"));
        }
        assertEquals("200 application/json 5", get("/int/5"));
        assertEquals("200 application/json 5", get("/long/5"));
        assertEquals("200 application/json 5.5", get("/double/5.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/null", "/null-optional", "/null-stream"})
    void nullWithoutNullableIsA500ThatIsLogged(String target) {
        assertTrue(get(target).startsWith("500 application/problem+json"));
        List<Throwable> failures = app.takeFailures();
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).getMessage().contains("returned null"));
    }

    @Test
    void nullWithNullableIsA404() {
        assertTrue(get("/nullable").startsWith("404 application/problem+json"));
    }

    @Test
    void aResponseIsSentAsItIs(TestClient client) {
        assertEquals(
                Optional.of("b"), client.get("/response").send().expect(202).header("X-A"));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/stream          | application/json                            | 200 application/json [{\"id\":1},{\"id\":2}]",
                "/stream          | application/x-ndjson                        | 200 application/x-ndjson {\"id\":1}\\n{\"id\":2}\\n",
                "/stream          | text/event-stream                           | 200 text/event-stream data: {\"id\":1}\\n\\ndata: {\"id\":2}\\n\\n",
                "/iterator        | application/x-ndjson                        | 200 application/x-ndjson {\"id\":1}\\n{\"id\":2}\\n",
                "/iterator        | text/event-stream, application/json;q=0.9   | 200 text/event-stream data: {\"id\":1}\\n\\ndata: {\"id\":2}\\n\\n",
                "/stream          | application/x-ndjson;q=0.5, */*;q=0.1       | 200 application/x-ndjson {\"id\":1}\\n{\"id\":2}\\n",
                "/stage-of-stream | application/x-ndjson                        | 200 application/x-ndjson {\"id\":1}\\n{\"id\":2}\\n",
                "/events          | text/event-stream                           | 200 text/event-stream data: a\\n\\n",
            })
    void elementsAreAnArrayOrLinesOrEventsByAccept(String target, String accept, String answer) {
        String text = text(app.client().get(target).header("Accept", accept).send());
        assertEquals(answer, text.replace("\n", "\\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/event-stream"})
    void theSourceIsAlwaysClosed(String accept) throws Exception {
        TestClient client = app.client().withHeader("Accept", accept);
        for (String target : List.of("/stream", "/stage-of-stream", "/events")) {
            client.get(target).send().expect(200);
            assertTrue(results.areSourcesClosed(), target);
            client.head(target).send().expect(200);
            assertTrue(results.areSourcesClosed(), target);
        }
        client.get("/fails-first").open().close();
        client.get("/unwritable-first").open().close();
        client.get("/fails-second").open().close();
        client.get("/failing-input").open().close();
        assertTrue(results.areSourcesClosed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/event-stream"})
    void aFailureAtTheFirstElementIsStillAProblemDocument(String accept) {
        TestClient client = app.client().withHeader("Accept", accept);
        assertTrue(text(client.get("/fails-first").send()).startsWith("409 application/problem+json"));
        assertTrue(text(client.get("/unwritable-first").send()).startsWith("500 application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/live-events"})
    void theHeadGoesOutBeforeTheFirstElementWhereEventsAreAllThereIs(String target) throws Exception {
        try (StreamedResponse response = app.client().get(target).open()) {
            assertEquals(Optional.of("text/event-stream"), response.header("Content-Type"));
            results.isHeadSeen.countDown();
            String line = response.nextLine().orElseThrow();
            assertEquals("data: seen", line.replace("\"", ""));
        }
        assertTrue(results.areSourcesClosed());
    }

    @Test
    void theRecordsOfASealedInterfaceHaveStatusesOfTheirOwn() {
        assertEquals("201 application/json {\"id\":1}", get("/answers/true"));
        assertEquals("409 application/json {\"why\":\"full\"}", get("/answers/false"));
        assertEquals("409 application/json {\"why\":\"full\"}", get("/optional-answer"));
        assertEquals("201 application/json {\"id\":1}", get("/stage-of-answer"));
    }

    @Test
    void jsonHasAnExactContentLengthAndAFailureWhileWritingIsAClean500(TestClient client) {
        assertEquals(Optional.of("8"), client.get("/record").send().expect(200).header("Content-Length"));
        TestResponse failed = client.get("/unwritable").send().expect(500);
        assertEquals(Optional.of("application/problem+json"), failed.header("Content-Type"));
        assertTrue(failed.text().startsWith("{\"type\":\"about:blank\""), failed.text());
    }
}
