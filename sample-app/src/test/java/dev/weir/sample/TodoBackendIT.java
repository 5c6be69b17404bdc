package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of the Todo-Backend project (todobackend.com/specs), in the order of its own tests. */
class TodoBackendIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static SampleProcess app;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root = app.url("/todos");

    @BeforeAll
    static void start() throws IOException {
        app = SampleProcess.start(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        app.endWithoutComplaints();
    }

    @BeforeEach
    void removeAll() throws Exception {
        send("DELETE", root, "");
    }

    @Test
    void theRootRespondsToGet() throws Exception {
        assertEquals(200, send("GET", root, "").statusCode());
    }

    @Test
    void theRootRespondsToAPostWithTheTodoThatWasPosted() throws Exception {
        HttpResponse<String> response = send("POST", root, "{\"title\":\"a todo\"}");
        assertEquals(201, response.statusCode());
        assertEquals("a todo", JSON.readTree(response.body()).get("title").asString());
    }

    @Test
    void theRootRespondsSuccessfullyToADelete() throws Exception {
        assertEquals(204, send("DELETE", root, "").statusCode());
    }

    @Test
    void afterADeleteTheRootIsAnEmptyArray() throws Exception {
        add("{\"title\":\"gone\"}");
        send("DELETE", root, "");
        assertEquals("[]", send("GET", root, "").body());
    }

    @Test
    void addsANewTodoToTheList() throws Exception {
        add("{\"title\":\"walk the dog\"}");
        JsonNode list = get(root);
        assertEquals(1, list.size());
        assertEquals("walk the dog", list.get(0).get("title").asString());
    }

    @Test
    void setsUpANewTodoAsNotCompleted() throws Exception {
        assertFalse(add("{\"title\":\"blah\"}").get("completed").asBoolean());
        assertFalse(get(root).get(0).get("completed").asBoolean());
    }

    @Test
    void eachNewTodoHasAUrlThatReturnsIt() throws Exception {
        JsonNode added = add("{\"title\":\"my todo\"}");
        assertTrue(URI.create(added.get("url").asString()).isAbsolute());
        assertEquals(added, get(url(added)));
        assertEquals(added, get(root).get(0));
        assertEquals(added, get(url(get(root).get(0))));
    }

    @Test
    void changesTheTitleOfATodo() throws Exception {
        JsonNode added = add("{\"title\":\"initial title\"}");
        HttpResponse<String> response = send("PATCH", url(added), "{\"title\":\"bathe the cat\"}");
        assertEquals(200, response.statusCode());
        assertEquals(
                "bathe the cat", JSON.readTree(response.body()).get("title").asString());
    }

    @Test
    void changesTheCompletednessOfATodo() throws Exception {
        JsonNode added = add("{\"title\":\"blah\"}");
        send("PATCH", url(added), "{\"completed\":true}");
        assertTrue(get(url(added)).get("completed").asBoolean());
    }

    @Test
    void changesToATodoShowWhereverItIsFetched() throws Exception {
        JsonNode added = add("{\"title\":\"blah\"}");
        send("PATCH", url(added), "{\"title\":\"changed title\",\"completed\":true}");
        for (JsonNode todo : List.of(get(url(added)), get(root).get(0))) {
            assertEquals("changed title", todo.get("title").asString());
            assertTrue(todo.get("completed").asBoolean());
        }
    }

    @Test
    void deletesATodo() throws Exception {
        JsonNode added = add("{\"title\":\"blah\"}");
        assertEquals(204, send("DELETE", url(added), "").statusCode());
        assertEquals(0, get(root).size());
        assertEquals(404, send("GET", url(added), "").statusCode());
        assertEquals(404, send("DELETE", url(added), "").statusCode());
    }

    @Test
    void createsATodoWithAnOrder() throws Exception {
        assertEquals(523, add("{\"title\":\"blah\",\"order\":523}").get("order").asInt());
    }

    @Test
    void changesTheOrderOfATodoAndRemembersIt() throws Exception {
        JsonNode added = add("{\"title\":\"blah\",\"order\":10}");
        JsonNode changed =
                JSON.readTree(send("PATCH", url(added), "{\"order\":95}").body());
        assertEquals(95, changed.get("order").asInt());
        assertEquals(95, get(url(added)).get("order").asInt());
    }

    @Test
    void clientsInBrowsersMayUseItFromOtherSites() throws Exception {
        HttpRequest preflight = HttpRequest.newBuilder(root)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .build();
        HttpResponse<String> response = http.send(preflight, HttpResponse.BodyHandlers.ofString());
        assertEquals(204, response.statusCode());
        assertEquals(
                "*",
                response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        assertTrue(response.headers()
                .firstValue("Access-Control-Allow-Methods")
                .orElse("")
                .contains("POST"));
    }

    private JsonNode add(String json) throws Exception {
        return JSON.readTree(send("POST", root, json).body());
    }

    private JsonNode get(URI url) throws Exception {
        return JSON.readTree(send("GET", url, "").body());
    }

    private static URI url(JsonNode todo) {
        return URI.create(todo.get("url").asString());
    }

    private HttpResponse<String> send(String method, URI url, String json) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        if (json.isEmpty()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(method, HttpRequest.BodyPublishers.ofString(json))
                    .header("Content-Type", "application/json");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
