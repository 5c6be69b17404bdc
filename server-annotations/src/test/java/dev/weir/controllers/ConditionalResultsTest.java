package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Controller;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;
import dev.weir.annotations.Post;
import dev.weir.annotations.ResponseHeader;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.openapi.OpenApi;
import dev.weir.representation.ConditionalRequests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Endpoints behind {@link ConditionalRequests}: parts and versions of whatever they return. */
class ConditionalResultsTest {

    private static final Instant CHANGED = Instant.parse("2020-03-01T10:00:00Z");

    @TempDir
    Path folder;

    @Controller
    @FilteredBy(ConditionalRequests.class)
    static final class Documents {

        private final Path file;

        Documents(Path file) {
            this.file = file;
        }

        @Get("/file")
        Path file() {
            return file;
        }

        @Get("/record")
        @ResponseHeader(name = "ETag", value = "\"v1\"")
        List<Integer> numbers() {
            return List.of(1, 2, 3);
        }
    }

    @Controller
    static final class Plain {

        private final Path file;

        Plain(Path file) {
            this.file = file;
        }

        @Get("/file")
        Path file() {
            return file;
        }

        @Get("/later")
        CompletionStage<Optional<Path>> later() {
            return CompletableFuture.completedFuture(Optional.of(file));
        }

        @Get("/tagged")
        @ResponseHeader(name = "ETag", value = "\"v1\"")
        Path tagged() {
            return file;
        }

        @Post("/file")
        Path changed() {
            return file;
        }
    }

    private Response answer(Method method, String path, String name, String value) throws Exception {
        Path file = folder.resolve("b.txt");
        if (!Files.exists(file)) {
            Files.writeString(file, "0123456789");
            Files.setLastModifiedTime(file, FileTime.from(CHANGED));
        }
        Response response =
                Weir.of(new Plain(file)).handle(Request.of(method, path).withHeader(name, value));
        response.content().close();
        return response;
    }

    private Response get(String path, String name, String value) throws Exception {
        return answer(Method.GET, path, name, value);
    }

    @Test
    void filesAreSentInPartsByThemselves() throws Exception {
        for (String path : List.of("/file", "/later", "/tagged")) {
            Response response = get(path, "Range", "bytes=2-4");
            assertEquals(Status.PARTIAL_CONTENT, response.status());
            assertEquals(Optional.of("bytes 2-4/10"), response.header("Content-Range"));
        }
        assertEquals(416, get("/file", "Range", "bytes=10-").status().code());
        assertEquals(
                Status.OK, answer(Method.POST, "/file", "Range", "bytes=2-4").status());
    }

    @Test
    void filesHaveValidatorsByThemselves() throws Exception {
        Response response = get("/file", "X", "");
        String tag = response.header("ETag").orElseThrow();
        assertTrue(tag.startsWith("\""), tag);
        assertEquals(Optional.of("Sun, 01 Mar 2020 10:00:00 GMT"), response.header("Last-Modified"));
        assertEquals(Status.NOT_MODIFIED, get("/file", "If-None-Match", tag).status());
        assertEquals(
                Status.NOT_MODIFIED,
                get("/file", "If-Modified-Since", "Sun, 01 Mar 2020 10:00:00 GMT")
                        .status());
        assertEquals(
                Status.PRECONDITION_FAILED, get("/file", "If-Match", "\"x\"").status());
        assertEquals(Optional.of("\"v1\""), get("/tagged", "X", "").header("ETag"));
        assertEquals(
                Status.NOT_MODIFIED, get("/tagged", "If-None-Match", "\"v1\"").status());
    }

    @Test
    void aFileThatJustChangedHasAWeakTag() throws Exception {
        Path file = Files.writeString(folder.resolve("b.txt"), "0123456789");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        assertTrue(get("/file", "X", "").header("ETag").orElseThrow().startsWith("W/"));
    }

    @Test
    void descriptionsTellOfIt() throws Exception {
        String document = OpenApi.of(Controllers.of(new Plain(folder))).toJson();
        String get = document.substring(document.indexOf("\"/file\""), document.indexOf("\"post\""));
        for (String status : List.of("200", "206", "304", "404", "412", "416")) {
            assertTrue(get.contains("\"" + status + "\":"), status + " in " + get);
        }
        String post = document.substring(document.indexOf("\"post\""), document.indexOf("\"/later\""));
        assertFalse(post.contains("\"206\""), post);
    }

    private Response handle(Request request) throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "0123456789");
        return Weir.of(new Documents(file)).handle(request);
    }

    @Test
    void aFileIsSentInParts() throws Exception {
        Response response = handle(Request.get("/file").withHeader("Range", "bytes=2-4"));
        assertEquals(Status.PARTIAL_CONTENT, response.status());
        assertEquals(Optional.of("bytes 2-4/10"), response.header("Content-Range"));
        assertEquals("234", Weir.contentOf(response));
        response.content().close();
    }

    @Test
    void aVersionThatTheClientHasIsNotSentAgain() throws Exception {
        Request request = Request.get("/record");
        assertEquals("[1,2,3]", Weir.contentOf(handle(request)));
        Response response = handle(request.withHeader("If-None-Match", "\"v1\""));
        assertEquals(Status.NOT_MODIFIED, response.status());
        assertTrue(Weir.contentOf(response).isEmpty());
        assertEquals(
                Status.PRECONDITION_FAILED,
                handle(request.withHeader("If-Match", "\"v2\"")).status());
    }
}
