package dev.weir.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassPathFilesTest {

    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "web/index.html", "<p>home</p>",
            "web/a b.txt", "text of a",
            "web/app.js", "the whole script",
            "web/app.js.gz", "gzip",
            "web/dir/index.html", "<p>dir</p>",
            "web/.hidden", "hidden",
            "web/big.bin", "0123456789".repeat(20_000),
            "secret.txt", "secret",
            "web/sub/x.txt", "x"));

    /** Where class path resources lie. */
    enum Place {
        DIRECTORY,
        JAR,
        JAR_WITH_DIRECTORY_ENTRIES
    }

    @TempDir
    Path folder;

    private interface Use {
        void with(StaticFiles files) throws Exception;
    }

    private void on(Place place, Use use) throws Exception {
        Path root = place == Place.DIRECTORY ? directory() : jar(place == Place.JAR_WITH_DIRECTORY_ENTRIES);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
            thread.setContextClassLoader(loader);
            use.with(StaticFiles.ofClassPath("/web/"));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Path directory() throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve("classes").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder.resolve("classes");
    }

    private Path jar(boolean hasDirectories) throws IOException {
        Path jar = folder.resolve("web.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            if (hasDirectories) {
                for (String directory : new String[] {"web/", "web/dir/", "web/sub/"}) {
                    out.putNextEntry(new JarEntry(directory));
                    out.closeEntry();
                }
            }
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }

    @ParameterizedTest
    @EnumSource
    void servesFiles(Place place) throws Exception {
        on(place, files -> {
            for (int i = 0; i < 2; i++) {
                assertEquals("text of a", text(files, "/a%20b.txt"));
                assertEquals("<p>home</p>", text(files, "/"));
                assertEquals("<p>dir</p>", text(files, "/dir/"));
                assertEquals(FILES.get("web/big.bin"), text(files, "/big.bin"));
            }
            Response response = files.handle(Request.get("/a%20b.txt"));
            assertEquals(Optional.of("text/plain; charset=utf-8"), response.header("Content-Type"));
            assertEquals(Optional.empty(), response.header("Last-Modified"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void hasNothingElse(Place place) throws Exception {
        on(place, files -> {
            for (String target : new String[] {
                "/none",
                "/.hidden",
                "/dir%2Findex.html",
                "//index.html",
                "/sub/",
                "/sub",
                "/secret.txt",
                "/%5C",
                "/web/index.html",
                "/a%20b.txt/"
            }) {
                assertEquals(Status.NOT_FOUND, files.handle(Request.get(target)).status(), target);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void knowsDirectoriesVersionsCodingsAndParts(Place place) throws Exception {
        on(place, files -> {
            assertEquals(
                    Optional.of("./dir/"), files.handle(Request.get("/dir")).header("Location"));
            String tag = files.handle(Request.get("/app.js")).header("ETag").orElseThrow();
            assertEquals(
                    Status.NOT_MODIFIED,
                    files.handle(Request.get("/app.js").withHeader("If-None-Match", tag))
                            .status());
            assertEquals(
                    "gzip",
                    StaticFilesTest.text(
                            files.handle(Request.get("/app.js").withHeader("Accept-Encoding", "br, gzip"))));
            assertEquals(
                    "9012",
                    StaticFilesTest.text(
                            files.handle(Request.get("/big.bin").withHeader("Range", "bytes=199989-199992"))));
        });
    }

    @Test
    void servesWhatLiesBesideAClass() throws Exception {
        StaticFiles files = StaticFiles.ofClassPath(ClassPathFilesTest.class, "place");
        assertEquals("beside a class\n", text(files, "/file.txt"));
        assertEquals(
                "beside a class\n", text(StaticFiles.ofClassPath(getClass(), "/dev/weir/files/place"), "/file.txt"));
    }

    @Test
    void refusesTheRootOfTheClassPath() {
        assertThrows(IllegalArgumentException.class, () -> StaticFiles.ofClassPath("/"));
        assertThrows(IllegalArgumentException.class, () -> StaticFiles.ofClassPath(""));
    }

    @Test
    void hasNeitherLinksNorListings() {
        StaticFiles files = StaticFiles.ofClassPath("web");
        assertThrows(IllegalStateException.class, files::withListing);
        assertThrows(IllegalStateException.class, files::withSymbolicLinks);
    }

    private static String text(StaticFiles files, String target) throws IOException {
        return StaticFilesTest.text(files.handle(Request.get(target)));
    }
}
