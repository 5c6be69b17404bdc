package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.annotations.QueryParam;
import dev.weir.config.Limits;
import dev.weir.http.MediaType;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestResponse;
import dev.weir.testing.WeirExtension;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of errors, one test for each row of their table and each sentence below it. */
class ErrorRulesTest {

    enum State {
        open,
        closed
    }

    record Line(String item, @Min(1) int quantity) {}

    record Order(String customer, List<@Valid Line> lines) {}

    @Controller
    static final class Orders {

        @Get("/users/{id}/orders")
        String list(
                long id,
                @QueryParam @DefaultValue("open") State state,
                @HeaderParam Optional<Integer> requestId,
                @CookieParam Optional<Integer> session) {
            return id + " " + state;
        }

        @Post("/orders")
        void add(@Body Order order) {}

        @Get("/text")
        @Produces("text/plain")
        String text() {
            return "text";
        }

        @Get("/fails")
        String fails() {
            throw new IllegalStateException("s3cret");
        }

        @Get("/fails-badly")
        String failsBadly() {
            throw new StackOverflowError("s3cret");
        }
    }

    @RegisterExtension
    static final WeirExtension app = WeirExtension.inMemory(HttpServer.builder()
                    .limits(Limits.defaults().withContent(1000))
                    .routes(Weir.routes(new Orders())))
            .toleratingFailures();

    /** The tests are in the module under test, which does not read java.logging. */
    @BeforeAll
    static void readLogging() {
        ModuleLayer.boot().findModule("java.logging").ifPresent(ErrorRulesTest.class.getModule()::addReads);
    }

    private static TestResponse problem(TestResponse response, int status) {
        response.expect(status);
        assertEquals(Optional.of("application/problem+json"), response.header("Content-Type"));
        assertTrue(response.text().contains("\"status\":" + status), response.text());
        return response;
    }

    private static TestResponse order(TestClient client, String json) {
        return client.post("/orders").content(MediaType.APPLICATION_JSON, json).send();
    }

    @Test
    void noPatternMatchesIsA404(TestClient client) {
        problem(client.get("/nowhere").send(), 404);
    }

