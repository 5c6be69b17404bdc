package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.controllers.Controllers;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import dev.weir.security.SecurityFields;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageControllerTest {

    private final Handler page = InMemory.handler(Controllers.of(new PageController()), SecurityFields.strict());

    @ParameterizedTest
    @CsvSource({
        "/,text/html; charset=utf-8",
        "/page.css,text/css; charset=utf-8",
        "/page.js,text/javascript; charset=utf-8",
        "/icon.svg,image/svg+xml"
    })
    void answersWithThePageAndItsParts(String path, String type) throws Exception {
        Response response = page.handle(Request.get(path));

        assertEquals(Status.OK, response.status());
        assertEquals(Optional.of(type), response.header("Content-Type"));
        assertEquals(Optional.of("nosniff"), response.header("X-Content-Type-Options"));
        assertTrue(response.header("Content-Security-Policy").orElseThrow().contains("script-src 'self';"));
    }

    @Test
    void everythingThePageRefersToIsThere() throws Exception {
        String html = InMemory.text(page.handle(Request.get("/")));
        for (MatchResult match : Pattern.compile("(?:href|src)=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .filter(match -> !Set.of("/todos", "/api").contains(match.group(1)))
                .toList()) {
            assertEquals(Status.OK, page.handle(Request.get(match.group(1))).status(), match.group(1));
        }
    }

    @Test
    void holdsNothingThatItsPolicyForbids() throws Exception {
        String html = InMemory.text(page.handle(Request.get("/")));
        assertFalse(Pattern.compile("<style|<script>| style=| on[a-z]+=")
                .matcher(html)
                .find());
    }

    @Test
    void answersHead() throws Exception {
        assertEquals(Status.OK, page.handle(Request.of(Method.HEAD, "/")).status());
    }

    @Test
    void answersOtherMethodsWithWhatIsAllowed() throws Exception {
        Response response = page.handle(Request.of(Method.DELETE, "/"));
        assertEquals(Status.METHOD_NOT_ALLOWED, response.status());
        assertEquals(Optional.of("GET, HEAD, OPTIONS"), response.header("Allow"));
    }

    @Test
    void forbidsEverythingElsewhere() throws Exception {
        Response response = page.handle(Request.get("/nowhere"));
        assertTrue(response.header("Content-Security-Policy").orElseThrow().startsWith("default-src 'none';"));
    }
}
