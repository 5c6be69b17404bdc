package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.controllers.Controllers;
import dev.weir.http.ContentSource;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.RequestContent;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileControllerTest {

    @TempDir
    Path outside;

    private Path directory;
    private Handler files;

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = outside.resolve("files");
        files = InMemory.handler(
                Controllers.of(new FileController(FileStore.in(directory))), SampleRoutes.WRITES_FROM_OWN_PAGES);
    }

    private Response upload(String... filenames) throws Exception {
        StringBuilder form = new StringBuilder();
        for (String filename : filenames) {
            form.append("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                    .append(filename)
                    .append("\"\r\n\r\nin ")
                    .append(filename)
                    .append("\r\n");
        }
        return files.handle(Request.post(
                "/files",
                MediaType.parse("multipart/form-data; boundary=x").orElseThrow(),
                form.append("--x--\r\n").toString()));
    }

    @Test
    void storesFilesOfAForm() throws Exception {
        Response response = upload("a.txt", "b c.txt");
        assertEquals(Status.CREATED, response.status());
        assertEquals(STORED, InMemory.text(response));
        assertEquals("in b c.txt", Files.readString(directory.resolve("b c.txt")));
    }

    private static final String STORED = "[{\"name\":\"a.txt\",\"url\":\"/files/a.txt\",\"size\":8},"
            + "{\"name\":\"b c.txt\",\"url\":\"/files/b%20c.txt\",\"size\":10}]";

    @Test
    void listsFilesAndNothingElse() throws Exception {
        Files.writeString(directory.resolve(".upload-1"), "half");
        Files.createDirectory(directory.resolve("sub"));
        Files.createSymbolicLink(directory.resolve("link"), Files.writeString(outside.resolve("secret"), "secret"));
        upload("b c.txt", "a.txt");
        assertEquals(STORED, InMemory.text(files.handle(Request.get("/files"))));
    }

    @Test
    void storesNoFileOfAFormIfOneHasANameThatNoFileCanHave() throws Exception {
        assertEquals(Status.BAD_REQUEST, upload("a.txt", "..").status());
        assertFalse(Files.exists(directory.resolve("a.txt")));
    }

    @Test
    void makesTheDirectory() {
        assertTrue(Files.isDirectory(directory));
    }

    @Test
    void readsAFile() throws Exception {
        Files.writeString(directory.resolve("a b.html"), "<p>");
        Response response = files.handle(Request.get("/files/a%20b.html"));

        assertEquals(Status.OK, response.status());
        assertEquals(Optional.of("application/octet-stream"), response.header("Content-Type"));
        assertEquals(OptionalLong.of(3), response.content().length());
        assertEquals("<p>", InMemory.text(response));
    }

    @Test
    void readsAPartOfAFile() throws Exception {
        Files.writeString(directory.resolve("a"), "0123456789");
        Response response = files.handle(Request.get("/files/a").withHeader("Range", "bytes=-3"));

        assertEquals(Status.PARTIAL_CONTENT, response.status());
        assertEquals("789", InMemory.text(response));
    }

    @Test
    void answersNotFoundForAFileThatIsNotThere() throws Exception {
        assertEquals(Status.NOT_FOUND, files.handle(Request.get("/files/no")).status());
    }

    @Test
    void answersNotFoundForADirectory() throws Exception {
        Files.createDirectory(directory.resolve("sub"));
        assertEquals(Status.NOT_FOUND, files.handle(Request.get("/files/sub")).status());
    }

    @ParameterizedTest
    @CsvSource({"a,/files/a", "a%20b,/files/a%20b", "%C3%A9%25,/files/%C3%A9%25", "a%3Bb,/files/a;b"})
    void writesAFileAndTellsWhereItIs(String name, String location) throws Exception {
        Response response = files.handle(post(name, "octets"));

        assertEquals(Status.CREATED, response.status());
        assertEquals(Optional.of(location), response.header("Location"));
        assertEquals("octets", InMemory.text(files.handle(Request.get("/files/" + name))));
        assertEquals(1, entries().size());
    }

    @Test
    void writesAnEmptyFile() throws Exception {
        files.handle(post("empty", ""));
        assertEquals(0, Files.size(directory.resolve("empty")));
    }

    @Test
    void answersConflictWhereADirectoryIs() throws Exception {
        Files.createDirectory(directory.resolve("sub"));
        assertEquals(Status.CONFLICT, files.handle(post("sub", "x")).status());
        assertEquals(Status.CONFLICT, files.handle(put("sub", "x")).status());
        assertEquals(List.of("sub"), entries());
    }

    @Test
    void anUploadThatIsCutOffLeavesNothingAndHarmsNothing() throws Exception {
        files.handle(post("a", "old"));
        Request cut = Request.of(Method.POST, "/files/a").withContent(RequestContent.of(new CutOff(), 100_000));

        assertThrows(IOException.class, () -> files.handle(cut));
        assertEquals(List.of("a"), entries());
        assertEquals("old", Files.readString(directory.resolve("a")));
    }

    @Test
    void takesUploadsBeyondTheUsualLimit() throws Exception {
        Request request = Request.of(Method.POST, "/files/a")
                .withContent(RequestContent.of("12345".getBytes(StandardCharsets.UTF_8))
                        .limitedTo(2));
        assertEquals(Status.CREATED, files.handle(request).status());
    }

    @Test
    void refusesUploadsBeyondItsOwnLimitBeforeReadingThem() throws Exception {
        Request request =
                Request.of(Method.POST, "/files/a").withContent(RequestContent.of(new Announced((1L << 30) + 1), 10));
        assertEquals(Status.CONTENT_TOO_LARGE, files.handle(request).status());
        assertEquals(List.of(), entries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2Fx", "..%5Cx", "%2Fetc%2Fpasswd", ".hidden", "C:x", "NUL", "a%0Ab", "a."})
    void refusesNamesThatAreNone(String name) throws Exception {
        assertEquals(Status.BAD_REQUEST, files.handle(post(name, "x")).status());
        assertEquals(
                Status.NOT_FOUND, files.handle(Request.get("/files/" + name)).status());
        assertEquals(List.of(), entries());
    }

    @Test
    void followsNoLinkWhenItReads() throws Exception {
        Path secret = Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(directory.resolve("link"), secret);
        assertEquals(Status.NOT_FOUND, files.handle(Request.get("/files/link")).status());
    }

    @Test
    void followsNoLinkWhenItWrites() throws Exception {
        Path secret = Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(directory.resolve("link"), secret);

        assertEquals(Status.CREATED, files.handle(post("link", "mine")).status());
        assertEquals("secret", Files.readString(secret));
        assertEquals("mine", Files.readString(directory.resolve("link")));
    }

    @Test
    void doesNotSendTemporaryFiles() throws Exception {
        Files.writeString(directory.resolve(".upload-1"), "half");
        assertEquals(
                Status.NOT_FOUND, files.handle(Request.get("/files/.upload-1")).status());
    }

    @Test
    void refusesUploadsFromPagesOfOtherSites() throws Exception {
        Request request = post("a", "x").withHeader("Host", "localhost:8080");

        assertEquals(
                Status.CREATED,
                files.handle(request.withHeader("Origin", "http://localhost:8080"))
                        .status());
        for (String origin : List.of("http://evil.example", "null", "http://localhost:8081", "http://localhost")) {
            Request foreign = request.withHeader("Origin", origin);
            assertEquals(Status.FORBIDDEN, files.handle(foreign).status(), origin);
            // No browser contradicts itself like that; if one did, the worse counts.
            assertEquals(
                    Status.FORBIDDEN,
                    files.handle(foreign.withHeader("Sec-Fetch-Site", "same-origin"))
                            .status(),
                    origin);
        }
        assertEquals(
                Status.FORBIDDEN,
                files.handle(request.withHeader("Sec-Fetch-Site", "same-site")).status());
    }

    private static Request post(String name, String content) {
        return Request.of(Method.POST, "/files/" + name).withContent(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Request put(String name, String content) {
        return post(name, content).withMethod(Method.PUT);
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** Ends, as a connection that is lost does, with an exception. */
    private static final class CutOff implements ContentSource {

        @Override
        public OptionalLong length() {
            return OptionalLong.of(50_000);
        }

        @Override
        public InputStream stream() {
            return new SequenceInputStream(new ByteArrayInputStream(new byte[20_000]), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new EOFException("cut off");
                }
            });
        }

        @Override
        public Headers trailers() {
            return Headers.empty();
        }
    }

    /** Tells a length and must not be read. */
    private record Announced(long octets) implements ContentSource {

        @Override
        public OptionalLong length() {
            return OptionalLong.of(octets);
        }

        @Override
        public InputStream stream() {
            throw new AssertionError("read");
        }

        @Override
        public Headers trailers() {
            return Headers.empty();
        }
    }
}
