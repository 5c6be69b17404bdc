package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.controllers.Controllers;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.RequestTarget;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TodoControllerTest {

    private Handler todos;

    @BeforeEach
    void makeController() throws Exception {
        todos = InMemory.handler(
                Controllers.of(new TodoController(InMemory.todoStore(), new TodoFeed())),
                SampleApp.TODOS_FOR_ALL_PAGES);
    }

    @Test
    void addsATodoWithAllItsProperties() throws Exception {
        Response response = post("{\"title\":\"walk\"}");

        assertEquals(Status.CREATED, response.status());
        assertEquals(
                "{\"id\":1,\"url\":\"http://todo.test:81/todos/1\",\"title\":\"walk\",\"completed\":false,\"order\":1}",
                InMemory.text(response));
    }

    @Test
    void takesAllPropertiesOfANewTodoAndIgnoresOthers() throws Exception {
        Response response = post("{\"title\":\"walk\",\"completed\":true,\"order\":95,\"id\":7,\"x\":[]}");
        assertEquals(
                "{\"id\":1,\"url\":\"http://todo.test:81/todos/1\",\"title\":\"walk\",\"completed\":true,\"order\":95}",
                InMemory.text(response));
    }

    @Test
    void takesNullForAbsent() throws Exception {
        assertEquals(
                Status.CREATED,
                post("{\"title\":\"walk\",\"completed\":null,\"order\":null}").status());
    }

    @Test
    void makesTheUrlFromTheAuthorityOfAnAbsoluteTarget() throws Exception {
        post("{\"title\":\"walk\"}");
        Request request = Request.get("/todos/1")
                .withTarget(RequestTarget.absolute("http://other.test/todos/1", "other.test", "/todos/1"));
        assertTrue(InMemory.text(todos.handle(request)).contains("\"http://other.test/todos/1\""));
    }

    @Test
    void makesAUrlForAClientThatTellsNoAuthority() throws Exception {
        post("{\"title\":\"walk\"}");
        assertTrue(InMemory.text(todos.handle(Request.get("/todos/1"))).contains("\"http://localhost:0/todos/1\""));
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
    void refusesATodoThatBreaksTheRules(String json) throws Exception {
        assertEquals(Status.UNPROCESSABLE_CONTENT, post(json).status());
    }

    @Test
    void refusesATitleThatIsTooLong() throws Exception {
        assertEquals(
                Status.CREATED, post("{\"title\":\"" + "é".repeat(500) + "\"}").status());
        assertEquals(
                Status.UNPROCESSABLE_CONTENT,
                post("{\"title\":\"" + "x".repeat(501) + "\"}").status());
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
    void refusesContentThatIsNoTodo(String json) throws Exception {
        assertEquals(Status.BAD_REQUEST, post(json).status());
    }

    @Test
    void answersNotFoundForATodoThatIsNotThere() throws Exception {
        for (Method method : new Method[] {Method.GET, Method.DELETE}) {
            assertEquals(
                    Status.NOT_FOUND,
                    todos.handle(Request.of(method, "/todos/9")).status());
        }
        assertEquals(
                Status.NOT_FOUND,
                todos.handle(json(Method.PATCH, "/todos/9", "{\"title\":\"x\"}"))
                        .status());
    }

    @Test
    void letsPagesOfAllSitesReadResponses() throws Exception {
        for (String path : new String[] {"/todos", "/todos/9", "/todos/x", "/todos/"}) {
            Response response = todos.handle(Request.get(path).withHeader("Origin", "http://x.test"));
            assertEquals(Optional.of("*"), response.header("Access-Control-Allow-Origin"), path);
        }
    }

    @Test
    void answersPreflights() throws Exception {
        Response response = todos.handle(Request.of(Method.OPTIONS, "/todos/1")
                .withHeader("Origin", "http://x.test")
                .withHeader("Access-Control-Request-Method", "PATCH"));

        assertEquals(Status.NO_CONTENT, response.status());
        assertEquals(Optional.of("*"), response.header("Access-Control-Allow-Origin"));
        assertTrue(response.headers().containsToken("Access-Control-Allow-Methods", "PATCH"));
        assertTrue(response.headers().containsToken("Access-Control-Allow-Headers", "content-type"));
    }

    @Test
    void saysNothingOfOtherPaths() throws Exception {
        Response response = todos.handle(Request.get("/todosx"));
        assertEquals(Optional.empty(), response.header("Access-Control-Allow-Origin"));
    }

    private Response post(String json) throws Exception {
        return todos.handle(json(Method.POST, "/todos", json));
    }

    private static Request json(Method method, String path, String json) {
        return Request.post(path, MediaType.APPLICATION_JSON, json)
                .withMethod(method)
                .withHeader("Host", "todo.test:81");
    }
}
