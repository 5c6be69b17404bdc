package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Params;
import dev.weir.annotations.Part;
import dev.weir.annotations.Patch;
import dev.weir.annotations.Post;
import dev.weir.annotations.Put;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.Split;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.multipart.Upload;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of binding, one test for each, in their order; the matrix and the tests by feature go into the corners. */
class ParameterRulesTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface Nullable {}

    enum Colour {
        RED,
        @JsonProperty("dark-blue")
        BLUE
    }

    record Celsius(int degrees) {
        static Celsius of(String text) {
            return new Celsius(Integer.parseInt(text));
        }
    }

    record Item(String name) {}

    record Few(@Size(max = 2) List<@Max(9) Integer> few) {}

    record Search(
            @QueryParam Optional<String> q,
            @QueryParam @DefaultValue("20") int size,
            @Params Sort sort) {}

    record Sort(@QueryParam @Nullable String by) {}

    interface Shelf<K, V> {
        @Put("/shelf/{key}")
        String put(K key, @QueryParam List<K> others, @Body V value);
    }

    @Controller
    static final class Rules implements Shelf<Long, List<Item>> {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/wins/{id}")
        String wins(@QueryParam("id") String query, String id) {
            return query + " " + id;
        }

        @Get("/context/{method}")
        String context(String method, Method other) {
            return method + " " + other;
        }

        @Post("/content")
        @Put("/content")
        @Patch("/content")
        String content(Item item, @QueryParam int n) {
            return item + " " + n;
        }

        @Get("/of")
        String of(@QueryParam Celsius c) {
            return c.toString();
        }

        @Get("/enum")
        String constant(@QueryParam Optional<Colour> c) {
            return c.toString();
        }

        @Get("/missing")
        String missing(@QueryParam int x) {
            return "" + x;
        }

        @Get("/lenient")
        String lenient(
                @QueryParam Optional<Integer> o,
                @QueryParam @DefaultValue("7") int d,
                @QueryParam @Nullable Integer n,
                @QueryParam List<Integer> l,
                @QueryParam Set<Integer> s,
                @QueryParam int[] a) {
            return o + " " + d + " " + n + " " + l + " " + s + " " + Arrays.toString(a);
        }

        @Get("/empty")
        String empty(@QueryParam String x, @QueryParam Optional<Integer> y) {
            return "<" + x + "> " + y;
        }

        @Get("/lists")
        String lists(@QueryParam List<String> x, @QueryParam @Split List<String> y) {
            return x.size() + " " + y.size();
        }

        @Get("/header")
        String header(@HeaderParam String requestId) {
            return requestId;
        }

        @Get("/params")
        String params(@Params Search search) {
            return search.toString();
        }

        @Override
        public String put(Long key, List<Long> others, List<Item> value) {
            return key + 1 + " " + others.stream().mapToLong(Long::longValue).sum() + " "
                    + value.get(0).name();
        }

        @Post("/all/{p}")
        void all(int p, @QueryParam int q, @HeaderParam int h, @CookieParam int c, @FormParam int f) {
            runs.incrementAndGet();
        }

        @Post("/parts/{p}")
        void parts(int p, @QueryParam int q, @Part int a, @Part Upload file) {
            runs.incrementAndGet();
        }

        @Post("/body/{p}")
        void body(int p, @Body Item item) {
            runs.incrementAndGet();
        }

        @Post("/constrained/{p}")
        void constrained(@Max(9) int p, @QueryParam @Max(9) int q, @HeaderParam @Max(9) int h, @Body Few few) {
            runs.incrementAndGet();
        }
    }

    private final Rules rules = new Rules();

    private final Weir weir = Weir.of(rules);

    @Test
    void anExplicitAnnotationWins() throws Exception {
        assertEquals("200 b a", weir.get("/wins/a?id=b"));
    }

    @Test
    void elseANameEqualToAPathVariableElseAContextType() throws Exception {
        assertEquals("200 x GET", weir.get("/context/x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void elseExactlyOneRemainingRecordIsTheBody(String method) throws Exception {
        Request request = Request.post("/content?n=1", MediaType.APPLICATION_JSON, "{\"name\":\"x\"}");
        assertEquals("200 Item[name=x] 1", weir.text(request.withMethod(Method.of(method))));
    }

    @Test
    void elseAStartUpFault() {
        for (Object wrong : List.of(new WrongControllers.NoSource(), new WrongControllers.TwoCandidatesForContent())) {
            assertThrows(InvalidControllersException.class, () -> Controllers.of(wrong));
        }
    }

    @Test
    void convertsWithTheUsersConverterThenWhatIsBuiltInThenAFactory() throws Exception {
        assertEquals("200 Celsius[degrees=5]", weir.get("/of?c=5"));
        Weir own = Weir.of(Controllers.builder()
                .converter(Celsius.class, text -> new Celsius(text.length()))
                .add(new Rules()));
        assertEquals("200 Celsius[degrees=3]", own.get("/of?c=abc"));
    }

    @Test
    void whatAConverterThrowsIsA400() throws Exception {
        assertTrue(weir.get("/of?c=x").startsWith("400"));
    }

    @Test
    void findsEnumConstantsByNameThenJsonNameThenCase() throws Exception {
        for (String name : List.of("BLUE", "dark-blue", "Dark-Blue", "blue")) {
            assertEquals("200 Optional[BLUE]", weir.get("/enum?c=" + name));
        }
    }

    @Test
    void listsTheEnumConstantsThatAreAllowed() throws Exception {
        assertTrue(weir.get("/enum?c=x").contains("\"allowed\":[\"RED\",\"dark-blue\"]"));
    }

    @Test
    void missingIsA400() throws Exception {
        assertTrue(weir.get("/missing").contains("\"name\":\"x\",\"code\":\"missing\""));
    }

    @Test
    void unlessItIsOptionalHasADefaultOrIsNullableAndCollectionsAreEmpty() throws Exception {
        assertEquals("200 Optional.empty 7 null [] [] []", weir.get("/lenient"));
    }

    @Test
    void anEmptyValueIsAStringAndAbsentForEveryOtherType() throws Exception {
        assertEquals("200 <> Optional.empty", weir.get("/empty?x=&y="));
    }

    @Test
    void aScalarGivenTwiceIsA400() throws Exception {
        assertTrue(weir.get("/missing?x=1&x=1").contains("\"code\":\"repeated\""));
    }

    @Test
    void listsComeFromRepeatedNamesAndAreSplitAtCommasOnlyWhenAskedFor() throws Exception {
        assertEquals("200 2 3", weir.get("/lists?x=a,b&x=c&y=a,b&y=c"));
    }

    @Test
    void headerNamesMayBeLeftOut() throws Exception {
        assertEquals("200 7", weir.text(Request.get("/header").withHeader("Request-Id", "7")));
    }

    @Test
    void paramsIsMadeOfARecordWithNestingAndAllComponentsMayBeAbsent() throws Exception {
        assertEquals("200 Search[q=Optional.empty, size=20, sort=Sort[by=null]]", weir.get("/params"));
        assertEquals("200 Search[q=Optional[a], size=5, sort=Sort[by=b]]", weir.get("/params?q=a&size=5&by=b"));
    }

    @Test
    void resolvesGenericTypesAgainstTheControllerClass() throws Exception {
        Request request = Request.post("/shelf/41?others=1&others=2", MediaType.APPLICATION_JSON, "[{\"name\":\"x\"}]");
        assertEquals("200 42 3 x", weir.text(request.withMethod(Method.PUT)));
    }

    @Test
    void collectsFaultsOfPathQueryHeaderCookieAndForm() throws Exception {
        Request request = Request.post("/all/x?q=x", MediaType.APPLICATION_FORM_URLENCODED, "f=x")
                .withHeader("H", "x")
                .withHeader("Cookie", "c=x");
        String text = weir.text(request);
        for (String error : List.of(
                "path\",\"name\":\"p",
                "query\",\"name\":\"q",
                "header\",\"name\":\"H",
                "cookie\",\"name\":\"c",
                "form\",\"name\":\"f")) {
            assertTrue(text.contains("{\"in\":\"" + error + "\",\"code\":\"not-a-number\""), text);
        }
    }

    @Test
    void collectsFaultsOfParts() throws Exception {
        String text = weir.text(PartRequests.withFields("/parts/x?q=x", "a", List.of("x")));
        for (String error : List.of("path\",\"name\":\"p", "query\",\"name\":\"q", "part\",\"name\":\"a")) {
            assertTrue(text.contains("{\"in\":\"" + error + "\",\"code\":\"not-a-number\""), text);
        }
        assertTrue(text.contains("{\"in\":\"part\",\"name\":\"file\",\"code\":\"missing\""), text);
        assertEquals(0, rules.runs.get());
    }

    @Test
    void bindsTheBodyOnlyIfEverythingElseIsBound() throws Exception {
        assertFalse(weir.post("/body/x", "{").contains("malformed-json"));
        assertTrue(weir.post("/body/1", "{").contains("malformed-json"));
    }

    @Test
    void validatesOnlyWhatIsBoundAndTellsAllOfItAtOnce() throws Exception {
        assertTrue(weir.post("/constrained/10?q=10", "{\"few\":[10,1,1]}").startsWith("400"));
        String text = weir.text(Request.post("/constrained/10?q=10", MediaType.APPLICATION_JSON, "{\"few\":[1,10,1]}")
                .withHeader("H", "10"));
        String all = "422.*\"p\",\"code\":\"max\".*\"q\".*\"H\".*\"#/few\",\"code\":\"size\".*\"#/few/1\".*";
        assertTrue(text.matches(all), text);
        assertEquals(0, rules.runs.get());
    }

    @Test
    void runsTheMethodOnlyWhenEverythingIsBound() throws Exception {
        weir.post("/body/x", "{\"name\":\"x\"}");
        weir.post("/body/1", "{");
        assertEquals(0, rules.runs.get());
        assertEquals("204", weir.post("/body/1", "{\"name\":\"x\"}"));
        assertEquals(1, rules.runs.get());
    }
}
