package dev.weir.annotations.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.http.Status;
import dev.weir.routing.Route;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of an API, with the viewer that is on the tests' class path. */
class SwaggerUiTest {

    private static final List<Route> ROUTES = SwaggerUi.find().routes("/docs/api", "To-dos <1>", "/openapi.json");

    private static TestClient client;

    @BeforeAll
    static void start() {
        client = TestClient.inMemory(HttpServer.builder().routes(ROUTES));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private static TestResponse get(String path) {
        return client.get(path).send().expect(200);
    }

    /** The paths that the page refers to. */
    private static List<String> parts() {
        return Pattern.compile("(?:href|src)=\"([^\"]*)\"")
                .matcher(get("/docs/api").text())
                .results()
                .map((MatchResult found) -> URI.create("http://host/docs/api")
                        .resolve(found.group(1))
                        .getPath())
                .toList();
    }

    @Test
    void thePageRefersToWhatIsThere() {
        assertEquals(4, parts().size());
        for (String path : parts()) {
            assertFalse(get(path).text().isEmpty(), path);
        }
    }

    @Test
    void filesHaveTheirMediaTypes() {
        List<String> types = parts().stream()
                .map(path -> get(path).header("Content-Type").orElseThrow())
                .toList();
        assertEquals(
                List.of(
                        "image/png",
                        "text/css; charset=utf-8",
                        "text/javascript; charset=utf-8",
                        "text/javascript; charset=utf-8"),
                types);
    }

    @Test
    void thePageHasNoScriptWithinAndForbidsIt() {
        TestResponse page = get("/docs/api");
        String html = page.text();

        assertFalse(Pattern.compile("<style|<script>| style=| on[a-z]+=")
                .matcher(html)
                .find());
        assertTrue(html.contains("<title>To-dos &lt;1&gt;</title>"), html);
        String policy = page.header("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
    }

    @Test
    void theScriptShowsTheDocument() {
        String script = get(parts().get(3)).text();
        assertTrue(script.contains("new URL('../openapi.json', document.baseURI)"), script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "swagger-initializer.js",
                "..%2f..%2fpom.properties",
                "%2e%2e/pom.properties",
                "swagger-ui.css/",
                "swagger-ui.css%00",
                "nothing.js"
            })
    void nothingElseOfTheJarIsServed(String name) {
        String folder = ROUTES.get(1).pattern().toString().replace("start.js", "");
        Status status = client.get(folder + name).send().status();
        assertTrue(List.of(Status.NOT_FOUND, Status.BAD_REQUEST).contains(status), status.toString());
    }

    @Test
    void withoutTheViewerItSaysWhatToAdd() {
        ClassLoader empty = new ClassLoader(null) {};
        assertEquals(
                "The page of an API needs Swagger UI, which is not on the class path. Add the dependency"
                        + " org.webjars:swagger-ui, scope runtime.",
                assertThrows(IllegalStateException.class, () -> SwaggerUi.find(List.of(empty, empty)))
                        .getMessage());
    }

    @Test
    void filesMayBeKeptBecauseTheirPathHasTheVersion() {
        String style = parts().get(1);
        assertTrue(Pattern.matches("/docs/api/[0-9.]+/swagger-ui\\.css", style), style);
        assertEquals(
                Optional.of("public, max-age=31536000, immutable"), get(style).header("Cache-Control"));
    }
}
