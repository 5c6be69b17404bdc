package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.controllers.ParameterCorners.Corners;
import dev.weir.controllers.ParameterCorners.Everything;
import dev.weir.controllers.ParameterCorners.Level;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Corners of the rules of parameters: where two of them meet, and where a rule has an end. */
class ParameterCornersTest {

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
