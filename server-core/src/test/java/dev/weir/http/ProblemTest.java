package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
    @Test
    void statusAloneSaysTypeAndTitle() {
        Problem problem = Problem.of(Status.NOT_FOUND);
        assertEquals("about:blank", problem.type());
        assertEquals("Not Found", problem.title());
        assertEquals(Status.NOT_FOUND, problem.status());
        assertEquals(Optional.empty(), problem.detail());
        assertEquals(Optional.empty(), problem.instance());
        assertEquals(Map.of(), problem.extensions());
    }

    @Test
    void statusWithoutPhraseIsTitledWithItsCode() {
        assertEquals("Status 499", Problem.of(Status.of(499)).title());
    }

    // The example of RFC 9457 section 3.
    @Test
    void writesTheExampleOfTheRfc() {
        Problem problem = Problem.of(Status.FORBIDDEN, "Your current balance is 30, but that costs 50.")
                .with("balance", 30)
                .with("accounts", List.of("/account/12345", "/account/67890"))
                .withInstance("/account/12345/msgs/abc")
                .withTitle("You do not have enough credit.")
                .withType("https://example.com/probs/out-of-credit");
        assertEquals(
                "{\"type\":\"https://example.com/probs/out-of-credit\","
                        + "\"title\":\"You do not have enough credit.\","
                        + "\"status\":403,"
                        + "\"detail\":\"Your current balance is 30, but that costs 50.\","
                        + "\"instance\":\"/account/12345/msgs/abc\","
                        + "\"balance\":30,"
                        + "\"accounts\":[\"/account/12345\",\"/account/67890\"]}",
                problem.toJson());
    }

    @Test
    void leavesOutWhatIsNotSet() {
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404}",
                Problem.of(Status.NOT_FOUND).toJson());
    }

    @Test
    void jsonIsHarmlessAsHtml() {
        String json = Problem.of(Status.BAD_REQUEST, "</script><img src=x onerror='a()'>&amp;")
                .with("<b>", "<i>")
                .toJson();
        assertFalse(json.contains("<"), json);
        assertFalse(json.contains(">"), json);
        assertFalse(json.contains("&"), json);
    }

    @Test
    void withLeavesTheOriginalAsItWas() {
        Problem problem = Problem.of(Status.NOT_FOUND);
        problem.withDetail("a").withTitle("b").withType("c").withInstance("d").with("e", "f");
        assertEquals(Problem.of(Status.NOT_FOUND), problem);
    }

    @Test
    void extensionsKeepTheirOrderAndCanBeReplaced() {
        Problem problem = Problem.of(Status.NOT_FOUND).with("z", 1).with("a", 2).with("z", 3);
        assertEquals(List.of("z", "a"), List.copyOf(problem.extensions().keySet()));
        assertEquals(3, problem.extensions().get("z"));
    }

    @Test
    void extensionsAreCopiedAndCannotBeChanged() {
        List<String> list = new ArrayList<>(List.of("a"));
        Problem problem = Problem.of(Status.NOT_FOUND).with("list", list);
        list.add("b");
        assertEquals(Map.of("list", List.of("a")), problem.extensions());
        assertThrows(
                UnsupportedOperationException.class, () -> problem.extensions().put("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "type", "title", "status", "detail", "instance"})
    void refusesStandardMembersAsExtensions(String name) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Problem.of(Status.NOT_FOUND)
                .with(name, "a"));
        assertTrue(e.getMessage().startsWith("extension member: \"" + name + "\" (expected: "), e.getMessage());
    }

    @Test
    void refusesExtensionsThatJsonCannotWrite() {
        Problem problem = Problem.of(Status.NOT_FOUND);
        assertThrows(IllegalArgumentException.class, () -> problem.with("a", new Object()));
        assertThrows(IllegalArgumentException.class, () -> problem.with("a", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "http://[", "%", "a\nb", "<a>"})
    void refusesTypesAndInstancesThatAreNoUriReferences(String text) {
        Problem problem = Problem.of(Status.NOT_FOUND);
        assertThrows(IllegalArgumentException.class, () -> problem.withType(text));
        assertThrows(IllegalArgumentException.class, () -> problem.withInstance(text));
    }

    @Test
    void takesRelativeReferencesAndUrns() {
        assertEquals(
                "../a?b#c", Problem.of(Status.NOT_FOUND).withType("../a?b#c").type());
        assertEquals(
                Optional.of("urn:uuid:c0ffee00-0000-0000-0000-000000000000"),
                Problem.of(Status.NOT_FOUND)
                        .withInstance("urn:uuid:c0ffee00-0000-0000-0000-000000000000")
                        .instance());
    }

    @Test
    void htmlIsACompletePage() {
        String html = Problem.of(Status.NOT_FOUND, "There is no such book.").toHtml();
        assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n"), html);
        assertTrue(html.contains("<meta charset=\"utf-8\">"), html);
        assertTrue(html.contains("<title>Not Found</title>"), html);
        assertTrue(html.contains("<p class=\"status\">404</p>"), html);
        assertTrue(html.contains("<h1>Not Found</h1>\n<p>There is no such book.</p>\n</main>"), html);
        assertTrue(html.contains("color-scheme: light dark"), html);
        assertTrue(html.endsWith("</html>\n"), html);
    }

    @Test
    void htmlNeedsNeitherScriptNorOtherFiles() {
        String html = Problem.of(Status.NOT_FOUND, "a").toHtml();
        for (String forbidden : List.of("<script", "src=", "href=", "url(", "@import", "http:", "https:")) {
            assertFalse(html.contains(forbidden), forbidden);
        }
    }

    @Test
    void htmlLeavesOutMissingDetail() {
        assertTrue(Problem.of(Status.NOT_FOUND).toHtml().contains("<h1>Not Found</h1>\n</main>"));
    }

    @Test
    void htmlEscapesTitleAndDetail() {
        String html = Problem.of(
                        Status.NOT_FOUND, "<img src=x onerror=\"a('b')\">&\u0000\u0085\uD800 \uD83D\uDE00 %s %1$s")
                .withTitle("</title><script>")
                .toHtml();
        assertTrue(html.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"), html);
        assertTrue(html.contains("<h1>&lt;/title&gt;&lt;script&gt;</h1>"), html);
        assertTrue(
                html.contains("<p>&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;"
                        + "\uFFFD\uFFFD\uFFFD \uD83D\uDE00 %s %1$s</p>"),
                html);
    }

    @Test
    void htmlDoesNotDependOnTheDefaultLocale() {
        String expected = Problem.of(Status.NOT_FOUND).toHtml();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, Problem.of(Status.NOT_FOUND).toHtml());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void problemsThatSayTheSameAreEqual() {
        Problem problem = Problem.of(Status.NOT_FOUND, "a").with("b", 1);
        assertEquals(problem, Problem.of(Status.NOT_FOUND).with("b", 1).withDetail("a"));
        assertEquals(
                problem.hashCode(),
                Problem.of(Status.NOT_FOUND).with("b", 1).withDetail("a").hashCode());
        assertNotEquals(problem, problem.with("b", 2));
        assertNotEquals(problem, problem.withDetail("c"));
        assertNotEquals(Problem.of(Status.of(498)), Problem.of(Status.of(499)));
        assertEquals(problem.toJson(), problem.toString());
    }
}
