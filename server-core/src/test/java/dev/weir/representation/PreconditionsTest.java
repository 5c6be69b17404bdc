package dev.weir.representation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.representation.Preconditions.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

    private static final Instant CHANGED = Instant.parse("1994-11-06T08:49:37Z");
    private static final Validators CURRENT = Validators.of(EntityTag.strong("b"), CHANGED.plusMillis(400));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "PUT|*|PROCEED",
                "PUT|\"b\"|PROCEED",
                "PUT|\"a\", \"b\"|PROCEED",
                "PUT|W/\"b\"|FAILED",
                "PUT|\"a\"|FAILED",
                "PUT|,|FAILED",
                "PUT|b|FAILED",
                "GET|\"b\"|PROCEED",
                "GET|\"a\"|FAILED",
                "HEAD|\"a\"|FAILED",
                "OPTIONS|\"a\"|PROCEED",
                "TRACE|\"a\"|PROCEED",
            })
    void ifMatch(String method, String value, Outcome expected) {
        assertEquals(expected, outcome(CURRENT, method, "If-Match", value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "GET|*|NOT_MODIFIED",
                "GET|\"b\"|NOT_MODIFIED",
                "GET|W/\"b\"|NOT_MODIFIED",
                "HEAD|\"a\", W/\"b\"|NOT_MODIFIED",
                "GET|\"a\"|PROCEED",
                "GET|b|PROCEED",
                "GET|\"a\" \"b\"|PROCEED",
                "PUT|*|FAILED",
                "PUT|\"b\"|FAILED",
                "PUT|\"a\"|PROCEED",
                "PUT|b|FAILED",
                "DELETE|W/\"b\"|FAILED",
                "OPTIONS|\"b\"|PROCEED",
            })
    void ifNoneMatch(String method, String value, Outcome expected) {
        assertEquals(expected, outcome(CURRENT, method, "If-None-Match", value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|Sun, 06 Nov 1994 08:49:37 GMT|NOT_MODIFIED",
                "GET|Sun Nov  6 08:49:37 1994|NOT_MODIFIED",
                "GET|Sunday, 06-Nov-94 08:49:37 GMT|NOT_MODIFIED",
                "HEAD|Sun, 06 Nov 1994 08:49:38 GMT|NOT_MODIFIED",
                "GET|Sun, 06 Nov 1994 08:49:36 GMT|PROCEED",
                "GET|tomorrow|PROCEED",
                "GET|784111777|PROCEED",
                "PUT|Sun, 06 Nov 1994 08:49:37 GMT|PROCEED",
            })
    void ifModifiedSince(String method, String value, Outcome expected) {
        assertEquals(expected, outcome(CURRENT, method, "If-Modified-Since", value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|Sun, 06 Nov 1994 08:49:37 GMT|PROCEED",
                "PUT|Sun, 06 Nov 1994 08:49:38 GMT|PROCEED",
                "PUT|Sun, 06 Nov 1994 08:49:36 GMT|FAILED",
                "GET|Sun, 06 Nov 1994 08:49:36 GMT|FAILED",
                "PUT|yesterday|PROCEED",
            })
    void ifUnmodifiedSince(String method, String value, Outcome expected) {
        assertEquals(expected, outcome(CURRENT, method, "If-Unmodified-Since", value));
    }

    @Test
    void aDateGivenTwiceIsIgnored() {
        Request request = Request.get("/")
                .withHeaders(Headers.of(
                        "If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT",
                        "If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT"));
        assertEquals(Outcome.PROCEED, Preconditions.evaluate(request, CURRENT));
    }

    @Test
    void datesAreIgnoredWhereNoneIsKnown() {
        Validators tagOnly = Validators.of(EntityTag.strong("b"));
        assertEquals(Outcome.PROCEED, outcome(tagOnly, "GET", "If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT"));
        assertEquals(Outcome.PROCEED, outcome(tagOnly, "PUT", "If-Unmodified-Since", "Sun, 06 Nov 1994 08:49:37 GMT"));
    }

    @Test
    void whatIsNotThereMatchesNothing() {
        assertEquals(Outcome.FAILED, outcome(Validators.absent(), "PUT", "If-Match", "*"));
        assertEquals(Outcome.FAILED, outcome(Validators.absent(), "PUT", "If-Match", "\"b\""));
        assertEquals(Outcome.PROCEED, outcome(Validators.absent(), "PUT", "If-None-Match", "*"));
        assertEquals(Outcome.PROCEED, outcome(Validators.absent(), "PUT", "If-None-Match", "\"b\""));
    }

    @Test
    void whatHasNoValidatorsIsThereAllTheSame() {
        assertEquals(Outcome.PROCEED, outcome(Validators.none(), "PUT", "If-Match", "*"));
        assertEquals(Outcome.NOT_MODIFIED, outcome(Validators.none(), "GET", "If-None-Match", "*"));
        assertEquals(Outcome.FAILED, outcome(Validators.none(), "PUT", "If-Match", "\"b\""));
    }

    @Test
    void checkThrowsWhatTheClientIsToGet() {
        Request put = Request.of(Method.PUT, "/");
        assertDoesNotThrow(() -> Preconditions.check(put.withHeader("If-Match", "\"b\""), CURRENT));
        HttpException thrown = assertThrows(
                HttpException.class, () -> Preconditions.check(put.withHeader("If-Match", "\"a\""), CURRENT));
        assertEquals(Status.PRECONDITION_FAILED, thrown.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"b\"", "Sun, 06 Nov 1994 08:49:37 GMT"})
    void ifRangeHoldsForTheVersionThatIsThere(String value) {
        assertTrue(Preconditions.allowsRange(Headers.of("If-Range", value), CURRENT, CHANGED.plusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\"",
                "W/\"b\"",
                "b",
                "*",
                "\"b\", \"b\"",
                "Sun, 06 Nov 1994 08:49:36 GMT",
                "Sun, 06 Nov 1994 08:49:38 GMT",
                ""
            })
    void ifRangeDoesNotHoldForAnyOther(String value) {
        assertFalse(Preconditions.allowsRange(Headers.of("If-Range", value), CURRENT, Instant.now()));
    }

    @Test
    void ifRangeDoesNotHoldForAWeakTag() {
        assertFalse(Preconditions.allowsRange(
                Headers.of("If-Range", "W/\"b\""), Validators.of(EntityTag.weak("b")), Instant.now()));
    }

    @Test
    void ifRangeDoesNotHoldForASecondThatIsNotOver() {
        assertFalse(Preconditions.allowsRange(
                Headers.of("If-Range", "Sun, 06 Nov 1994 08:49:37 GMT"), CURRENT, CHANGED.plusMillis(999)));
    }

    @Test
    void validatorsReadWhatTheyWrite() {
        Response response = CURRENT.addTo(Response.text("x"));
        assertEquals(Optional.of("\"b\""), response.header("ETag"));
        assertEquals(Optional.of("Sun, 06 Nov 1994 08:49:37 GMT"), response.header("Last-Modified"));
        assertEquals(CURRENT, Validators.of(response));
        assertEquals(Validators.none(), Validators.of(Response.text("x")));
    }

    @Test
    void aChangeThatIsYetToComeIsNotSent() {
        Response response = Validators.of(Instant.now().plusSeconds(1000)).addTo(Response.text("x"));
        assertFalse(Validators.of(response).lastModified().orElseThrow().isAfter(Instant.now()));
    }

    private static Outcome outcome(Validators current, String method, String name, String value) {
        return Preconditions.evaluate(Request.of(Method.of(method), "/").withHeader(name, value), current);
    }
}
