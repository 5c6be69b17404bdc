package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.controllers.Controllers;
import dev.weir.security.SecurityFields;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestResponse;
import dev.weir.testing.WeirExtension;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageControllerTest {

    @RegisterExtension
    static final WeirExtension app = WeirExtension.inMemory(
            HttpServer.builder().filter(SecurityFields.strict()).routes(Controllers.of(new PageController())));

    @ParameterizedTest
    @CsvSource({
        "/,text/html; charset=utf-8",
        "/page.css,text/css; charset=utf-8",
        "/page.js,text/javascript; charset=utf-8",
        "/icon.svg,image/svg+xml"
    })
    void answersWithThePageAndItsParts(String path, String type) {
        TestResponse response = app.client().get(path).send().expect(200);

        assertEquals(Optional.of(type), response.header("Content-Type"));
        assertEquals(Optional.of("nosniff"), response.header("X-Content-Type-Options"));
        assertTrue(response.header("Content-Security-Policy").orElseThrow().contains("script-src 'self';"));
    }

    @Test
    void everythingThePageRefersToIsThere(TestClient client) {
        String html = client.get("/").send().text();
        for (MatchResult match : Pattern.compile("(?:href|src)=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .filter(match -> !Set.of("/todos", "/api").contains(match.group(1)))
                .toList()) {
            client.get(match.group(1)).send().expect(200);
        }
    }

    @Test
    void holdsNothingThatItsPolicyForbids(TestClient client) {
        String html = client.get("/").send().text();
        assertFalse(Pattern.compile("<style|<script>| style=| on[a-z]+=")
                .matcher(html)
                .find());
    }

    @Test
    void answersHead(TestClient client) {
        client.head("/").send().expect(200);
    }

    @Test
    void answersOtherMethodsWithWhatIsAllowed(TestClient client) {
        TestResponse response = client.delete("/").send().expect(405);
        assertEquals(Optional.of("GET, HEAD, OPTIONS"), response.header("Allow"));
    }

    @Test
    void forbidsEverythingElsewhere(TestClient client) {
        TestResponse response = client.get("/nowhere").send();
        assertTrue(response.header("Content-Security-Policy").orElseThrow().startsWith("default-src 'none';"));
    }
}
