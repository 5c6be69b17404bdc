package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Controller;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;
import dev.weir.annotations.ResponseHeader;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.representation.ConditionalRequests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Endpoints behind {@link ConditionalRequests}: parts and versions of whatever they return. */
class ConditionalResultsTest {

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
