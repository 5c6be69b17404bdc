package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Attribute;
import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Params;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Constraints of parameters and results; those of content are in {@link ContentConstraintsTest}. */
class ConstraintsTest {

    record Page(
            @QueryParam @DefaultValue("1") @Min(1) int page,

            @QueryParam("per-page") @DefaultValue("20") @Max(100)
            int size) {}

    @Ordered
    record Search(
            @QueryParam @Size(min = 2) String q,
            @QueryParam @DefaultValue("0") int from,
            @QueryParam @DefaultValue("9") int to,
            @Params Page page,
            @HeaderParam Optional<@Pattern(regexp = "[a-z]+") String> requestId)
            implements Ordered.Span {}

    interface Api {
        @Get("/inherited/{id}")
        String inherited(@Positive long id);
    }

    @Controller
    static class Shop implements Api {

        @Get("/page/{size}")
        String page(@QueryParam @Min(1) int page, @Max(100) int size) {
            return "page " + page;
        }

        @Get("/secret")
        String secret(@HeaderParam @Pattern(regexp = "[a-z]+") String apiKey, @CookieParam @Email String who) {
            return "secret";
        }

        @Get("/tags")
        String tags(@QueryParam Set<@NotBlank String> any, @QueryParam @Size(max = 3) List<@Size(max = 2) String> tag) {
            return "tags " + tag;
        }

        @Get("/optional")
        String optional(@QueryParam Optional<@Min(1) Integer> n, @QueryParam @Min(1) OptionalInt m) {
            return "optional";
        }

        @Post("/form")
        String form(@FormParam @NotBlank String title) {
            return "form";
        }

        @Get("/search")
        String search(@Params Search search) {
            return "found";
        }

        @Get("/searched")
        String searched(@Valid @Params Search search) {
            return "found";
        }

        @Get("/span")
        @Ordered.Parameters
        String span(@QueryParam int from, @QueryParam int to) {
            return "span";
        }

        @Override
        public String inherited(long id) {
            return "inherited";
        }

        @Get("/result")
        @Size(min = 2)
        String result(@QueryParam String x) {
            return x;
        }

        @Get("/attribute")
        String attribute(@Attribute @Size(min = 2) String user) {
            return user;
        }

        @Get("/all")
        String all(@QueryParam @Size(min = 2) @Pattern(regexp = "[a-z]+") String b, @QueryParam @Min(5) int a) {
            return "";
        }

        @Get("/hidden")
        private String hidden(@QueryParam @Min(1) int n) {
            return "hidden";
        }
    }

    private final Weir weir = Weir.of(new Shop());

    @Test
    void tellsAllViolatedConstraintsOfParametersByTheirNamesOnTheWire() throws Exception {
        assertEquals(
                "422 {\"type\":\"about:blank\",\"title\":\"Invalid request parameters\",\"status\":422,"
                        + "\"detail\":\"2 constraints are violated\",\"instance\":\"/page/101\",\"errors\":["
                        + "{\"in\":\"query\",\"name\":\"page\",\"code\":\"min\",\"detail\":\"must be greater than or equal to 1\"},"
                        + "{\"in\":\"path\",\"name\":\"size\",\"code\":\"max\",\"detail\":\"must be less than or equal to 100\"}]}",
                weir.get("/page/101?page=0"));
    }

    @Test
    void callsTheMethodWhenAllHold() throws Exception {
        assertEquals("200 page 1", weir.get("/page/100?page=1"));
    }

    @Test
    void checksOnlyWhatIsBound() throws Exception {
        assertTrue(weir.get("/page/101?page=x").startsWith("400"));
    }

    @Test
    void namesFieldsAndCookiesAndDoesNotRepeatTheirValues() throws Exception {
        String text =
                weir.text(Request.get("/secret").withHeader("Api-Key", "s3cr3t").withHeader("Cookie", "who=s4cr4t"));

        assertErrors(
                text,
                "{\"in\":\"header\",\"name\":\"Api-Key\",\"code\":\"pattern\",\"detail\":\"must match \\\"[a-z]+\\\"\"}",
                "{\"in\":\"cookie\",\"name\":\"who\",\"code\":\"email\",\"detail\":\"must be a well-formed email address\"}");
        assertTrue(!text.contains("s3cr3t") && !text.contains("s4cr4t"), text);
    }

    @Test
    void tellsWhichOfSeveralValues() throws Exception {
        assertErrors(
                weir.get("/tags?any=+&tag=a&tag=bbb&tag=c&tag=ddd"),
                "{\"in\":\"query\",\"name\":\"any\",\"code\":\"not-blank\",\"detail\":\"must not be blank\"}",
                "{\"in\":\"query\",\"name\":\"tag\",\"code\":\"size\",\"detail\":\"size must be between 0 and 3\"}",
                "{\"in\":\"query\",\"name\":\"tag\",\"index\":1,\"code\":\"size\",\"detail\":\"size must be between 0 and 2\"}",
                "{\"in\":\"query\",\"name\":\"tag\",\"index\":3,\"code\":\"size\",\"detail\":\"size must be between 0 and 2\"}");
    }

