package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.weir.HttpServer;
import dev.weir.controllers.Controllers;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Status;
import dev.weir.routing.Route;
import dev.weir.testing.StreamedResponse;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestResponse;
import dev.weir.testing.WeirExtension;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TodoControllerTest {

    private final List<Route> routes = Controllers.of(new TodoController(InMemory.todoStore(), new TodoFeed()));

    @RegisterExtension
    final WeirExtension app = WeirExtension.inMemory(
            HttpServer.builder().filter(SampleApp.LIST_FOR_ALL_PAGES).routes(routes));

    TodoControllerTest() throws Exception {}

    @Test
    void addsATodoWithAllItsProperties() {
        assertEquals(
                "{\"id\":1,\"url\":\"http://todo.test:81/todos/1\",\"title\":\"walk\",\"completed\":false,\"order\":1,\"due\":null}",
                post("{\"title\":\"walk\"}").expect(201).text());
    }

    @Test
    void takesAllPropertiesOfANewTodoAndIgnoresOthers() {
        assertEquals(
                "{\"id\":1,\"url\":\"http://todo.test:81/todos/1\",\"title\":\"walk\",\"completed\":true,\"order\":95,\"due\":null}",
                post("{\"title\":\"walk\",\"completed\":true,\"order\":95,\"id\":7,\"x\":[]}")
                        .text());
    }

    @Test
    void takesNullForAbsent() {
        post("{\"title\":\"walk\",\"completed\":null,\"order\":null}").expect(201);
    }

    @Test
    void makesTheUrlFromTheAuthorityOfAnAbsoluteTarget(TestClient client) {
        post("{\"title\":\"walk\"}");
        TestResponse response = client.get("http://other.test/todos/1")
                .header("Host", "other.test")
                .send();
        assertEquals("http://other.test/todos/1", response.json(TodoView.class).url());
    }

    /** As HTTP/1.0 allows. */
    @Test
    void makesAUrlForAClientThatTellsNoAuthority() throws Exception {
        post("{\"title\":\"walk\"}");
        assertTrue(InMemory.text(InMemory.handler(routes).handle(Request.get("/todos/1")))
                .contains("\"http://localhost:0/todos/1\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\":\"\"}",
                "{\"title\":\"  \"}",
                "{\"title\":null}",
                "{\"title\":\"x\",\"order\":1000000001}"
            })
    void refusesATodoThatBreaksTheRules(String json) {
        post(json).expect(422);
    }

    @Test
    void tellsAllRulesThatATodoBreaks() {
        String text =
                post("{\"title\":\" \",\"order\":-1000000001}").expect(422).text();
        assertTrue(
                text.endsWith("\"errors\":[{\"in\":\"body\",\"pointer\":\"#/order\",\"code\":\"min\","
                        + "\"detail\":\"must be greater than or equal to -1000000000\"},"
                        + "{\"in\":\"body\",\"pointer\":\"#/title\",\"code\":\"title\","
                        + "\"detail\":\"The title has to have 1 to 500 characters, not all of them blank.\"}]}"),
                text);
    }

    @Test
    void holdsChangesToTheSameRules(TestClient client) {
        post("{\"title\":\"walk\"}");
        for (String json : new String[] {"{\"title\":\" \"}", "{\"order\":1000000001}"}) {
            client.patch("/todos/1").jsonText(json).send().expect(422);
        }
        client.patch("/todos/1").jsonText("{\"title\":null}").send().expect(200);
    }

    @Test
    void refusesATitleThatIsTooLong() {
        post("{\"title\":\"" + "é".repeat(500) + "\"}").expect(201);
        post("{\"title\":\"" + "x".repeat(501) + "\"}").expect(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"title\":{}}",
                "{\"title\":\"x\",\"completed\":\"perhaps\"}",
                "{\"title\":\"x\",\"order\":99999999999}"
            })
    void refusesContentThatIsNoTodo(String json) {
        post(json).expect(400);
    }

    @Test
    void answersNotFoundForATodoThatIsNotThere(TestClient client) {
        for (Method method : new Method[] {Method.GET, Method.DELETE}) {
            client.request(method, "/todos/9").send().expect(404);
        }
        client.patch("/todos/9").jsonText("{\"title\":\"x\"}").send().expect(404);
    }

    @Test
    void takesADayGivesItBackAndTakesItAwayForNull(TestClient client) {
        assertTrue(post("{\"title\":\"walk\",\"due\":\"2026-02-28\"}")
                .expect(201)
                .text()
                .endsWith("\"due\":\"2026-02-28\"}"));
        for (List<String> step : List.of(
                List.of("{\"title\":\"run\"}", "\"due\":\"2026-02-28\"}"),
                List.of("{\"due\":\"2026-03-01\"}", "\"due\":\"2026-03-01\"}"),
                List.of("{\"due\":null}", "\"due\":null}"))) {
            String text = client.patch("/todos/1")
                    .jsonText(step.get(0))
                    .send()
                    .expect(200)
                    .text();
            assertTrue(text.endsWith(step.get(1)), text);
        }
    }

    @ParameterizedTest
    @CsvSource({"'',abc", "?completed=true,b", "?completed=false,ac", "?dueBy=2026-03-01,ab", "?completed=0&dueBy=x,400"
    })
    void listsWhatIsAskedFor(String query, String expected) {
        post("{\"title\":\"a\",\"due\":\"2026-02-28\"}");
        post("{\"title\":\"b\",\"due\":\"2026-03-01\",\"completed\":true}");
        post("{\"title\":\"c\"}");
        TestResponse response = app.client().get("/todos" + query).send();
        if (expected.equals("400")) {
            assertEquals(400, response.status().code());
            assertTrue(
                    response.text().contains("\"completed\"") && response.text().contains("\"dueBy\""));
            return;
        }
        assertEquals(
                List.of(expected.split("")),
                Stream.of(response.expect(200).json(TodoView[].class))
                        .map(TodoView::title)
                        .toList());
    }

    @Test
    void listsLinesToWhoWantsThem(TestClient client) {
        post("{\"title\":\"a\"}");
        post("{\"title\":\"b\"}");
        TestResponse lines =
                client.get("/todos").header("Accept", "application/x-ndjson").send();
        assertEquals(Optional.of("application/x-ndjson"), lines.header("Content-Type"));
        assertEquals(
                2,
                lines.text().lines().filter(line -> line.startsWith("{\"id\":")).count());
        assertEquals(
                Optional.of("application/json"),
                client.get("/todos").header("Accept", "*/*").send().header("Content-Type"));
    }

    @Test
    void addsFromAForm(TestClient client) {
        TestResponse response = client.post("/todos")
                .form("title", "walk the dog", "due", "2026-02-28")
                .send()
                .expect(303);
        assertEquals(Optional.of("/todos"), response.header("Location"));
        assertEquals(
                Optional.of(LocalDate.of(2026, 2, 28)),
                client.get("/todos/1").send().json(TodoView.class).due());
        client.post("/todos").form("title", " ").send().expect(422);
        client.post("/todos").form("name", "x").send().expect(400);
    }

    @Test
    void asksToComeAgainWhileThereIsNoConnectionToTheDatabase() throws Exception {
        DataSource once = mock(DataSource.class);
        when(once.getConnection())
                .thenReturn(mock(Connection.class, RETURNS_DEEP_STUBS))
                .thenThrow(new SQLTransientConnectionException("none in time"));
        List<Route> routes = Controllers.builder()
                .add(new TodoController(new TodoStore(once), new TodoFeed()))
                .exceptionHandlers(new DatabaseFailures())
                .routes();
        try (TestClient client = TestClient.inMemory(HttpServer.builder().routes(routes))) {
            TestResponse response = client.get("/todos").send().expect(503);
            assertEquals(Optional.of("1"), response.header("Retry-After"));
        }
    }

    @Test
    void tellsFollowersOfAChange(TestClient client) {
        try (StreamedResponse changes = client.get("/todos/changes").open()) {
            post("{\"title\":\"walk\"}").expect(201);
            Optional<String> line = changes.nextLine();
            while (line.isPresent() && !line.get().startsWith("data:")) {
                line = changes.nextLine();
            }
            assertTrue(line.orElseThrow().contains("\"title\":\"walk\""), line.toString());
        }
    }

    @Test
    void letsPagesOfAllSitesReadResponses(TestClient client) {
        for (String path : new String[] {"/todos", "/todos/9", "/todos/x", "/todos/"}) {
            TestResponse response =
                    client.get(path).header("Origin", "http://x.test").send();
            assertEquals(Optional.of("*"), response.header("Access-Control-Allow-Origin"), path);
        }
    }

    @Test
    void answersPreflights(TestClient client) {
        TestResponse response = client.options("/todos/1")
                .header("Origin", "http://x.test")
                .header("Access-Control-Request-Method", "PATCH")
                .send();

        assertEquals(Status.NO_CONTENT, response.status());
        assertEquals(Optional.of("*"), response.header("Access-Control-Allow-Origin"));
        assertTrue(response.headers().containsToken("Access-Control-Allow-Methods", "PATCH"));
        assertTrue(response.headers().containsToken("Access-Control-Allow-Headers", "content-type"));
    }

    @Test
    void saysNothingOfOtherPaths(TestClient client) {
        assertEquals(Optional.empty(), client.get("/todosx").send().header("Access-Control-Allow-Origin"));
    }

    private TestResponse post(String json) {
        return app.client()
                .post("/todos")
                .header("Host", "todo.test:81")
                .jsonText(json)
                .send();
    }
}
