package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.sample.SampleProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's commands for a faster start make an archive of classes, and the application starts from it. */
class ClassArchiveIT {

    private static final String JAR = "sample-app/target/sample-app.jar";

    /** One class of each part that a first answer takes: of the application, of both libraries, and of others. */
    private static final List<String> CLASSES = List.of(
            "dev.weir.sample.SampleApp",
            "dev.weir.sample.TodoController",
            "dev.weir.HttpServer",
            "dev.weir.internal.http1.Http1Connection",
            "dev.weir.controllers.Controllers",
            "tools.jackson.databind.json.JsonMapper",
            "com.zaxxer.hikari.HikariDataSource",
            "org.h2.Driver");

    @TempDir
    Path folder;

    /** For temporary files of a training run, which is to leave none. */
    private Path temporary;

    @BeforeEach
    void copyJar() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        Files.createDirectories(folder.resolve(JAR).getParent());
        Files.copy(SampleProcess.jar(), folder.resolve(JAR));
    }

    /** The two commands for class-data sharing, and on JDK 25 those for its cache too: what makes it, what uses it. */
    static List<List<String>> commands() throws IOException {
        List<List<String>> commands = ReadmeTest.blocks("sh").stream()
                .filter(block -> block.contains("--training-run"))
                .map(block -> block.lines().toList())
                .toList();
        assertEquals(List.of(2, 2), commands.stream().map(List::size).toList(), "commands in the README");
        return Runtime.version().feature() < 25
                ? commands.stream().filter(pair -> !isCache(pair.get(1))).toList()
                : commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void startsFromTheArchiveThatATrainingRunMade(List<String> commands) throws Exception {
        Ended training = SampleProcess.runAs(folder, words(commands.get(0), "-Djava.io.tmpdir=" + temporary));
        assertEquals(0, training.exitCode(), training.errors());

        // With either of these the JVM does not start if it cannot use the archive.
        String strict = isCache(commands.get(1)) ? "-XX:AOTMode=on" : "-Xshare:on";
        List<String> start = words(commands.get(1), strict, "-Xlog:class+load:file=classes.txt");
        start.addAll(List.of("--port", "0"));
        try (SampleProcess app = SampleProcess.startAs(folder, start);
                RawClient client = app.connect()) {
            assertEquals(200, client.get("/").status());
            assertEquals(200, client.get("/todos").status());
        }
        List<String> loaded = Files.readAllLines(folder.resolve("classes.txt"));
        for (String name : CLASSES) {
            assertEquals(List.of(true), areShared(loaded, name), name);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aTrainingRunLeavesTheArchiveAndNothingElse(List<String> commands) throws Exception {
        Ended training = SampleProcess.runAs(folder, words(commands.get(0), "-Djava.io.tmpdir=" + temporary));

        assertEquals(0, training.exitCode(), training.errors());
        String archive = isCache(commands.get(1)) ? "sample-app.aot" : "sample-app.jsa";
        assertEquals(List.of("sample-app.jar", archive).stream().sorted().toList(), files());
        assertFalse(training.output().contains("Cannot"), training.output());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theStrictStartOfTheseTestsFailsWithoutAnArchive(List<String> commands) throws Exception {
        String strict = isCache(commands.get(1)) ? "-XX:AOTMode=on" : "-Xshare:on";
        Ended start = SampleProcess.runAs(folder, words(commands.get(1), strict));

        assertTrue(start.exitCode() != 0, start.output());
        assertFalse(start.output().contains("Listening"), start.output());
    }

    private static boolean isCache(String command) {
        return command.contains("-XX:AOTCache");
    }

    /** The command for the JDK that runs the tests, with these JVM options added. */
    private static List<String> words(String command, String... jvmOptions) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        assertEquals("java", words.get(0));
        words.set(0, SampleProcess.java());
        words.addAll(1, List.of(jvmOptions));
        return words;
    }

    /** For each time that a class of this name was loaded whether it came from an archive. */
    private static List<Boolean> areShared(List<String> loaded, String name) {
        return loaded.stream()
                .filter(line -> line.contains(" " + name + " source: "))
                .map(line -> line.contains(" source: shared objects file"))
                .toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
