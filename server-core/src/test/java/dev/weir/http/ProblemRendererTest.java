package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemRendererTest {

    private static final Problem PROBLEM = Problem.of(Status.NOT_FOUND, "<b>\"No\" & 'never'</b>");

    private static Response rendered(String accept) {
        return ProblemRenderer.DEFAULT.render(Request.get("/").withHeader("Accept", accept), PROBLEM);
    }

    private static String page() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        rendered("text/html").content().writeTo(ContentOutput.to(octets));
        return octets.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/HTML",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/html, application/json;q=0.9",
                "application/problem+json;q=0.1, text/html;q=0.2"
            })
    void sendsAPageToWhoPrefersHtml(String accept) {
        assertEquals("text", rendered(accept).contentType().orElseThrow().type());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/*",
                "application/json",
                "application/problem+json",
                "text/html, application/json",
                "text/html;q=0.5, application/problem+json",
                "text/html;q=0",
                "image/png",
                ",;q="
            })
    void sendsJsonToAllOthers(String accept) {
        assertEquals("application", rendered(accept).contentType().orElseThrow().type());
    }

    @Test
    void sendsJsonWithoutAccept() {
        assertEquals(
                MediaType.APPLICATION_PROBLEM_JSON,
                ProblemRenderer.DEFAULT
                        .render(Request.get("/"), PROBLEM)
                        .contentType()
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json"})
    void keepsTheStatus(String accept) {
        assertEquals(Status.NOT_FOUND, rendered(accept).status());
    }

    @Test
    void escapesTheDetailInAPage() throws IOException {
        assertTrue(page().contains("&lt;b&gt;&quot;No&quot; &amp; &#39;never&#39;&lt;/b&gt;"));
    }

    @Test
    void leavesNoMarkupOfADetailInAPage() throws IOException {
        assertFalse(page().contains("<b>"));
    }
}
