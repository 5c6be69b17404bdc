package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.controllers.Controllers;
import dev.weir.controllers.InvalidControllersException;
import dev.weir.http.Method;
import dev.weir.openapi.OpenApi;
import dev.weir.routing.Route;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestRequest;
import dev.weir.testing.TestResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Compiles what the README shows in Java, starts it, and holds it to what is said there. */
final class ReadmeExamplesTest {

    @TempDir
    Path classes;

    @Test
    void everyJavaSnippetCompiles() throws IOException {
        List<String> snippets = ReadmeTest.blocks("java");
        assertEquals(
                Files.readAllLines(ReadmeTest.ROOT.resolve("README.md")).stream()
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
        for (String snippet : ReadmeTest.blocks("java")) {
            if (!snippet.contains("@Controller")) {
                continue;
            }
            try (Example example = new Example(snippet)) {
                assertFalse(example.routes().isEmpty(), snippet);
                assertEquals(
                        List.of(),
                        new OpenAPIV3Parser()
                                .readContents(OpenApi.of(example.routes()).toJson())
                                .getMessages(),
                        snippet);
            }
            count++;
        }
        assertTrue(count > 10, "controllers in snippets: " + count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "NoteController   | GET /notes/abc | | 400 not-a-number",
                "NoteController   | GET /notes/1 | | 404",
                "NoteController   | POST /notes | {'text':'a'} | 201 'text':'a'",
                "ParkController   | PUT /parks/1 | {'name':'Zoo','trees':[]} | 204",
                "ParkController   | GET /parks/1 | | 404",
                "ParkController   | GET /parks/near/52.5,13.4?tree=oak&tree=elm | | 200 nobody looks for 2 trees around"
                        + " Place[north=52.5, east=13.4], theme light",
                "ParkController   | GET /parks/around/here | | 400 malformed",
                "BookController   | GET /books?title=moby+dick&ids=1,2&page=3 | | 200 ids=[1, 2], page=Page[page=3, size=20]",
                "PriceController  | GET /prices | | 200 [{'item':'tea'",
                "StreamController | GET /squares?count=3 | | 200 {'root':2,'square':4}]",
                "OrderController  | GET /orders?page=0 | | 422",
                "OrderController  | POST /orders | {'customer':'a@b.c','lines':[{'item':'x','quantity':0}]} | 422"
                        + " '#/lines/0/quantity'",
                "JobController    | GET /jobs/1 | | 200 {'result':'tidy'}",
                "JobController    | GET /jobs/2 | | 202 {'before':3}",
                "JobController    | PATCH /jobs/1 | {'due':null} | 200 {'title':'tidy up','due':null}",
                "JobController    | PATCH /jobs/1 | {} | 200 {'title':'tidy up','due':'2026-03-01'}",
                "JobController    | GET /jobs/1/result | | 200 tidy",
                "JobController    | GET /jobs/1/input | | 200",
                "JobController    | GET /jobs/1/log | | 200 <project",
                "ReportController | POST /reports | '' | 403 X-Key is missing.",
                "AccountController | POST /accounts/1/withdrawals/101 | '' | 409 'reason':'overdrawn'",
                "AccountController | POST /accounts/1/withdrawals/51 | '' | 503 try again later",
                "Exchange         | GET /rates/eur | | 200 1",
                "Exchange         | GET /rates/nothing | | 400 not a valid value",
            })
    void examplesAnswerAsTheySay(String name, String request, String json, String answer) throws Exception {
        String[] start = request.split(" ");
        String[] expected = answer.replace('\'', '"').split(" ", 2);
        String snippet = ReadmeTest.blocks("java").stream()
                .filter(text -> text.contains("public class " + name + " "))
                .findFirst()
                .orElseThrow();
        try (Example example = new Example(snippet);
                TestClient client = TestClient.inMemory(HttpServer.builder().routes(example.routes()))) {
            TestRequest asked = client.request(Method.of(start[0]), start[1]);
            TestResponse response = (json == null ? asked : asked.jsonText(json.replace('\'', '"'))).send();
            assertEquals(expected[0], String.valueOf(response.status().code()), response.text());
            assertTrue(expected.length == 1 || response.text().contains(expected[1]), response.text());
        }
    }

    @Test
    void theReportOfFaultsIsWhatIsShown() throws Exception {
        String source = """
                package com.acme;
                import dev.weir.annotations.*;
                @Controller("/users")
                public class UserController {
                    @Get("/{id}") String byId(long id) { return ""; }
                    @Get("/{name}") String byName(String name) { return ""; }
                    @Get("/{userId}/orders") String orders(@QueryParam int page) { return ""; }
                }
                """;
        InvalidControllersException refusal =
                assertThrows(InvalidControllersException.class, () -> new Example(source).close());
        assertEquals(
                refusal.getMessage().strip(), ReadmeTest.blocks("text").get(0).strip());
    }

    /** A snippet with a controller, compiled and loaded. */
    private final class Example implements AutoCloseable {

        private final URLClassLoader loader;
        private final List<Route> routes;

        Example(String snippet) throws Exception {
            assertEquals(List.of(), errorsOf(snippet), snippet);
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            loader = new URLClassLoader(
                    new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
            thread.setContextClassLoader(loader);
            try {
                Class<?> type = loader.loadClass(className(snippet));
                routes = snippet.contains("List<Route> routes()") ? own(type) : Controllers.of(made(type));
            } finally {
                thread.setContextClassLoader(before);
            }
        }

        @SuppressWarnings("unchecked") // as the snippet has it
        private List<Route> own(Class<?> type) throws ReflectiveOperationException {
            java.lang.reflect.Method method = type.getDeclaredMethod("routes");
            method.setAccessible(true);
            return (List<Route>) method.invoke(null);
        }

        private Object made(Class<?> type) throws ReflectiveOperationException {
            return type.getConstructor().newInstance();
        }

        List<Route> routes() {
            return routes;
        }

        @Override
        public void close() throws IOException {
            loader.close();
        }
    }

    private static String className(String snippet) {
        String name = ReadmeTest.firstMatch("public class (\\w+)", snippet);
        return snippet.startsWith("package ")
                ? ReadmeTest.firstMatch("package ([\\w.]+);", snippet) + "." + name
                : name;
    }

    @Test
    void theTestsOfASnippetSucceed() throws Exception {
        List<String> tests = ReadmeTest.blocks("java").stream()
                .filter(text -> text.contains("@Test"))
                .toList();
        assertEquals(1, tests.size());
        assertEquals(List.of(), errorsOf(tests.get(0)));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> test = loader.loadClass(ReadmeTest.firstMatch("public class (\\w+)", tests.get(0)));
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

    private List<String> errorsOf(String source) {
        String name = ReadmeTest.firstMatch("public class (\\w+)", source) + ".java";
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
}
