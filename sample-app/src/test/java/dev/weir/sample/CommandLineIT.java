package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.sample.SampleProcess.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process around the server: options, start, end, and what outlives it. */
class CommandLineIT {

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void printsHelp() throws Exception {
        assertEquals(new Ended(0, Options.HELP, ""), SampleProcess.run(folder, "--help"));
    }

    @Test
    void printsAllRoutesAndStartsNothing() throws Exception {
        Ended ended = SampleProcess.run(folder, "--routes");

        assertEquals(0, ended.exitCode(), ended.errors());
        assertEquals(
                "METHOD PATH TAKES MAKES HANDLER SOURCE",
                ended.output().lines().findFirst().orElseThrow().replaceAll(" +", " "));
        for (String route : List.of(
                "GET / PageController\\.\\S+ PageController\\.java:\\d+",
                "GET /todos application/json TodoController\\..+ TodoController\\.java:\\d+",
                "POST /todos application/json application/json TodoController\\..+ TodoController\\.java:\\d+",
                "POST /files/\\{name\\} FileController\\..+ FileController\\.java:\\d+")) {
            assertTrue(
                    ended.output()
                            .lines()
                            .map(line -> line.replaceAll(" +", " "))
                            .anyMatch(line -> line.matches(route)),
                    route + " in\n" + ended.output());
        }
        assertFalse(Files.exists(folder.resolve("weir-sample")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port 65536", "--colour blue", "--directory", "--database nonsense"})
    void refusesAWrongOptionInOneLineWithExitCode2(String arguments) throws Exception {
        Ended ended = SampleProcess.run(folder, arguments.split(" "));

        assertEquals(2, ended.exitCode());
        assertEquals("", ended.output());
        assertEquals(1, ended.errors().lines().count(), ended.errors());
        assertTrue(ended.errors().contains("(expected: "), ended.errors());
    }

    @Test
    void saysInOneLineThatThePortIsInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            String port = String.valueOf(other.getLocalPort());
            Ended ended = SampleProcess.run(folder, "--port", port);

            assertEquals(1, ended.exitCode());
            List<String> complaints = ended.errors()
                    .lines()
                    .filter(line -> line.startsWith("Cannot start: ") && line.contains(":" + port))
                    .toList();
            assertEquals(1, complaints.size(), ended.errors());
        }
    }

    @Test
    void isFoundWhereATrustedProxyHasIt() throws Exception {
        String loopback = "127.0.0.0/8,::1";
        for (String[] options : new String[][] {{"--proxies", loopback}, {}}) {
            try (SampleProcess app = SampleProcess.start(folder, options)) {
                HttpRequest request = HttpRequest.newBuilder(app.url("/todos"))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", "192.0.2.1")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "todo.example")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"find me\"}"))
                        .build();
                String todo =
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                String place =
                        options.length > 0 ? "https://todo.example/" : app.url().toString();
                assertTrue(todo.contains("\"url\":\"" + place + "todos/"), todo);
            }
        }
    }

    @Test
    void tellsThatItIsWell() throws Exception {
        try (SampleProcess app = SampleProcess.start(folder)) {
            HttpRequest request = HttpRequest.newBuilder(app.url("/health")).build();
            assertEquals(
                    200,
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }

    @Test
    void makesItsFilesInTheWorkingDirectoryByDefault() throws Exception {
        try (SampleProcess app = SampleProcess.start(folder)) {
            assertTrue(app.handle().isAlive());
            assertTrue(Files.isDirectory(folder.resolve("weir-sample/files")));
            assertTrue(Files.exists(folder.resolve("weir-sample/todos.mv.db")));
        }
    }

    @Test
    void aTrainingRunEndsByItselfAndMakesNothingInTheWorkingDirectory() throws Exception {
        Ended ended = SampleProcess.run(folder, "--training-run");

        assertEquals(0, ended.exitCode(), ended.errors());
        assertTrue(ended.output().startsWith("Listening on http://"), ended.output());
        try (Stream<Path> made = Files.list(folder)) {
            assertEquals(List.of(), made.toList());
        }
    }

    @Test
    void keepsToDosAndFilesOverARestart() throws Exception {
        try (SampleProcess app = SampleProcess.start(folder)) {
            post(app.url("/todos"), "{\"title\":\"survive\"}");
            post(app.url("/files/kept"), "octets");
            app.stop();
            assertEquals(List.of(), app.complaints());
        }
        try (SampleProcess app = SampleProcess.start(folder)) {
            assertTrue(get(app.url("/todos")).contains("\"survive\""));
            assertEquals("octets", get(app.url("/files/kept")));
        }
    }

    @Test
    void keepsToDosThatWereAnsweredEvenIfItIsKilled() throws Exception {
        try (SampleProcess app = SampleProcess.start(folder)) {
            post(app.url("/todos"), "{\"title\":\"survive\"}");
            app.kill();
        }
        try (SampleProcess app = SampleProcess.start(folder)) {
            assertTrue(get(app.url("/todos")).contains("\"survive\""));
        }
    }

    @Test
    void finishesARequestInProgressBeforeItEnds() throws Exception {
        try (SampleProcess app = SampleProcess.start(folder);
                RawClient client = app.connect()) {
            client.send("POST /files/late HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            client.awaitContinue();
            app.handle().destroy();
            awaitRefusal(app);
            client.send("late");
            assertEquals(201, client.read().status());
            app.stop();
            assertEquals("late", Files.readString(folder.resolve("weir-sample/files/late")));
        }
    }

    /** Until the listener is closed, which is the first thing that stopping does. */
    private static void awaitRefusal(SampleProcess app) {
        while (true) {
            try {
                app.connect().close();
            } catch (IOException refused) {
                return;
            }
        }
    }

    private String post(URI url, String content) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(content))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(201, response.statusCode());
        return response.body();
    }

    private String get(URI url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
