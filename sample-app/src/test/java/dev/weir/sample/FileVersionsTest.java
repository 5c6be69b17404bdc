package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.controllers.Controllers;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which version of a file is read and replaced. */
class FileVersionsTest {

    @TempDir
    Path directory;

    private Handler files;

    @BeforeEach
    void makeHandler() throws IOException {
        files = InMemory.handler(Controllers.of(new FileController(FileStore.in(directory))));
    }

    @Test
    void replacesAFile() throws Exception {
        files.handle(post("a", "a longer text"));
        files.handle(post("a", "new"));
        assertEquals("new", Files.readString(directory.resolve("a")));
    }

    @Test
    void aReaderKeepsTheFileThatItOpened() throws Exception {
        files.handle(post("a", "old"));
        Response response = files.handle(Request.get("/files/a"));
        files.handle(post("a", "newer"));
        assertEquals("old", InMemory.text(response));
    }

    @Test
    void putsAFileThereOrInPlaceOfAnother() throws Exception {
        Response first = files.handle(put("a", "old"));
        assertEquals(Status.CREATED, first.status());
        assertEquals(Optional.of("/files/a"), first.header("Location"));
        assertEquals(Status.NO_CONTENT, files.handle(put("a", "new")).status());
        assertEquals("new", Files.readString(directory.resolve("a")));
    }

    @Test
    void putsNothingInPlaceOfAVersionThatTheClientDoesNotKnow() throws Exception {
        assertEquals(
                Status.CREATED,
                files.handle(put("a", "one").withHeader("If-None-Match", "*")).status());
        assertEquals(
                Status.PRECONDITION_FAILED,
                files.handle(put("a", "two").withHeader("If-None-Match", "*")).status());
        String version = files.handle(Request.get("/files/a")).header("ETag").orElseThrow();
        Request change = put("a", "two").withHeader("If-Match", version);
        assertEquals(Status.NO_CONTENT, files.handle(change).status());
        assertEquals(Status.PRECONDITION_FAILED, files.handle(change).status());
        assertEquals("two", Files.readString(directory.resolve("a")));
        assertEquals(List.of("a"), entries());
    }

    @Test
    void removesAFileOfTheVersionThatTheClientKnows() throws Exception {
        files.handle(put("a", "old"));
        String version = files.handle(Request.get("/files/a")).header("ETag").orElseThrow();
        files.handle(put("a", "new"));
        Request removal = Request.of(Method.DELETE, "/files/a");
        assertEquals(
                Status.PRECONDITION_FAILED,
                files.handle(removal.withHeader("If-Match", version)).status());
        assertEquals(List.of("a"), entries());
        assertEquals(Status.NO_CONTENT, files.handle(removal).status());
        assertEquals(List.of(), entries());
        assertEquals(Status.NOT_FOUND, files.handle(removal).status());
    }

    @Test
    void saysThatAFileHasNotChanged() throws Exception {
        files.handle(post("a", "text"));
        Response response = files.handle(Request.get("/files/a"));
        String version = response.header("ETag").orElseThrow();
        String time = response.header("Last-Modified").orElseThrow();
        for (Request again : List.of(
                Request.get("/files/a").withHeader("If-None-Match", version),
                Request.get("/files/a").withHeader("If-Modified-Since", time))) {
            assertEquals(Status.NOT_MODIFIED, files.handle(again).status());
        }
        files.handle(post("a", "next"));
        assertEquals(
                Status.OK,
                files.handle(Request.get("/files/a").withHeader("If-None-Match", version))
                        .status());
    }

    private static Request post(String name, String content) {
        return Request.of(Method.POST, "/files/" + name).withContent(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Request put(String name, String content) {
        return post(name, content).withMethod(Method.PUT);
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }
}
