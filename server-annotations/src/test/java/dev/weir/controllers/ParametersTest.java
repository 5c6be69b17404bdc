package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.Route;
import dev.weir.http.Headers;
import dev.weir.http.Method;
import dev.weir.http.Peer;
import dev.weir.http.Request;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface Nullable {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @HeaderParam("X-Tenant")
    @interface Tenant {}

    enum State {
        OPEN,
        @com.fasterxml.jackson.annotation.JsonProperty("on-hold")
        HOLD,
        open_late,
        OPEN_LATE
    }

    interface Api<T> {
        @Get("/things/{id}")
        T thing(@PathParam("id") long key, @QueryParam("q") String query);
    }

    record Thing(long key, String query) {}

    @Controller
    static final class Things implements Api<Thing> {
        @Override
        public Thing thing(long key, String query) {
            return new Thing(key, query);
        }
    }

    @Controller("/c/{tenant}")
    static final class Everything {

        @Get("/path/{id}")
        String path(String tenant, long id) {
            return tenant + " " + id;
        }

        @Get("/rest/{*rest}")
        String rest(String tenant, String rest) {
            return rest;
        }

        @Get("/rest-list/{*rest}")
        String restList(String tenant, @PathParam List<String> rest) {
            return String.join("|", rest);
        }

        @Get({"/either", "/either/{id}"})
        String either(String tenant, Optional<Long> id) {
            return String.valueOf(id.orElse(0L));
        }

        @Get("/headers")
        String headers(String tenant, @HeaderParam String requestId, @HeaderParam Optional<Integer> xRateLimit) {
            return requestId + " " + xRateLimit.orElse(-1);
        }

        @Get("/composed")
        String composed(@PathParam String tenant, @Tenant String other) {
            return tenant + " " + other;
        }

        @Get("/defaults")
        String defaults(
                String tenant,
                @QueryParam @DefaultValue("20") int size,
                @QueryParam @DefaultValue("a") List<String> tag,
                @QueryParam @DefaultValue("") String text) {
            return size + " " + tag + " [" + text + "]";
        }

        @Get("/nullable")
        String nullable(String tenant, @QueryParam @Nullable Integer size, @CookieParam @Nullable String sid) {
            return size + " " + sid;
        }

        @Get("/lists")
        String lists(
                String tenant,
                @QueryParam List<Integer> n,
                @QueryParam Set<String> s,
                @QueryParam int[] a,
                @QueryParam String[] t) {
            return n + " " + s + " " + Arrays.toString(a) + " " + Arrays.toString(t);
        }

        @Get("/state")
        String state(String tenant, @QueryParam State s) {
            return s.name();
        }

        @Get("/context")
        String context(String tenant, Request request, Headers headers, Peer peer, Method method) {
            return request.path() + " " + headers.size() + " " + peer.isSecure() + " " + method;
        }

        @Route(method = "PROPFIND", path = "/dav")
        String dav(String tenant) {
            return "dav";
        }

        @Post("/many/{id}")
        void many(String tenant, int id, @QueryParam int page, @HeaderParam int depth, @CookieParam State s) {}
    }

    private final Weir weir = Weir.of(new Everything(), new Things());

    @Test
    void takesPathVariablesByName() throws Exception {
        assertEquals("200 a/b 7", weir.get("/c/a%2Fb/path/7"));
    }

    @Test
    void refusesPathVariablesThatDoNotConvert() throws Exception {
        assertEquals(
                "400 {\"type\":\"about:blank\",\"title\":\"Invalid request parameters\",\"status\":400,"
                        + "\"detail\":\"1 parameter is invalid\",\"instance\":\"/c/t/path/x\",\"errors\":[{\"in\":\"path\","
                        + "\"name\":\"id\",\"code\":\"not-a-number\",\"detail\":\"not a valid integer\","
                        + "\"expected\":\"int64\"}]}",
                weir.get("/c/t/path/x"));
    }

    @Test
    void joinsTheRestOfAPath() throws Exception {
        assertEquals("200 a/b c", weir.get("/c/t/rest/a/b%20c"));
        assertEquals("200", weir.get("/c/t/rest"));
    }

    @Test
    void refusesARestThatWouldNotTellWhereSegmentsEnd() throws Exception {
        assertTrue(weir.get("/c/t/rest/a%2Fb").startsWith("400"));
        assertTrue(weir.get("/c/t/rest/a%5Cb").startsWith("400"));
    }

    @Test
    void givesTheSegmentsOfARestAsAList() throws Exception {
        assertEquals("200 a/b|c", weir.get("/c/t/rest-list/a%2Fb/c"));
    }

    @Test
    void takesVariablesThatOnlySomePathsHave() throws Exception {
        assertEquals("200 0", weir.get("/c/t/either"));
        assertEquals("200 5", weir.get("/c/t/either/5"));
    }

    @Test
    void derivesFieldNames() throws Exception {
        Request request =
                Request.get("/c/t/headers").withHeader("request-id", "r1").withHeader("X-Rate-Limit", "5");
        assertEquals("200 r1 5", weir.text(request));
    }

    @Test
    void namesHeadersInErrorsAsOnTheWireWithoutTheirValue() throws Exception {
        Request request = Request.get("/c/t/headers").withHeader("X-Rate-Limit", "s3cret");
        String text = weir.text(request);
        assertTrue(text.contains("{\"in\":\"header\",\"name\":\"Request-Id\",\"code\":\"missing\""), text);
        assertTrue(text.contains("{\"in\":\"header\",\"name\":\"X-Rate-Limit\",\"code\":\"not-a-number\""), text);
        assertFalse(text.contains("s3cret"), text);
    }

    @Test
    void understandsComposedAnnotations() throws Exception {
        assertEquals("200 t u", weir.text(Request.get("/c/t/composed").withHeader("X-Tenant", "u")));
    }

    @Test
    void understandsAnnotationsOnInterfacesWithGenerics() throws Exception {
        assertEquals("200 {\"key\":3,\"query\":\"x\"}", weir.get("/things/3?q=x"));
    }

    @Test
    void fillsInDefaults() throws Exception {
        assertEquals("200 20 [a] []", weir.get("/c/t/defaults"));
        assertEquals(
                "200 20 [] [b]", weir.get("/c/t/defaults?size=&tag=&text=b").replace("[, ]", "[]"));
        assertEquals("200 5 [x, y] [z]", weir.get("/c/t/defaults?size=5&tag=x&tag=y&text=z"));
    }

    @Test
    void givesNullWhereItIsDeclared() throws Exception {
        assertEquals("200 null null", weir.get("/c/t/nullable"));
        assertEquals("200 null null", weir.get("/c/t/nullable?size="));
    }

    @Test
    void takesListsFromRepeatedNames() throws Exception {
        assertEquals("200 [1, 2] [b, a] [3] [, x]", weir.get("/c/t/lists?n=1&n=&n=2&s=b&s=a&s=b&a=3&t=&t=x"));
        assertTrue(weir.get("/c/t/lists?n=1,2").contains("not-a-number"));
    }

    @Test
    void findsEnumConstantsByNameThenJsonNameThenCase() throws Exception {
        assertEquals("200 OPEN", weir.get("/c/t/state?s=OPEN"));
        assertEquals("200 HOLD", weir.get("/c/t/state?s=on-hold"));
        assertEquals("200 HOLD", weir.get("/c/t/state?s=HOLD"));
        assertEquals("200 OPEN", weir.get("/c/t/state?s=Open"));
        assertEquals("200 HOLD", weir.get("/c/t/state?s=On-Hold"));
        assertEquals("200 open_late", weir.get("/c/t/state?s=open_late"));
    }

    @Test
    void doesNotGuessBetweenConstantsThatDifferInCaseAlone() throws Exception {
        assertTrue(weir.get("/c/t/state?s=Open_Late").contains("not-in-enum"));
    }

    @Test
    void tellsWhichConstantsAreAllowed() throws Exception {
        String text = weir.get("/c/t/state?s=x");
        assertTrue(text.contains("\"allowed\":[\"OPEN\",\"on-hold\",\"open_late\",\"OPEN_LATE\"]"), text);
    }

    @Test
    void findsEnumConstantsUnderAnyDefaultLocale() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(new Locale("tr"));
        try {
            assertEquals("200 OPEN_LATE", weir.get("/c/t/state?s=OPEN_LATE"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void givesPartsOfTheRequestByType() throws Exception {
        assertEquals("200 /c/t/context 0 false GET", weir.get("/c/t/context"));
    }

    @Test
    void answersMethodsThatHaveNoAnnotationOfTheirOwn() throws Exception {
        assertEquals("200 dav", weir.text(Request.of(Method.of("PROPFIND"), "/c/t/dav")));
    }

    @Test
    void tellsAllWrongParametersAtOnce() throws Exception {
        Request request = Request.of(Method.POST, "/c/t/many/x?page=1&page=2").withHeader("Cookie", "s=shut");
        String text = weir.text(request);
        assertTrue(text.contains("\"detail\":\"4 parameters are invalid\""), text);
        assertTrue(text.contains("{\"in\":\"query\",\"name\":\"page\",\"code\":\"repeated\""), text);
        assertTrue(text.contains("{\"in\":\"header\",\"name\":\"Depth\",\"code\":\"missing\""), text);
        assertTrue(text.contains("{\"in\":\"cookie\",\"name\":\"s\",\"code\":\"not-in-enum\""), text);
        assertFalse(text.contains("shut"), text);
    }

    @Test
    void usesConvertersOfTheApplicationFirst() throws Exception {
        Weir own = Weir.of(Controllers.builder()
                .converter(Integer.class, text -> Integer.parseInt(text, 16))
                .converter(int.class, text -> Integer.parseInt(text, 16))
                .add(new Everything()));
        assertEquals("200 255 [a] []", own.get("/c/t/defaults?size=ff"));
        assertTrue(own.get("/c/t/defaults?size=xyz").contains("\"code\":\"malformed\""));
    }
}
