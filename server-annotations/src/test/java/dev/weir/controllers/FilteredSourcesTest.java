package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weir.annotations.Controller;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.representation.ConditionalRequests;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a result is read from is closed whatever a filter before the endpoint makes of the response. */
class FilteredSourcesTest {

    /** Fails, or answers otherwise, as the query of the request says, when the endpoint has answered. */
    static final class Meddling implements Filter {
        @Override
        public Response filter(Request request, Handler next) throws Exception {
            Response response = next.handle(request);
            return switch (request.query().first("then").orElse("")) {
                case "throw" -> throw new IllegalStateException("after the endpoint");
                case "replace" -> Response.text("replaced");
                case "write" -> response.withContent(ResponseContent.written(output -> output.write(new byte[] {'x'})));
                case "mark" -> response.withHeader("X-Marked", "yes");
                case "nothing" -> null;
                default -> response;
            };
        }
    }

    @Controller
    @FilteredBy(Meddling.class)
    static final class Sources {

        private int closed;
        private Path file;

        @Get("/elements")
        Stream<String> elements() {
            return Stream.of("a").onClose(() -> closed++);
        }

        @Get("/later")
        CompletionStage<Stream<String>> later() {
            return CompletableFuture.completedFuture(elements());
        }

        @Get("/input")
        InputStream input() {
            return new ByteArrayInputStream(new byte[] {'a'}) {
                @Override
                public void close() {
                    closed++;
                }
            };
        }

        @Get("/part")
        @FilteredBy(value = ConditionalRequests.class, order = 1)
        Path part() {
            return file;
        }
    }

    @TempDir
    Path folder;

    private final Sources sources = new Sources();
    private final Weir weir = Weir.of(sources);

    @ParameterizedTest
    @ValueSource(strings = {"/elements", "/later", "/input"})
    void isClosedAtOnceWhereAFilterFailsOrAnswersFromMemory(String target) throws Exception {
        assertThrows(IllegalStateException.class, () -> weir.get(target + "?then=throw"));
        assertEquals(1, sources.closed);
        assertEquals("200 replaced", weir.get(target + "?then=replace"));
        assertEquals(2, sources.closed);
        assertThrows(NullPointerException.class, () -> weir.get(target + "?then=nothing"));
        assertEquals(3, sources.closed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?then=mark", "?then=write"})
    void isClosedWithWhatIsSentOtherwise(String query) throws Exception {
        Response response = weir.handle(Request.get("/elements" + query));
        assertEquals(0, sources.closed);
        assertFalse(Weir.contentOf(response).isEmpty());
        response.content().close();
        assertEquals(1, sources.closed);
    }

    @Test
    void aPartOfAFileIsReadFromItUntilItIsSent() throws Exception {
        sources.file = Files.writeString(folder.resolve("a.txt"), "0123456789");
        Response response = weir.handle(Request.get("/part").withHeader("Range", "bytes=2-4"));
        assertEquals("234", Weir.contentOf(response));
        response.content().close();
        assertThrows(ClosedChannelException.class, () -> Weir.contentOf(response));
    }
}
