package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.RawClient;
import dev.weir.files.StaticFiles;
import dev.weir.rfc.PreconditionOracle.Target;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("RFC 9110 sections 13.2.2 and 14.2: Preconditions and Ranges of Files")
class Rfc9110Section13FilesTest extends LiveServer {

    private static final List<String> READING = List.of("GET", "HEAD");

    @TempDir
    Path folder;

    @Test
    @DisplayName("13.2.2: of a file in memory")
    void ofAFileInMemory() throws Exception {
        assertByTheBook(StaticFiles.of(directory()), true);
    }

    @Test
    @DisplayName("13.2.2: of a file that is opened for each request")
    void ofAFileThatIsOpened() throws Exception {
        assertByTheBook(StaticFiles.of(directory()).withMemory(0), true);
    }

    @Test
    @DisplayName("13.2.2: of a file in a jar, which has no date")
    void ofAFileInAJar() throws Exception {
        Path jar = folder.resolve("files.jar");
        try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar))) {
            output.putNextEntry(new JarEntry("files/file.txt"));
            output.write(PreconditionCases.CONTENT.getBytes(StandardCharsets.US_ASCII));
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Thread.currentThread().setContextClassLoader(loader);
            assertByTheBook(StaticFiles.ofClassPath("files").withMemory(0), false);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private Path directory() throws Exception {
        Path file = Files.writeString(folder.resolve("file.txt"), PreconditionCases.CONTENT);
        Files.setLastModifiedTime(file, FileTime.from(PreconditionOracle.CHANGED));
        return folder;
    }

    private void assertByTheBook(StaticFiles files, boolean isDated) throws Exception {
        RawClient client = client(files);
        String tag = client.get("/file.txt").read().field("ETag").orElseThrow();
        List<Target> targets = List.of(
                new Target("/file.txt", PreconditionOracle.TAG, isDated, true, true),
                new Target("/none.txt", "", false, false, false));
        assertEquals(Set.of(200, 206, 304, 404, 412, 416), new PreconditionCases(targets, READING, tag).ask(client));
    }
}
