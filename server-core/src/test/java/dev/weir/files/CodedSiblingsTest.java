package dev.weir.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodedSiblingsTest {

    private static final Instant CHANGED = Instant.parse("2024-02-29T12:00:00Z");

    @TempDir
    Path root;

    private StaticFiles files;

    @BeforeEach
    void writeFiles() throws IOException {
        write("app.js", "the whole script", CHANGED);
        write("app.js.br", "br", CHANGED);
        write("app.js.zst", "zst", CHANGED);
        write("app.js.gz", "gzip", CHANGED.plusSeconds(5));
        write("plain.js", "only itself", CHANGED);
        files = StaticFiles.of(root).withCheckInterval(Duration.ZERO);
    }

    private void write(String name, String text, Instant changed) throws IOException {
        Files.setLastModifiedTime(Files.writeString(root.resolve(name), text), FileTime.from(changed));
    }

    private Response get(String target, String accepted) throws IOException {
        return files.handle(Request.get(target).withHeader("Accept-Encoding", accepted));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|gzip",
                "gzip, deflate, br, zstd|br",
                "gzip, zstd|zst",
                "gzip;q=1, br;q=0.9|gzip",
                "*|br",
                "br;q=0, *|zst",
                "deflate|the whole script",
                "identity, br;q=0.5|the whole script",
                "gzip;q=0|the whole script",
                "identity;q=0|the whole script",
            })
    void sendsWhatTheClientWantsMost(String accepted, String text) throws Exception {
        Response response = get("/app.js", accepted);
        assertEquals(text, StaticFilesTest.text(response));
        Optional<String> coding =
                switch (text) {
                    case "br", "gzip" -> Optional.of(text);
                    case "zst" -> Optional.of("zstd");
                    default -> Optional.empty();
                };
        assertEquals(coding, response.header("Content-Encoding"));
        assertEquals(Optional.of("text/javascript; charset=utf-8"), response.header("Content-Type"));
        assertEquals(Optional.of("Accept-Encoding"), response.header("Vary"));
    }

    @Test
    void sendsTheFileItselfToWhoSaysNothing() throws Exception {
        Response response = files.handle(Request.get("/app.js"));
        assertEquals("the whole script", StaticFilesTest.text(response));
        assertEquals(Optional.of("Accept-Encoding"), response.header("Vary"));
    }

    @Test
    void aFileWithoutSiblingsDoesNotVary() throws Exception {
        Response response = get("/plain.js", "gzip, br");
        assertEquals("only itself", StaticFilesTest.text(response));
        assertEquals(Optional.empty(), response.header("Vary"));
    }

    @Test
    void eachCodingHasItsOwnTagAndParts() throws Exception {
        String brTag = get("/app.js", "br").header("ETag").orElseThrow();
        String gzipTag = get("/app.js", "gzip").header("ETag").orElseThrow();
        String plainTag = get("/app.js", "identity").header("ETag").orElseThrow();
        assertNotEquals(brTag, gzipTag);
        assertNotEquals(brTag, plainTag);
        Request request = Request.get("/app.js").withHeader("Accept-Encoding", "gzip");
        Response known = files.handle(request.withHeader("If-None-Match", gzipTag));
        assertEquals(Status.NOT_MODIFIED, known.status());
        assertEquals(Optional.of("Accept-Encoding"), known.header("Vary"));
        assertEquals(
                Status.OK,
                files.handle(request.withHeader("If-None-Match", brTag)).status());
        assertEquals("zi", StaticFilesTest.text(files.handle(request.withHeader("Range", "bytes=1-2"))));
    }

    @Test
    void aSiblingOlderThanTheFileIsLeftAlone() throws Exception {
        write("app.js", "another script!!", CHANGED.plusSeconds(3));
        assertEquals("gzip", StaticFilesTest.text(get("/app.js", "br, gzip")));
        assertEquals("another script!!", StaticFilesTest.text(get("/app.js", "br")));
    }

    @Test
    void aSiblingThatIsNotShorterIsLeftAlone() throws Exception {
        write("app.js.br", "longer than the script is", CHANGED);
        assertEquals("the whole script", StaticFilesTest.text(get("/app.js", "br")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.js.gz", "plain.js.br"})
    void aSiblingThatComesAndGoesIsSeen(String name) throws Exception {
        String coding = name.endsWith("gz") ? "gzip" : "br";
        assertEquals("only itself", StaticFilesTest.text(get("/plain.js", coding)));
        write(name, "coded", CHANGED);
        assertEquals("coded", StaticFilesTest.text(get("/plain.js", coding)));
        Files.delete(root.resolve(name));
        assertEquals("only itself", StaticFilesTest.text(get("/plain.js", coding)));
    }

    @Test
    void theCodedFileIsAFileOfItsOwn() throws Exception {
        Response response = files.handle(Request.get("/app.js.gz"));
        assertEquals("gzip", StaticFilesTest.text(response));
        assertEquals(Optional.of("application/gzip"), response.header("Content-Type"));
        assertEquals(Optional.empty(), response.header("Content-Encoding"));
    }

    @Test
    void aDirectoryInTheSiblingsPlaceIsNone() throws Exception {
        Files.createDirectory(root.resolve("plain.js.gz"));
        assertEquals("only itself", StaticFilesTest.text(get("/plain.js", "gzip")));
        assertEquals("only itself", StaticFilesTest.text(get("/plain.js", "gzip")));
    }
}
