package dev.weir.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of ways to ask for what lies outside, over connections: none gets it. */
@Timeout(120)
class PathTricksTest {

    private static final int TRICKS = 6000;
    private static final String SECRET = "the secret that nobody may read";

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void writeFiles() throws IOException {
        root = Files.createDirectories(folder.resolve("root"));
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), SECRET);
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        Files.createDirectories(root.resolve("dir"));
        Files.createDirectories(root.resolve(".hidden"));
        Files.writeString(root.resolve("a.txt"), "inside");
        Files.writeString(root.resolve("dir/a.txt"), "inside");
        Files.writeString(root.resolve(".hidden/secret.txt"), SECRET);
        Files.createSymbolicLink(root.resolve("links"), outside);
        Files.createSymbolicLink(root.resolve("dir/links"), outside);
        Files.createSymbolicLink(root.resolve("link.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("dir/link.txt"), outside.resolve("secret.txt"));
    }

    @Test
    void noneReachesOutsideOfAMount() throws Exception {
        try (HttpServer server = HttpServer.builder()
                .host("127.0.0.1")
                .mount("/public", StaticFiles.of(root).withListing())
                .start()) {
            assertNoneReaches(server, "/public/");
        }
    }

    @Test
    void noneReachesOutsideOfAWholeApplication() throws Exception {
        try (HttpServer server = HttpServer.builder()
                .host("127.0.0.1")
                .handler(StaticFiles.of(root).withMemory(0))
                .start()) {
            assertNoneReaches(server, "/");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noneReachesOutsideOfAPlaceOnTheClassPath(boolean isJar) throws Exception {
        Path place = isJar ? jar() : folder;
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
            thread.setContextClassLoader(loader);
            StaticFiles files = StaticFiles.ofClassPath("root");
            thread.setContextClassLoader(before);
            try (HttpServer server = HttpServer.builder()
                    .host("127.0.0.1")
                    .mount("/public", files)
                    .start()) {
                assertNoneReaches(server, "/public/");
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** All files of the folder, and one whose name leads out of it. */
    private Path jar() throws IOException {
        Path jar = folder.resolve("files.jar");
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar), new Manifest());
                Stream<Path> files = Files.walk(folder)) {
            output.setComment(SECRET);
            for (Path file : files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                if (!file.equals(jar)) {
                    output.putNextEntry(new JarEntry(folder.relativize(file).toString()));
                    Files.copy(file, output);
                }
            }
            output.putNextEntry(new JarEntry("root/../escape/secret.txt"));
            output.write(SECRET.getBytes(StandardCharsets.US_ASCII));
        }
        return jar;
    }

    private void assertNoneReaches(HttpServer server, String prefix) throws Exception {
        List<String> tricks = PathTricks.below(prefix, TRICKS);
        assertTrue(tricks.size() >= 5000);
        Map<Integer, Integer> statuses = new TreeMap<>();
        RawClient client = RawClient.to(server);
        try {
            for (String trick : tricks) {
                RawClient.Reply reply = ask(client, trick);
                assertFalse(reply.content().contains("secret that"), trick + " reached " + reply.content());
                assertFalse(reply.content().contains("root:"), trick + " reached " + reply.content());
                if (reply.status() == 200) {
                    boolean isAllowed =
                            reply.content().equals("inside") || reply.content().contains("<h1>");
                    assertTrue(isAllowed, trick + " gave " + reply.content());
                    assertFalse(reply.content().contains("secret.txt"), trick + " listed " + reply.content());
                }
                statuses.merge(reply.status(), 1, Integer::sum);
                if (reply.field("Connection").isPresent()) {
                    client.close();
                    client = RawClient.to(server);
                }
            }
        } finally {
            client.close();
        }
        assertTrue(statuses.keySet().stream().allMatch(status -> status < 500), statuses.toString());
        assertTrue(statuses.get(400) > 1000 && statuses.get(404) > 1000, "both are reached: " + statuses);
        try (RawClient last = RawClient.to(server)) {
            assertEquals("inside", ask(last, prefix + "dir/a.txt").content());
        }
    }

    private static RawClient.Reply ask(RawClient client, String target) throws IOException {
        try {
            return client.get(target).read();
        } catch (EOFException | SocketException e) {
            throw new AssertionError("no answer to " + target, e);
        }
    }
}
