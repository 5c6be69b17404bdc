package dev.weir.sample;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A short life of the application that shows the JVM which classes a start needs and uses, for an archive of them.
 *
 * <p>It goes the way of any other start, with the same kind of database, but on a free port and in a temporary directory,
 * and it asks itself for everything that there is. Answers are checked: an archive from a run that failed would be a bad one.
 */
final class TrainingRun {

    private static final int PATIENCE_MILLIS = 30_000;

    /** Each to-do and file is there when it is asked for: the database is new, so the first to-do is number 1. */
    private static final List<Step> STEPS = List.of(
            new Step("GET", "/", "", 200),
            new Step("GET", "/page.css", "", 200),
            new Step("GET", "/page.js", "", 200),
            new Step("GET", "/icon.svg", "", 200),
            new Step("GET", "/openapi.json", "", 200),
            new Step("GET", "/api", "", 200),
            new Step("GET", "/todos", "", 200),
            new Step("POST", "/todos", "{\"title\":\"train\"}", 201),
            new Step("GET", "/todos/1", "", 200),
            new Step("PATCH", "/todos/1", "{\"completed\":true,\"order\":2}", 200),
            new Step("GET", "/todos?completed=true", "", 200),
            new Step("DELETE", "/todos/1", "", 204),
            new Step("GET", "/todos/1", "", 404),
            new Step("POST", "/todos", "{\"title\":\" \"}", 422),
            new Step("POST", "/todos", "{\"title\"", 400),
            new Step("OPTIONS", "/todos", "", 204),
            new Step("PUT", "/preferences", "{\"hidesDone\":true}", 204),
            new Step("GET", "/preferences", "", 200),
            new Step("GET", "/nowhere", "", 404),
            new Step("GET", "/user-agent", "", 200),
            new Step("GET", "/echo/train", "", 200),
            new Step("POST", "/echo", "{}", 200),
            new Step("POST", "/files/train", "{}", 201),
            new Step("PUT", "/files/train", "{}", 204),
            new Step("GET", "/files/train", "", 200));

    private TrainingRun() {}

    private record Step(String method, String target, String content, int status) {

        /** As browsers write it, but for the connection, which ends with the response: that is how its end is found. */
        byte[] request() {
            return (method + " " + target + " HTTP/1.1\r\n"
                            + "Host: localhost\r\n"
                            + "User-Agent: training\r\n"
                            + "Accept: */*\r\n"
                            + "Accept-Encoding: gzip\r\n"
                            + "Content-Type: application/json\r\n"
                            + "Content-Length: " + content.length() + "\r\n"
                            + "Connection: close\r\n\r\n"
                            + content)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Starts the application, asks it for everything and stops it; nothing is left of it then. */
    static void run() throws UsageException, IOException, SQLException {
        Path directory = Files.createTempDirectory("weir-sample");
        try {
            Options options = Options.parse(
                    "--port=0",
                    "--directory=" + directory.resolve("files"),
                    "--database=jdbc:h2:" + directory.resolve("todos"));
            try (SampleApp app = SampleApp.serve(options)) {
                URI url = URI.create(app.url());
                for (Step step : STEPS) {
                    take(step, url);
                }
            }
        } finally {
            remove(directory);
        }
    }

    private static void take(Step step, URI url) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(step.request());
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!response.startsWith("HTTP/1.1 " + step.status + " ")) {
                throw new IOException(step.method + " " + step.target + " was answered with \""
                        + response.lines().findFirst().orElse("") + "\" (expected: " + step.status + ")");
            }
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
