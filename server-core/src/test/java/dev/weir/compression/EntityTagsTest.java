package dev.weir.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.weir.http.Headers;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of an entity tag to the client and back (RFC 9110 sections 8.8.3 and 13.1). */
class EntityTagsTest {

    private static final String LONG_TEXT = "All work and no play. ".repeat(100);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "W/\"1\"                    | W/\"1\", \"1\"",
                "\"0\", W/\"1\"             | \"0\", W/\"1\", \"1\"",
                "W/\"1\", W/\"2\"           | W/\"1\", W/\"2\", \"1\", \"2\"",
                "W/\"1\", \"1\"             | W/\"1\", \"1\"",
                "W/\"1\", W/\"1\"           | W/\"1\", W/\"1\", \"1\"",
                "W/\"a,b\"                  | W/\"a,b\", \"a,b\"",
                "W/\"\"                     | W/\"\", \"\"",
                "\"W/\", \"x\"              | \"W/\", \"x\"",
                "\"1\"                      | \"1\"",
                "*                          | *",
                "W/1                        | W/1",
                "W/\"1                      | W/\"1",
                "w/\"1\"                    | w/\"1\"",
            })
    void theStrongFormStandsBesideEachWeakTag(String sent, String seen) {
        for (String name : List.of("If-Match", "If-None-Match")) {
            Request request = Request.get("/").withHeader(name, sent);
            assertEquals(Optional.of(seen), EntityTags.strengthened(request).header(name), name);
        }
    }

    @Test
    void linesAreJoined() {
        Request request =
                Request.get("/").withHeaders(Headers.of("If-None-Match", "W/\"1\"", "if-none-match", "W/\"2\""));
        assertEquals(
                List.of("W/\"1\", W/\"2\", \"1\", \"2\""),
                EntityTags.strengthened(request).headers().all("If-None-Match"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-Range", "ETag", "X-Match"})
    void otherFieldsStayAsTheyAre(String name) {
        Request request = Request.get("/").withHeader(name, "W/\"1\"");
        assertSame(request, EntityTags.strengthened(request));
    }

    @Test
    void aHandlerThatComparesStrongTagsAnswers304ToTheTagThatWasSentOut() throws Exception {
        Request first = Request.get("/").withHeader("Accept-Encoding", "gzip");
        Response sent = Compression.gzip().filter(first, EntityTagsTest::answerByStrongTag);
        String tag = sent.header("ETag").orElseThrow();

        Response again =
                Compression.gzip().filter(first.withHeader("If-None-Match", tag), EntityTagsTest::answerByStrongTag);
        assertEquals("W/\"7\"", tag);
        assertEquals(Status.NOT_MODIFIED, again.status());
        assertEquals(Optional.of("W/\"7\""), again.header("ETag"));
    }

    @Test
    void aHandlerThatComparesStrongTagsTakesAPutForTheTagThatWasSentOut() throws Exception {
        Request put = Request.of(Method.PUT, "/").withHeader("Accept-Encoding", "gzip");

        assertEquals(Status.NO_CONTENT, answer(put.withHeader("If-Match", "W/\"7\"")));
        assertEquals(Status.NO_CONTENT, answer(put.withHeader("If-Match", "\"7\"")));
        assertEquals(Status.PRECONDITION_FAILED, answer(put.withHeader("If-Match", "W/\"6\"")));
    }

    @Test
    void aClientThatHoldsTheContentWithoutCodingKeepsItsStrongTag() throws Exception {
        Request request = Request.get("/").withHeader("Accept-Encoding", "gzip").withHeader("If-None-Match", "\"7\"");
        Response response = Compression.gzip().filter(request, EntityTagsTest::answerByStrongTag);

        assertEquals(Status.NOT_MODIFIED, response.status());
        assertEquals(Optional.of("\"7\""), response.header("ETag"));
    }

    private static Status answer(Request request) throws Exception {
        return Compression.gzip()
                .filter(request, EntityTagsTest::answerByStrongTag)
                .status();
    }

    /** A handler that knows its content as "7" and looks for that in lists. */
    private static Response answerByStrongTag(Request request) {
        boolean isMatch =
                request.header("If-Match").map(EntityTagsTest::holdsSeven).orElse(true);
        if (!isMatch) {
            return Response.of(Status.PRECONDITION_FAILED);
        }
        if (request.method().equals(Method.PUT)) {
            return Response.noContent();
        }
        boolean isHeld =
                request.header("If-None-Match").map(EntityTagsTest::holdsSeven).orElse(false);
        Response response = isHeld ? Response.of(Status.NOT_MODIFIED) : Response.text(LONG_TEXT);
        return response.withHeader("ETag", "\"7\"");
    }

    private static boolean holdsSeven(String tags) {
        return List.of(tags.split(", ")).contains("\"7\"");
    }
}