    @Test
    void aPatternButNotTheMethodIsA405WithAllow(TestClient client) {
        assertEquals(
                Optional.of("OPTIONS, POST"),
                problem(client.get("/orders").send(), 405).header("Allow"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/%zz/orders", "/users/%2/orders", "/users/%ff/orders", "/users/../orders", "/%2e/x"})
    void badPercentEncodingAndDotSegmentsAreA400(String target) {
        problem(app.client().get(target).send(), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=%zz", "state=%", "state=%ff"})
    void badPercentEncodingOfTheQueryIsA400(String query) {
        problem(app.client().get("/users/1/orders?" + query).send(), 400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/users/abc/orders, not-a-number",
        "/users/99999999999999999999/orders, out-of-range",
        "/users/1/orders?state=shut, not-in-enum",
        "/users/1/orders?state=open&state=closed, repeated",
    })
    void aValueThatDoesNotConvertOrIsGivenTwiceIsA400(String target, String code) {
        String text = problem(app.client().get(target).send(), 400).text();
        assertTrue(text.contains("\"code\":\"" + code + "\""), text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | \"pointer\":\"#\",\"code\":\"missing\"",
                "{\"customer\": | \"code\":\"malformed-json\",\"detail\":\"not valid JSON here\",\"line\":1,\"column\":13",
                "{\"lines\":[{\"quantity\":\"x\"}]} | \"pointer\":\"#/lines/0/quantity\",\"code\":\"not-a-number\"",
                "[] | \"pointer\":\"#\",\"code\":\"wrong-type\"",
            })
    void noBodyMalformedJsonAndJsonOfAnotherShapeAreA400WithThePlace(String json, String place) {
        String text = problem(order(app.client(), json), 400).text();
        assertTrue(text.contains("\"errors\":[{\"in\":\"body\"," + place), text);
    }

    @Test
    void aConstraintThatIsViolatedIsA422WithAPointer(TestClient client) {
        String json = "{\"customer\":\"a\",\"lines\":[{\"quantity\":1},{\"quantity\":0}]}";
        String text = problem(order(client, json), 422).text();
        assertTrue(text.contains("\"in\":\"body\",\"pointer\":\"#/lines/1/quantity\",\"code\":\"min\""), text);
    }

    @Test
    void contentThatNoRouteTakesIsA415WithAccept(TestClient client) {
        TestResponse response =
                client.post("/orders").content(MediaType.TEXT_PLAIN, "{}").send();
        assertEquals(Optional.of("application/json"), problem(response, 415).header("Accept"));
    }

    @Test
    void nothingAcceptableIsA406(TestClient client) {
        problem(client.get("/text").header("Accept", "image/png").send(), 406);
    }

    @Test
    void contentThatIsTooLargeIsA413(TestClient client) {
        problem(order(client, "{\"customer\":\"" + "a".repeat(1000) + "\"}"), 413);
        problem(
                client.post("/orders")
                        .content(MediaType.APPLICATION_JSON, "[" + " ".repeat(1000))
                        .inChunks()
                        .send(),
                413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fails", "/fails-badly"})
    void anythingElseThrownIsA500WithoutDetailAndAnInstanceThatIsAlsoInTheLog(String target) {
        List<LogRecord> records = new ArrayList<>();
        Logger logger = Logger.getLogger("dev.weir.internal.server.Dispatcher");
        logger.setFilter(message -> !records.add(message));
        TestResponse response;
        try {
            response = problem(app.client().get(target).send(), 500);
        } finally {
            logger.setFilter(null);
        }
        Matcher instance =
                Pattern.compile("\"instance\":\"(urn:uuid:[0-9a-f-]{36})\"").matcher(response.text());
        assertTrue(instance.find(), response.text());
        assertFalse(response.text().contains("detail"), response.text());
        assertFalse(response.text().contains("s3cret"), response.text());
        assertEquals(1, records.size());
        assertTrue(records.get(0).getMessage().contains(instance.group(1)));
        assertEquals("s3cret", records.get(0).getThrown().getMessage());
    }

    @Test
    void theDocumentHasTheMembersOfTheContract(TestClient client) {
        assertEquals(
                "{\"type\":\"about:blank\",\"title\":\"Invalid request parameters\",\"status\":400,"
                        + "\"detail\":\"2 parameters are invalid\",\"instance\":\"/users/abc/orders\","
                        + "\"errors\":[{\"in\":\"path\",\"name\":\"id\",\"code\":\"not-a-number\","
                        + "\"detail\":\"not a valid integer\",\"expected\":\"int64\"},"
                        + "{\"in\":\"query\",\"name\":\"state\",\"code\":\"not-in-enum\",\"detail\":\"unknown value\","
                        + "\"allowed\":[\"open\",\"closed\"]}]}",
                problem(client.get("/users/abc/orders?state=shut").send(), 400).text());
    }

    @Test
    void theInstanceIsThePathAsSentWithoutItsQuery(TestClient client) {
        String text = problem(client.get("/users/a%20b%2Fc/orders?state=s3cret").send(), 400)
                .text();
        assertTrue(text.contains("\"instance\":\"/users/a%20b%2Fc/orders\""), text);
    }

    @Test
    void valuesOfHeadersCookiesAndContentAreNeverEchoed(TestClient client) {
        TestResponse response = client.get("/users/1/orders")
                .header("Request-Id", "s3cret")
                .cookie("session", "s3cret")
                .send();
        assertFalse(problem(response, 400).text().contains("s3cret"), response.text());
        assertTrue(response.text().contains("\"name\":\"Request-Id\""), response.text());
        assertTrue(response.text().contains("\"name\":\"session\""), response.text());
        for (String json :
                List.of("s3cret", "\"s3cret\"", "{\"lines\":\"s3cret\"}", "{\"lines\":[{\"quantity\":\"s3cret\"}]}")) {
            String text = problem(order(client, json), 400).text();
            assertFalse(text.contains("s3cret"), text);
        }
    }
}
