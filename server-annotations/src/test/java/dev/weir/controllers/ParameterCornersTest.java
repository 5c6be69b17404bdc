package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.Delete;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Params;
import dev.weir.annotations.Part;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Corners of the rules of parameters: where two of them meet, and where a rule has an end. */
class ParameterCornersTest {

    /** Offers everything; each says which it was. */
    record Everything(String by) {
        static Everything of(String text) {
            return new Everything("of " + text);
        }

        static Everything of(int number) {
            return new Everything("of int " + number);
        }

        static Everything valueOf(String text) {
            return new Everything("valueOf " + text);
        }

        static Everything fromString(String text) {
            return new Everything("fromString " + text);
        }
    }

    record AllButOf(String by) {
        static AllButOf valueOf(String text) {
            return new AllButOf("valueOf " + text);
        }

        static AllButOf fromString(String text) {
            return new AllButOf("fromString " + text);
        }
    }

    record Text(String by) {
        static Text fromString(String text) {
            return new Text("fromString " + text);
        }

        /** Of another type, and so no factory. */
        static String of(String text) {
            return text;
        }

        /** Not static, and so no factory. */
        Text valueOf(String text) {
            return this;
        }
    }

    static final class Thrower {
        static Thrower of(String text) throws IOException {
            return switch (text) {
                case "checked" -> throw new IOException("s3cret");
                case "unchecked" -> throw new IllegalStateException("s3cret");
                case "null" -> null;
                case "error" -> throw new StackOverflowError("on purpose");
                default -> new Thrower();
            };
        }
    }

    enum Level {
        LOW("l-1"),
        HIGH("h-1");

        private final String code;

        Level(String code) {
            this.code = code;
        }

        @JsonValue
        String code() {
            return code;
        }
    }

    enum Crossed {
        @JsonProperty("B")
        A,
        @JsonProperty("A")
        B,
        WITH_BODY {
            @Override
            public String toString() {
                return "body";
            }
        }
    }

    enum Many {
        V0,
        V1,
        V2,
        V3,
        V4,
        V5,
        V6,
        V7,
        V8,
        V9,
        V10,
        V11,
        V12,
        V13,
        V14,
        V15,
        V16,
        V17,
        V18,
        V19,
        V20
    }

    record Item(String name) {}

    record Choice(Many many) {}

    static final class Bean {
        private String name;

        public void setName(String name) {
            this.name = name;
        }
    }

    record Deep(@QueryParam int q, @Params Deeper deeper) {}

    record Deeper(
            @HeaderParam int h,
            @CookieParam int c,
            @QueryParam Optional<Integer> o) {}

    abstract static class Generic<T, L> {
        @Get("/generic/{id}")
        String get(
                T id,
                @QueryParam Optional<T> optional,
                @QueryParam List<? extends T> list,
                @QueryParam T[] array,
                @QueryParam L level) {
            return id.getClass().getSimpleName() + optional + list + Arrays.toString(array) + level;
        }

        @Post("/generic")
        String post(@Body Map<String, List<T>> content) {
            return content.get("x").get(0).getClass().getSimpleName();
        }
    }

    @Controller
    static final class Corners extends Generic<Long, Level> {

        @Get("/wins/{method}")
        String wins(@HeaderParam("X-M") Method method, @PathParam("method") Everything other) {
            return method + " " + other.by();
        }

        @Post("/record-by-name/{item}")
        String recordByName(Everything item, Item content) {
            return item.by() + " " + content;
        }

        @Post("/annotated-record")
        String annotatedRecord(@QueryParam Item item, Bean content) {
            return item + " " + content.name;
        }

        @Delete("/explicit-content")
        String explicitContent(@Body Item item) {
            return item.toString();
        }

        @Get("/factories")
        String factories(@QueryParam Everything a, @QueryParam AllButOf b, @QueryParam Text c, @QueryParam Item d) {
            return a.by() + ", " + b.by() + ", " + c.by() + ", " + d;
        }

        @Get("/thrower")
        String thrower(@QueryParam Thrower t) {
            return "made";
        }

        @Get("/level")
        String level(@QueryParam Level l) {
            return l.name();
        }

        @Get("/crossed")
        String crossed(@QueryParam Crossed c) {
            return c.name();
        }

        @Get("/many")
        String many(@QueryParam Many m) {
            return m.name();
        }

        @Post("/many")
        String many(@Body Choice choice) {
            return choice.toString();
        }

