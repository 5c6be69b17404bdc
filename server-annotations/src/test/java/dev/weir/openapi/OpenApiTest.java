package dev.weir.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Route;
import dev.weir.http.Response;
import dev.weir.routing.Router;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

    @Controller("/todos")
    static final class TodoController {
        @Get({"/{id}", "/by-id/{id}"})
        Optional<String> find(@PathParam long id) {
            return Optional.empty();
        }

        @Get
        String list() {
            return "";
        }

        @Route(method = "PROPFIND")
        String properties() {
            return "";
        }
    }

    private static OpenApi todos() {
        return OpenApi.of(Api.routes(new TodoController()));
    }

    @Test
    void saysWhatItIsToldOfTheApi() {
        JsonNode document = Api.document(todos().title("To-dos")
                .version("2.1")
                .description("All of them")
                .controller("TodoController", "One by one")
                .operation("TodoController.list", "Lists")
                .operation("TodoController.find", "Finds", "By number"));

        assertEquals("3.1.1", document.get("openapi").asString());
        assertEquals(
                "{\"title\":\"To-dos\",\"description\":\"All of them\",\"version\":\"2.1\"}",
                document.get("info").toString());
        assertEquals(
                "[{\"name\":\"TodoController\",\"description\":\"One by one\"}]",
                document.get("tags").toString());
        assertEquals("Lists", document.at("/paths/~1todos/get/summary").asString());
        JsonNode find = document.at("/paths/~1todos~1by-id~1{id}/get");
        assertEquals("Finds", find.get("summary").asString());
        assertEquals("By number", find.get("description").asString());
        assertEquals("[\"TodoController\"]", find.get("tags").toString());
    }

    @Test
    void operationsHaveIdsOfControllerAndMethod() {
        List<String> ids = new ArrayList<>();
        Api.document(todos())
                .get("paths")
                .forEach(path -> path.forEach(
                        operation -> ids.add(operation.get("operationId").asString())));
        assertEquals(List.of("TodoController.list", "TodoController.find", "TodoController.find_2"), ids);
    }

    @Controller("/numbered")
    static final class Numbered {
        @Get({"/a", "/b", "/d"})
        String find() {
            return "";
        }

        @Get("/c")
        String find_2() {
            return "";
        }
    }

    @Test
    void eachOperationHasAnIdOfItsOwn() {
        List<String> ids = new ArrayList<>();
        Api.document(OpenApi.of(Api.routes(new Numbered())))
                .get("paths")
                .forEach(path -> ids.add(path.at("/get/operationId").asString()));
        assertEquals(List.of("Numbered.find", "Numbered.find_2", "Numbered.find_2_2", "Numbered.find_3"), ids);
    }

    @Test
    void refusesWordsAboutWhatIsNotThere() {
        assertEquals(
                "operation: \"TodoController.fnd\" (expected: one of TodoController.list, TodoController.find,"
                        + " TodoController.find_2)",
                assertThrows(IllegalArgumentException.class, () -> todos().operation("TodoController.fnd", "Finds"))
                        .getMessage());
        assertEquals(
                "controller: \"Todos\" (expected: one of TodoController)",
                assertThrows(IllegalArgumentException.class, () -> todos().controller("Todos", "All"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> todos().problem("TodoController.list", 200, "always"));
        assertThrows(IllegalArgumentException.class, () -> todos().document("openapi.json"));
        assertThrows(IllegalArgumentException.class, () -> todos().document("/{x}"));
        assertThrows(IllegalArgumentException.class, () -> todos().page("/a'b"));
    }

    @Test
    void tellsOfProblemsThatItIsToldOf() {
        JsonNode responses = Api.document(todos().problem("TodoController.list", 409, "If it is a bad day"))
                .at("/paths/~1todos/get/responses");
        assertEquals("If it is a bad day", responses.at("/409/description").asString());
        assertEquals(
                "#/components/schemas/Problem",
                responses
                        .at("/409/content/application~1problem+json/schema/$ref")
                        .asString());
    }

    @Test
    void problemsStandBesideResultsOfTheSameStatus() {
        JsonNode response = Api.document(OpenApi.of(Api.routes(new Shop())).problem("Shop.book", 409, "It is full."))
                .at("/paths/~1shop~1bookings/post/responses/409");
        assertEquals("It is full.", response.get("description").asString());
        assertEquals(
                "[application/json, application/problem+json]",
                response.get("content").propertyNames().toString());
    }

    @Test
    void servesTheDocument() {
        HttpServerBuilder application =
                HttpServer.builder().routes(todos().document("/api.json").routes());
        try (TestClient client = TestClient.inMemory(application)) {
            for (int i = 0; i < 2; i++) {
                TestResponse response = client.get("/api.json").send().expect(200);
                assertEquals(Optional.of("application/json"), response.header("Content-Type"));
                assertEquals(todos().toJson(), response.text());
            }
        }
    }

    @Test
    void isTheSameEachTime() {
        assertEquals(
                OpenApi.of(Api.routes(new Shop())).toJson(),
                OpenApi.of(Api.routes(new Shop())).toJson());
    }

    @Test
    void describesRoutesBehindFiltersAndBelowPrefixes() {
        JsonNode document = Api.document(OpenApi.of(Api.routes(new TodoController()).stream()
                .map(route -> route.behind((request, next) -> next.handle(request)))
                .map(route -> route.under("/{tenant}/v1"))
                .toList()));
        JsonNode parameters = document.at("/paths/~1{tenant}~1v1~1todos~1{id}/get/parameters");

        assertEquals("tenant", parameters.at("/0/name").asString());
        assertEquals("string", parameters.at("/0/schema/type").asString());
        assertEquals("id", parameters.at("/1/name").asString());
        assertEquals("integer", parameters.at("/1/schema/type").asString());
    }

    @Test
    void leavesPlainHandlersOut() {
        List<dev.weir.routing.Route> routes = Router.builder()
                .get("/plain", request -> Response.noContent())
                .build()
                .routes();
        assertTrue(Api.document(OpenApi.of(routes)).get("paths").isEmpty());
    }
}
