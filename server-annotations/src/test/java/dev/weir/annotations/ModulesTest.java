package dev.weir.annotations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.controllers.Controllers;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An application that is a module, compiled and run on a module path without JUnit. */
@Timeout(120)
class ModulesTest {

    private static final String APPLICATION = """
            package example.app;

            import dev.weir.HttpServer;
            import dev.weir.annotations.Controller;
            import dev.weir.annotations.Get;
            import dev.weir.controllers.Controllers;
            import dev.weir.testing.TestClient;

            @Controller
            public class Application {

                record Greeting(String text) {}

                @Get("/hello")
                Greeting hello() {
                    return new Greeting("hello");
                }

                public static void main(String[] args) {
                    HttpServer server = HttpServer.builder().routes(Controllers.of(new Application())).startInMemory();
                    try (server) {
                        System.out.println(TestClient.of(server).get("/hello").send().json(Greeting.class));
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    private String runOpening(String opens) throws Exception {
        Path module = Files.writeString(
                folder.resolve("module-info.java"),
                "module example.app { requires dev.weir.annotations; opens example.app" + opens + "; }");
        Path source = Files.writeString(folder.resolve("Application.java"), APPLICATION);
        Path classes = folder.resolve("classes");
        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--module-path",
                        modulePath(),
                        "-Xlint:all",
                        "-Werror",
                        "-d",
                        classes.toString(),
                        module.toString(),
                        source.toString());
        assertEquals(0, result);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        classes + File.pathSeparator + modulePath(),
                        "--module",
                        "example.app/example.app.Application")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return output;
    }

    private static String modulePath() {
        return Stream.of(
                        Controllers.class.getName(),
                        HttpServer.class.getName(),
                        "io.github.classgraph.ClassGraph",
                        "tools.jackson.databind.json.JsonMapper",
                        "tools.jackson.core.JsonParser",
                        "com.fasterxml.jackson.annotation.JsonProperty")
                .map(ModulesTest::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(String type) {
        try {
            return Path.of(Class.forName(type)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void runsWithAllThatItOpens() throws Exception {
        assertEquals("Greeting[text=hello]", runOpening("").strip());
    }

    @Test
    void isToldWhatItHasToOpenToJackson() throws Exception {
        String output = runOpening(" to dev.weir.annotations");
        assertTrue(output.contains("module example.app does not open example.app to tools.jackson.databind"), output);
    }
}