        @Get("/headers")
        String headers(
                @HeaderParam Optional<String> eTag,
                @HeaderParam Optional<String> ifNoneMatch,
                @HeaderParam Optional<String> dnt,
                @HeaderParam Optional<String> x_request_id) {
            return eTag.isPresent() + " " + ifNoneMatch.isPresent() + " " + dnt.isPresent() + " "
                    + x_request_id.isPresent();
        }

        @Get("/scalar")
        String scalar(@QueryParam Optional<Integer> x, @QueryParam Optional<String> s) {
            return x + " " + s;
        }

        @Get("/rest/{n}/{*rest}")
        String rest(int n, String rest, @QueryParam int q) {
            return rest;
        }

        @Post("/deep/{p}")
        void deep(int p, @Params Deep deep, @Body Item item) {}

        @Post("/deep-parts/{p}")
        void deepParts(int p, @Params Deep deep, @Part int a, @Part Item item) {}
    }

    private final Weir weir = Weir.of(new Corners());

    @Test
    void anAnnotationWinsOverAPathVariableAndAContextTypeAndTheContent() throws Exception {
        assertEquals("200 PUT of GET", weir.text(Request.get("/wins/GET").withHeader("X-M", "PUT")));
        assertEquals("200 of x Item[name=y]", weir.post("/record-by-name/x", "{\"name\":\"y\"}"));
        assertEquals("200 Item[name=x] y", weir.post("/annotated-record?item=x", "{\"name\":\"y\"}"));
    }

    @Test
    void otherMethodsTakeContentWhereItIsSaid() throws Exception {
        Request request = Request.post("/explicit-content", MediaType.APPLICATION_JSON, "{\"name\":\"x\"}");
        assertEquals("200 Item[name=x]", weir.text(request.withMethod(Method.DELETE)));
    }

    @Test
    void ofGoesBeforeValueOfBeforeFromStringBeforeTheConstructor() throws Exception {
        assertEquals("200 of x, valueOf x, fromString x, Item[name=x]", weir.get("/factories?a=x&b=x&c=x&d=x"));
    }

