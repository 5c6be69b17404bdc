package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.PathParam;
import dev.weir.controllers.Controllers;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of paths that servers disagree on, as the README has it: its table is what this prints. */
class PathTableTest {

    private static final List<String> PATHS = List.of(
            "/items/a%2Fb",
            "/items/a%252Fb",
            "/items/a+b",
            "/items/a%20b",
            "/items/%C3%A9",
            "/items/%E9",
            "/items/%zz",
            "/items/%2",
            "/items/%00",
            "/items/..",
            "/items/%2e%2E",
            "/items/./a",
            "/items/...",
            "/items/a;v=1",
            "/items/",
            "/items/a/",
            "/items//a",
            "//items/a",
            "/Items/a",
            "/it%65ms/a",
            "/tree",
            "/tree/",
            "/tree/a/b",
            "/tree/a//b/",
            "/tree/a%2Fb",
            "/tree/a%5Cb",
            "/list/a%2Fb/c");

    @Controller
    static final class Paths {

        @Get("/items/{id}")
        String item(@PathParam String id) {
            return "id is " + id;
        }

        @Get("/tree/{*rest}")
        String tree(@PathParam String rest) {
            return "rest is " + (rest.isEmpty() ? "empty" : rest);
        }

        @Get("/list/{*rest}")
        String list(@PathParam List<String> rest) {
            return "rest is " + String.join(" and ", rest);
        }
    }

    @Test
    void theReadmeHasTheTable() throws IOException {
        StringBuilder table = new StringBuilder("| request | answer |\n|---|---|\n");
        try (TestClient client = TestClient.inMemory(HttpServer.builder().routes(Controllers.of(new Paths())))) {
            for (String path : PATHS) {
                table.append("| `")
                        .append(path)
                        .append("` | ")
                        .append(answer(client, path))
                        .append(" |\n");
            }
        }
        System.out.println(table);
        assertTrue(Files.readString(Path.of("..", "README.md")).contains(table), "README has the table above");
    }

    private static String answer(TestClient client, String path) {
        TestResponse response = client.get(path).send();
        return response.status().code() == 200
                ? "200, " + response.text()
                : String.valueOf(response.status().code());
    }
}
