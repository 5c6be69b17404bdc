package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.Limits;
import dev.weir.config.Timeouts;
import dev.weir.controllers.Controllers;
import dev.weir.openapi.OpenApi;
import dev.weir.routing.Route;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Holds what the README shows against the project. */
final class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path classes;

    @Test
    void everyJavaSnippetCompiles() throws IOException {
        List<String> snippets = blocks("java");
        assertEquals(
                Files.readAllLines(ROOT.resolve("README.md")).stream()
                        .filter(line -> line.strip().equals("```java"))
                        .count(),
                snippets.size(),
                "Java snippets in the README");
        assertFalse(snippets.isEmpty());
        for (String snippet : snippets) {
            assertEquals(List.of(), errorsOf(snippet), snippet);
        }
    }

    @Test
    void everyControllerInASnippetCanStartAndBeDescribed() throws Exception {
        int count = 0;
        for (String snippet : blocks("java")) {
            if (!snippet.contains("@Controller")) {
                continue;
            }
            assertEquals(List.of(), errorsOf(snippet), snippet);
            try (URLClassLoader loader = new URLClassLoader(
                    new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
                Object controller = loader.loadClass(firstMatch("public class (\\w+)", snippet))
                        .getConstructor()
                        .newInstance();
                List<Route> routes = Controllers.of(controller);
                assertFalse(routes.isEmpty(), snippet);
                assertEquals(
                        List.of(),
                        new OpenAPIV3Parser()
                                .readContents(OpenApi.of(routes).toJson())
                                .getMessages(),
                        snippet);
            }
            count++;
        }
        assertTrue(count > 5, "controllers in snippets: " + count);
    }

    @Test
    void theTestsOfASnippetSucceed() throws Exception {
        List<String> tests =
                blocks("java").stream().filter(text -> text.contains("@Test")).toList();
        assertEquals(1, tests.size());
        assertEquals(List.of(), errorsOf(tests.get(0)));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> test = loader.loadClass(firstMatch("public class (\\w+)", tests.get(0)));
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(test))
                                    .build(),
                            listener);
            assertEquals(
                    List.of(),
                    listener.getSummary().getFailures().stream()
                            .map(TestExecutionSummary.Failure::getException)
                            .toList());
            assertEquals(2, listener.getSummary().getTestsSucceededCount());
        }
    }

    @Test
    void theFirstExampleHasTwelveLines() throws IOException {
        assertEquals(12, blocks("java").get(0).strip().lines().count());
    }

    @Test
    void theDependencyIsTheVersionThatIsBuilt() throws IOException {
        String version = firstMatch("<version>([^<]+)</version>", Files.readString(ROOT.resolve("pom.xml")));
        assertEquals(
                version, firstMatch("<version>([^<]+)</version>", blocks("xml").get(0)));
    }

    @Test
    void theTestCommandIsWhatContinuousIntegrationRuns() throws IOException {
        assertEquals("mvn verify", blocks("sh").get(1).strip());
        assertTrue(Files.readString(ROOT.resolve(".ci/run")).contains("mvn -B -ntp clean verify"));
    }

    @Test
    void everyPackageOfTheMapExists() throws IOException {
        Matcher rows = Pattern.compile("(?m)^\\| `(dev\\.weir[a-z0-9.]*)`").matcher(readme());
        int count = 0;
        while (rows.find()) {
            Path source = ROOT.resolve("server-core/src/main/java")
                    .resolve(rows.group(1).replace('.', '/'))
                    .resolve("package-info.java");
            assertTrue(Files.exists(source), rows.group(1));
            count++;
        }
        assertTrue(count > 5, "rows in the map of packages");
    }

    @Test
    void theLimitsAreTheDefaults() throws IOException {
        Limits limits = Limits.defaults();
        Timeouts timeouts = Timeouts.defaults();
        for (String row : List.of(
                "| request line | " + limits.requestLine() + " octets |",
                "| field section | " + limits.fieldSection() + " octets, " + limits.fieldLines() + " lines |",
                "| content | " + limits.content() + " octets, or what a route allows |",
                "| whole head | " + timeouts.head().toSeconds() + " s |",
                "| pace of content and response | " + timeouts.minimumRate() + " octets/s after "
                        + timeouts.minimumRateGrace().toSeconds() + " s, no pause over "
                        + timeouts.idle().toSeconds() + " s |",
                "| idle connection | " + timeouts.keepAlive().toSeconds() + " s |",
                "| PROXY header, where expected | " + timeouts.handshake().toSeconds() + " s, 4096 octets |",
                "| connections | " + limits.connections() + " |",
                "| requests in progress | " + limits.requestsInProgress() + ", and " + limits.requestsWaiting()
                        + " waiting for " + limits.longestWait().toSeconds() + " s |")) {
            assertTrue(readme().contains(row), row);
        }
    }

    private List<String> errorsOf(String source) {
        String name = firstMatch("public class (\\w+)", source) + ".java";
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("-parameters", "-classpath", System.getProperty("java.class.path"), "-d", classes.toString());
        ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, options, null, List.of(file))
                .call();
        List<String> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : found.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                errors.add(diagnostic.toString());
            }
        }
        return errors;
    }

    /** What stands between the fences for that language, in the README's order. */
    static List<String> blocks(String language) throws IOException {
        Matcher fences =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```").matcher(readme());
        List<String> blocks = new ArrayList<>();
        while (fences.find()) {
            blocks.add(fences.group(1));
        }
        return blocks;
    }

    private static String firstMatch(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertTrue(matcher.find(), regex);
        return matcher.group(1);
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