    @Test
    void theUsersConverterGoesBeforeAllThat() throws Exception {
        Weir own = Weir.of(Controllers.builder()
                .converter(Everything.class, text -> new Everything("own " + text))
                .converter(Level.class, text -> Level.values()[Integer.parseInt(text)])
                .converter(Long.class, text -> 5L)
                .add(new Corners()));
        assertEquals("200 own x, valueOf x, fromString x, Item[name=x]", own.get("/factories?a=x&b=x&c=x&d=x"));
        assertEquals("200 HIGH", own.get("/level?l=1"));
        assertTrue(own.get("/level?l=HIGH").startsWith("400"));
        assertEquals(
                "200 LongOptional[5][5, 5][5]HIGH", own.get("/generic/x?optional=x&list=x&list=x&array=x&level=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"checked", "unchecked", "null"})
    void whateverAFactoryThrowsIsA400ThatTellsNothingOfIt(String text) throws Exception {
        String answer = weir.get("/thrower?t=" + text);
        assertTrue(answer.startsWith("400"), answer);
        assertTrue(answer.contains("{\"in\":\"query\",\"name\":\"t\",\"code\":\"malformed\""), answer);
        assertFalse(answer.contains("s3cret"), answer);
        assertThrows(StackOverflowError.class, () -> weir.get("/thrower?t=error"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/level?l=LOW, LOW",
        "/level?l=l-1, LOW",
        "/level?l=L-1, LOW",
        "/level?l=high, HIGH",
        "/crossed?c=A, A",
        "/crossed?c=B, B",
        "/crossed?c=WITH_BODY, WITH_BODY",
        "/crossed?c=with_body, WITH_BODY",
        "/many?m=v20, V20",
    })
    void anEnumIsFoundByNameThenJsonNameThenCase(String target, String name) throws Exception {
        assertEquals("200 " + name, weir.get(target));
    }

    @Test
    void aNameThatTwoConstantsHaveButForItsCaseIsNoMatch() throws Exception {
        assertTrue(weir.get("/crossed?c=a").contains("not-in-enum"));
    }

    @Test
    void whatIsAllowedIsListedByJsonNameUpToTwenty() throws Exception {
        assertTrue(weir.get("/level?l=x").contains("\"allowed\":[\"l-1\",\"h-1\"]"));
        String twenty = "\"code\":\"not-in-enum\",\"detail\":\"unknown value; 20 of 21 are listed\","
                + "\"allowed\":[\"V0\",\"V1\",\"V2\",\"V3\",\"V4\",\"V5\",\"V6\",\"V7\",\"V8\",\"V9\",\"V10\",\"V11\","
                + "\"V12\",\"V13\",\"V14\",\"V15\",\"V16\",\"V17\",\"V18\",\"V19\"]}]}";
        assertTrue(weir.get("/many?m=x").endsWith(twenty), weir.get("/many?m=x"));
        assertTrue(weir.post("/many", "{\"many\":\"x\"}").endsWith(twenty), weir.post("/many", "{\"many\":\"x\"}"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "x=       | 200 Optional.empty Optional.empty",
                "x        | 200 Optional.empty Optional.empty",
                "s=       | 200 Optional.empty Optional[]",
                "s        | 200 Optional.empty Optional[]",
                "s=%20    | 200 Optional.empty Optional[ ]",
                "x=&x=    | 400",
                "x=&x=1   | 400",
                "s=&s=    | 400",
                "X=1      | 200 Optional.empty Optional.empty",
                "x=+1     | 400",
                "x=%2B1   | 400",
                "x=1%20   | 400",
            })
    void anEmptyValueIsAbsentForOtherTypesThanStringAndTwoAreTwoAllTheSame(String query, String answer)
            throws Exception {
        String text = weir.get("/scalar?" + query);
        assertEquals(answer, answer.equals("400") ? text.substring(0, 3) : text);
    }

    @Test
    void fieldNamesAreThoseOfParametersInAnyCase() throws Exception {
        Request request = Request.get("/headers")
                .withHeader("E-TAG", "x")
                .withHeader("if-none-match", "x")
                .withHeader("DNT", "1")
                .withHeader("X-Request-Id", "1");
        assertEquals("200 true true true true", weir.text(request));
    }

    @Test
    void typeVariablesAreKnownWithinOptionalsListsWildcardsAndArrays() throws Exception {
        assertEquals(
                "200 LongOptional[2][3, 4][5]HIGH", weir.get("/generic/1?optional=2&list=3&list=4&array=5&level=h-1"));
        for (String query : List.of("optional=x", "list=x", "array=x", "level=x")) {
            assertTrue(weir.get("/generic/1?level=HIGH&" + query).startsWith("400"), query);
        }
        assertEquals("200 Long", weir.post("/generic", "{\"x\":[1]}"));
    }

    @Test
    void allFaultsOfAllSourcesAreToldInTheOrderOfParametersAndTheBodyIsNotReadThen() throws Exception {
        Request request = Request.post("/deep/x?q=1&q=2&o=x", MediaType.TEXT_PLAIN, "s3cret")
                .withHeader("H", "s3cret");
        String text = weir.text(request);
        String errors = "400.*\"5 parameters are invalid\".*\"errors\":\\["
                + "\\{\"in\":\"path\",\"name\":\"p\",\"code\":\"not-a-number\"[^}]*\\},"
                + "\\{\"in\":\"query\",\"name\":\"q\",\"code\":\"repeated\"[^}]*\\},"
                + "\\{\"in\":\"header\",\"name\":\"H\",\"code\":\"not-a-number\"[^}]*\\},"
                + "\\{\"in\":\"cookie\",\"name\":\"c\",\"code\":\"missing\"[^}]*\\},"
                + "\\{\"in\":\"query\",\"name\":\"o\",\"code\":\"not-a-number\"[^}]*\\}\\]\\}";
        assertTrue(text.matches(errors), text);
        assertFalse(text.contains("s3cret"), text);
    }

    @Test
    void aRestThatIsRefusedIsToldTogetherWithAllOthers() throws Exception {
        String text = weir.get("/rest/x/a%2Fb?q=x");
        assertTrue(text.startsWith("400"), text);
        assertTrue(text.contains("\"detail\":\"3 parameters are invalid\""), text);
        assertTrue(text.contains("{\"in\":\"path\",\"name\":\"rest\",\"code\":\"malformed\""), text);
    }

    @Test
    void partsAreToldTogetherWithAllOthers() throws Exception {
        String text = weir.text(PartRequests.withFields("/deep-parts/x", "a", List.of("1", "2")));
        for (String error : List.of(
                "path\",\"name\":\"p",
                "query\",\"name\":\"q",
                "header\",\"name\":\"H",
                "cookie\",\"name\":\"c",
                "part\",\"name\":\"a\",\"code\":\"repeated",
                "part\",\"name\":\"item\",\"code\":\"missing")) {
            assertTrue(text.contains("{\"in\":\"" + error), text);
        }
    }
}