    @Test
    void looksIntoOptionals() throws Exception {
        assertEquals("200 optional", weir.get("/optional"));
        assertErrors(
                weir.get("/optional?n=0&m=0"),
                "{\"in\":\"query\",\"name\":\"n\",\"code\":\"min\",\"detail\":\"must be greater than or equal to 1\"}",
                "{\"in\":\"query\",\"name\":\"m\",\"code\":\"min\",\"detail\":\"must be greater than or equal to 1\"}");
    }

    @Test
    void checksFieldsOfForms() throws Exception {
        assertErrors(
                weir.text(Request.post("/form", MediaType.APPLICATION_FORM_URLENCODED, "title=+")),
                "{\"in\":\"form\",\"name\":\"title\",\"code\":\"not-blank\",\"detail\":\"must not be blank\"}");
    }

    @Test
    void checksRecordsOfParametersAndThoseInThemWithOrWithoutValid() throws Exception {
        for (String path : List.of("/search", "/searched")) {
            Request request = Request.get(path + "?q=a&page=0&per-page=101").withHeader("Request-Id", "7");
            assertErrors(
                    weir.text(request),
                    "{\"in\":\"query\",\"name\":\"q\",\"code\":\"size\",\"detail\":\"size must be between 2 and 2147483647\"}",
                    "{\"in\":\"query\",\"name\":\"page\",\"code\":\"min\",\"detail\":\"must be greater than or equal to 1\"}",
                    "{\"in\":\"query\",\"name\":\"per-page\",\"code\":\"max\",\"detail\":\"must be less than or equal to 100\"}",
                    "{\"in\":\"header\",\"name\":\"Request-Id\",\"code\":\"pattern\",\"detail\":\"must match \\\"[a-z]+\\\"\"}");
            assertEquals("200 found", weir.get(path + "?q=ab"));
        }
    }

    @Test
    void namesAllParametersWhereARecordAsAWholeIsWrong() throws Exception {
        assertErrors(
                weir.get("/search?q=ab&from=3&to=2"),
                "{\"in\":\"request\",\"name\":\"q, from, to, page, per-page, Request-Id\",\"code\":\"ordered\",\"detail\":\"from must not be after to\"}");
    }

    @Test
    void namesAllParametersWhereTheyAreWrongTogether() throws Exception {
        assertErrors(
                weir.get("/span?from=3&to=2"),
                "{\"in\":\"query\",\"name\":\"from, to\",\"code\":\"parameters\",\"detail\":\"from must not be after to\"}");
    }

    @Test
    void takesConstraintsFromInterfaces() throws Exception {
        assertErrors(
                weir.get("/inherited/0"),
                "{\"in\":\"path\",\"name\":\"id\",\"code\":\"positive\",\"detail\":\"must be greater than 0\"}");
    }

    @Test
    void checksPrivateMethodsToo() throws Exception {
        assertTrue(weir.get("/hidden?n=0").startsWith("422"));
    }

    @Test
    void listsViolationsInTheOrderOfParametersThenByCode() throws Exception {
        assertErrors(
                weir.get("/all?a=1&b=A"),
                "{\"in\":\"query\",\"name\":\"b\",\"code\":\"pattern\",\"detail\":\"must match \\\"[a-z]+\\\"\"}",
                "{\"in\":\"query\",\"name\":\"b\",\"code\":\"size\",\"detail\":\"size must be between 2 and 2147483647\"}",
                "{\"in\":\"query\",\"name\":\"a\",\"code\":\"min\",\"detail\":\"must be greater than or equal to 5\"}");
    }

    @Test
    void aResultThatViolatesAConstraintIsTheApplicationsFault() throws Exception {
        assertEquals("200 ab", weir.get("/result?x=ab"));

        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> weir.get("/result?x=a"));

        assertTrue(failure.getMessage().contains("Shop.result(String): result violates @Size"), failure.getMessage());
    }

    @Test
    void anAttributeThatViolatesAConstraintIsTheApplicationsFault() {
        Request request = Request.get("/attribute").withAttribute("user", "a");

        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> weir.text(request));

        assertTrue(failure.getMessage().contains("Shop.attribute(String): parameter 0 violates @Size"));
    }

    static void assertErrors(String text, String... errors) {
        String all = "\"errors\":[" + String.join(",", errors) + "]}";
        assertTrue(text.startsWith("422") && text.endsWith(all), text + "\n(expected: " + all + ")");
    }
}
