package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.sample.RawClient.Reply;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody reaches a file outside the directory, and half an upload is no file. */
class FileSafetyIT {

    private static final String CANARY = "the canary sings";

    @TempDir
    Path folder;

    private Path directory;
    private SampleProcess app;

    @BeforeEach
    void start() throws IOException {
        directory = folder.resolve("top/files");
        app = SampleProcess.start(folder, "--directory", directory.toString());
        Files.writeString(folder.resolve("canary"), CANARY);
        Files.writeString(folder.resolve("top/canary"), CANARY);
        Files.createDirectories(directory.resolve("sub"));
        Files.writeString(directory.resolve("sub/canary"), CANARY);
        Files.writeString(directory.resolve(".canary"), CANARY);
        Files.createSymbolicLink(directory.resolve("link"), folder.resolve("canary"));
        Files.createSymbolicLink(directory.resolve("up"), folder);
    }

    @AfterEach
    void stop() throws IOException {
        app.endWithoutComplaints();
    }

    @Test
    void noNameReachesAFileOutsideTheDirectory() throws IOException {
        Set<String> targets = tricks();
        assertTrue(targets.size() >= 500, "only " + targets.size() + " tricks");
        List<String> before = entries(folder);
        for (String target : targets) {
            assertFalse(answer("GET", target, "").contains(CANARY), target);
            answer("POST", target, "overwritten");
        }
        assertEquals(CANARY, Files.readString(folder.resolve("canary")));
        assertEquals(CANARY, Files.readString(folder.resolve("top/canary")));
        assertEquals(CANARY, Files.readString(directory.resolve("sub/canary")));
        assertEquals(CANARY, Files.readString(directory.resolve(".canary")));
        // Links gave way to files; everything else that is new is a plain file in the directory itself.
        List<String> after = entries(folder);
        after.removeAll(before);
        after.removeIf(path -> Path.of("top/files").equals(Path.of(path).getParent()));
        assertEquals(List.of(), after);
        assertEquals(
                List.of("sub"),
                Stream.of(directory.toFile().listFiles())
                        .filter(file -> file.isDirectory() && !Files.isSymbolicLink(file.toPath())
                                || file.getName().startsWith(".upload-"))
                        .map(File::getName)
                        .toList());
    }

    @Test
    void anUploadOfAKilledClientLeavesNothing() throws Exception {
        try (RawClient client = app.connect()) {
            client.send(
                    "POST /files/cut HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1000000\r\n\r\n");
            client.awaitContinue();
            client.send(new byte[300_000]);
            awaitEntries(true);
            client.reset();
        }
        awaitEntries(false);
        try (RawClient client = app.connect()) {
            assertEquals(404, client.get("/files/cut").status());
        }
    }

    @Test
    void anUploadInChunksThatEndsEarlyLeavesNothing() throws Exception {
        try (RawClient client = app.connect()) {
            client.send("POST /files/cut HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
            awaitEntries(true);
        }
        awaitEntries(false);
    }

    /** Waits until there is, or is no more, a temporary file. */
    private void awaitEntries(boolean isWanted) throws IOException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (true) {
            try (Stream<Path> files = Files.list(directory)) {
                if (files.anyMatch(path -> path.getFileName().toString().startsWith(".upload-")) == isWanted) {
                    return;
                }
            }
            assertTrue(System.nanoTime() < deadline, "still waiting for " + isWanted);
            Thread.onSpinWait();
        }
    }

    private String answer(String method, String target, String content) throws IOException {
        try (RawClient client = app.connect()) {
            client.send((method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + content.length()
                            + "\r\nConnection: close\r\n\r\n" + content)
                    .getBytes(StandardCharsets.UTF_8));
            Reply reply = client.read();
            assertTrue(reply.status() < 500, reply.status() + " for " + target);
            return reply.text();
        } catch (EOFException | SocketException refused) {
            return "";
        }
    }

    /** Request targets that have got out of some server's directory, in all combinations of their parts. */
    private Set<String> tricks() {
        List<String> dots = List.of(
                "..",
                "%2e%2e",
                ".%2e",
                "%2E.",
                "%252e%252e",
                "..;",
                "..%00",
                "%c0%ae%c0%ae",
                "%e0%80%ae%e0%80%ae",
                "%uff0e%uff0e",
                "\uFF0E\uFF0E",
                "...",
                ". .",
                "..%20",
                "%2e%2e%09",
                ".%0a.",
                "..%c2%a0",
                "..::$DATA");
        List<String> separators = List.of(
                "/",
                "%2f",
                "%2F",
                "\\",
                "%5c",
                "%252f",
                "%255c",
                "%c0%af",
                "%c1%9c",
                "%e0%80%af",
                "%ef%bc%8f",
                "//",
                "/./",
                "%2f/",
                "\uFF0F",
                "%00/",
                ";/",
                ":");
        Set<String> targets = new LinkedHashSet<>();
        for (String dot : dots) {
            for (String separator : separators) {
                targets.add("/files/" + dot + separator + "canary");
                targets.add("/files/" + dot + separator + dot + separator + "canary");
                targets.add("/files/sub" + separator + dot + separator + dot + separator + "canary");
            }
        }
        for (String separator : separators) {
            targets.add("/files/sub" + separator + "canary");
            targets.add("/files/up" + separator + "canary");
            targets.add("/files/" + separator + folder.resolve("canary"));
            targets.add("/files" + separator + ".." + separator + "canary");
        }
        String absolute = folder.resolve("canary").toString();
        targets.addAll(List.of(
                "/files/" + absolute,
                "/files/" + absolute.replace("/", "%2f"),
                "/files/" + absolute.replace("/", "%5c"),
                "/files/file:" + absolute.replace("/", "%2f"),
                "/files/file:%2f%2f" + absolute.replace("/", "%2f"),
                "/files/C:" + absolute.replace("/", "%5c"),
                "/files/~root",
                "/files/link",
                "/files/link%00.txt",
                "/files/up",
                "/files/.canary",
                "/files/%2ecanary",
                "/files/sub",
                "/files/.",
                "/files/..",
                "/files/%2e",
                "/files/",
                "/files//",
                "/files/canary%00",
                "/files/..%2fcanary%00.png",
                "/files/" + "..%2f".repeat(40) + "etc%2fpasswd",
                "/files/" + "../".repeat(40) + "etc/passwd",
                "/../top/canary",
                "/..%2ftop%2fcanary",
                "/%66iles/..%2fcanary",
                "http://localhost/files/..%2fcanary",
                "/files/x/../../../canary",
                "/files/?/../../canary",
                "/files/NUL",
                "/files/con.txt",
                "/files/" + "a".repeat(300)));
        return targets;
    }

    private static List<String> entries(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return new ArrayList<>(paths.map(path -> root.relativize(path).toString())
                    .filter(path -> !path.startsWith("weir-sample"))
                    .sorted()
                    .toList());
        }
    }
}
