package dev.weir.annotations.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.ContentOutput;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Route;
import dev.weir.routing.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of an API, with the viewer that is on the tests' class path. */
class SwaggerUiTest {

    private static final List<Route> ROUTES = SwaggerUi.find().routes("/docs/api", "To-dos <1>", "/openapi.json");

    private static final Router ROUTER = Router.builder().routes(ROUTES).build();

    private static String text(Response response) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            response.content().writeTo(ContentOutput.to(octets));
        } finally {
            response.content().close();
        }
        return octets.toString(StandardCharsets.UTF_8);
    }

    /** The paths that the page refers to. */
    private static List<String> parts() throws Exception {
        return Pattern.compile("(?:href|src)=\"([^\"]*)\"")
                .matcher(text(ROUTER.handle(Request.get("/docs/api"))))
                .results()
                .map((MatchResult found) -> URI.create("http://host/docs/api")
                        .resolve(found.group(1))
                        .getPath())
                .toList();
    }

    @Test
    void thePageRefersToWhatIsThere() throws Exception {
        assertEquals(4, parts().size());
        for (String path : parts()) {
            Response response = ROUTER.handle(Request.get(path));
            assertEquals(Status.OK, response.status(), path);
            assertFalse(text(response).isEmpty(), path);
        }
    }

    @Test
    void filesHaveTheirMediaTypes() throws Exception {
        List<String> types = parts().stream()
                .map(path -> {
                    try {
                        Response response = ROUTER.handle(Request.get(path));
                        response.content().close();
                        return response.header("Content-Type").orElseThrow();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
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
    void thePageHasNoScriptWithinAndForbidsIt() throws Exception {
        Response page = ROUTER.handle(Request.get("/docs/api"));
        String html = text(page);

        assertFalse(Pattern.compile("<style|<script>| style=| on[a-z]+=")
                .matcher(html)
                .find());
        assertTrue(html.contains("<title>To-dos &lt;1></title>"), html);
        String policy = page.header("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
    }

    @Test
    void theScriptShowsTheDocument() throws Exception {
        String script = text(ROUTER.handle(Request.get(parts().get(3))));
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
        Status status;
        try {
            status = ROUTER.handle(Request.get(folder + name)).status();
        } catch (HttpException e) {
            status = e.status();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
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
    void filesMayBeKeptBecauseTheirPathHasTheVersion() throws Exception {
        String style = parts().get(1);
        assertTrue(Pattern.matches("/docs/api/[0-9.]+/swagger-ui\\.css", style), style);
        try (var closed = closing(ROUTER.handle(Request.get(style)))) {
            assertEquals(
                    Optional.of("public, max-age=31536000, immutable"),
                    closed.response().header("Cache-Control"));
        }
    }

    private record Closing(Response response) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            response.content().close();
        }
    }

    private static Closing closing(Response response) {
        return new Closing(response);
    }
}
