package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The runnable jar as a child process, on a free port; what it prints to stderr is kept in a file. */
final class SampleProcess implements AutoCloseable {

    private static final long PATIENCE = 60;

    private final Process process;
    private final URI url;
    private final Path log;

    private SampleProcess(Process process, URI url, Path log) {
        this.process = process;
        this.url = url;
        this.log = log;
    }

    /** Starts it in that folder, in which it makes its files and its database. */
    static SampleProcess start(Path folder, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--port", "0"));
        Collections.addAll(arguments, options);
        return startAs(folder, command(arguments));
    }

    /** Starts it with that command in that folder. */
    static SampleProcess startAs(Path folder, List<String> command) throws IOException {
        Path log = folder.resolve("stderr.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = output.readLine();
            if (line == null || !line.startsWith("Listening on http://")) {
                throw new IOException("printed \"" + line + "\", and to stderr: " + Files.readString(log));
            }
            return new SampleProcess(process, URI.create(line.substring("Listening on ".length())), log);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** A run that is to end by itself. */
    record Ended(int exitCode, String output, String errors) {}

    static Ended run(Path folder, String... options) throws IOException, InterruptedException {
        return runAs(folder, command(List.of(options)));
    }

    /** Runs that command in that folder. */
    static Ended runAs(Path folder, List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("stderr", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS), "still runs, printed " + output);
            return new Ended(process.exitValue(), output, Files.readString(errors));
        } finally {
            process.destroyForcibly();
            Files.delete(errors);
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx256m", "-jar", jar().toString()));
        command.addAll(arguments);
        return command;
    }

    /** The launcher of the JDK that runs the tests. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Path jar() {
        return Path.of(System.getProperty("weir.sample.jar", "target/sample-app.jar"))
                .toAbsolutePath();
    }

    URI url() {
        return url;
    }

    URI url(String path) {
        return url.resolve(path);
    }

    int port() {
        return url.getPort();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    RawClient connect() throws IOException {
        return new RawClient(port());
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Ends it, and fails if it has logged anything above INFO. */
    void endWithoutComplaints() throws IOException {
        try {
            assertEquals(List.of(), complaints());
        } finally {
            kill();
        }
    }

    /** Lines of the log that are above INFO or belong to a stack trace. */
    List<String> complaints() throws IOException {
        try (Stream<String> lines = log().lines()) {
            return lines.filter(line -> !line.matches("\\S+ \\S+ (INFO|CONFIG|FINE\\S*) .*") && !line.isBlank())
                    .toList();
        }
    }

    /** Ends it as an operator would, with SIGTERM where there is such a thing; returns the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS), "does not stop");
        return process.exitValue();
    }

    /** Ends it without letting it do anything more. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
