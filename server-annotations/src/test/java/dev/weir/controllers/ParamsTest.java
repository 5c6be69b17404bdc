package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Params;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import dev.weir.http.HttpException;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Status;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Records that group parameters. */
class ParamsTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface Nullable {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
    @HeaderParam("X-Tenant")
    @interface Tenant {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @Params
    @interface Grouped {}

    record Search(
            @QueryParam Optional<String> q,
            @QueryParam @DefaultValue("20") int size,
            @QueryParam @Nullable Integer page,
            @QueryParam List<String> tag,
            @QueryParam OptionalInt most) {}

    record Range<T>(@QueryParam T from, @QueryParam T to) {}

    record Everywhere(
            long id,
            @PathParam("name") String called,
            @HeaderParam int xLevel,
            @CookieParam String sid,
            Method method) {}

    record Outer(@Tenant String tenant, @Params Search search, Inner inner) {}

    @Params
    record Inner(@QueryParam boolean deep) {}

    record Explicit(@QueryParam int width, @QueryParam int height) {
        Explicit(int width, int height) {
            this.width = width;
            this.height = height * 2;
        }
    }

    record Ordered(
            @QueryParam("lo") int low, @HeaderParam("X-Hi") int high) {
        Ordered {
            if (low > high) {
                throw new IllegalArgumentException("s3cret");
            }
            if (high == 42) {
                throw new HttpException(Status.CONFLICT);
            }
            if (high == 43) {
                throw new StackOverflowError("on purpose");
            }
        }
    }

    record Slice(@QueryParam int from, @QueryParam int to) {
        Slice {
            if (from > to) {
                throw new IllegalArgumentException();
            }
        }
    }

    record None() {}

    record Text(String text) {}

    @Controller
    static final class Grouping {

        @Get("/search")
        String search(@Params Search search) {
            return search.toString();
        }

        @Get("/range")
        String range(@Params Range<Integer> range) {
            return range.toString();
        }

        @Get("/everywhere/{id}/{name}")
        String everywhere(@Params Everywhere all) {
            return all.toString();
        }

        @Get("/outer")
        String outer(@Params Outer outer) {
            return outer.toString();
        }

        @Get("/explicit")
        String explicit(@Params Explicit explicit) {
            return explicit.toString();
        }

        @Get("/ordered")
        String ordered(@Params Ordered ordered) {
            return ordered.toString();
        }

        @Get("/slice")
        String slice(@Params Slice slice) {
            return slice.toString();
        }

        @Get("/composed")
        String composed(@Grouped Inner inner, @Grouped None none) {
            return inner.toString() + none;
        }

        @Post("/with-body")
        String withBody(Inner inner, Text text) {
            return inner + " " + text;
        }

        @Post("/as-body")
        String asBody(@Body Inner inner) {
            return inner.toString();
        }
    }

    private final Weir weir = Weir.of(new Grouping());

    @Test
    void makesTheRecordEvenIfAllComponentsAreAbsent() throws Exception {
        assertEquals(
                "200 Search[q=Optional.empty, size=20, page=null, tag=[], most=OptionalInt.empty]",
                weir.get("/search"));
    }

    @Test
    void bindsComponentsAsParametersAre() throws Exception {
        assertEquals(
                "200 Search[q=Optional[a b], size=5, page=2, tag=[x, y], most=OptionalInt[9]]",
                weir.get("/search?q=a+b&size=5&page=2&tag=x&tag=y&most=9"));
    }

    @Test
    void takesComponentsFromEverySource() throws Exception {
        assertEquals(
                "200 Everywhere[id=7, called=ada, xLevel=3, sid=s1, method=GET]",
                weir.text(Request.get("/everywhere/7/ada")
                        .withHeader("X-Level", "3")
                        .withHeader("Cookie", "sid=s1")));
    }

    @Test
    void knowsWhatTypeVariablesOfTheRecordStandFor() throws Exception {
        assertEquals("200 Range[from=1, to=2]", weir.get("/range?from=1&to=2"));
        assertTrue(weir.get("/range?from=x&to=2").contains("\"name\":\"from\",\"code\":\"not-a-number\""));
    }

    @Test
    void nestsRecords() throws Exception {
        assertEquals(
                "200 Outer[tenant=t, search=Search[q=Optional[x], size=20, page=null, tag=[], most=OptionalInt.empty],"
                        + " inner=Inner[deep=true]]",
                weir.text(Request.get("/outer?q=x&deep=true").withHeader("X-Tenant", "t")));
    }

    @Test
    void tellsAllWrongComponentsAtOnceWithTheirNamesOnTheWire() throws Exception {
        String text = weir.get("/outer?size=1&size=2&page=x&most=y");
        assertTrue(text.contains("\"detail\":\"5 parameters are invalid\""), text);
        assertTrue(text.contains("{\"in\":\"header\",\"name\":\"X-Tenant\",\"code\":\"missing\""), text);
        assertTrue(text.contains("{\"in\":\"query\",\"name\":\"size\",\"code\":\"repeated\""), text);
        assertTrue(text.contains("{\"in\":\"query\",\"name\":\"page\",\"code\":\"not-a-number\""), text);
        assertTrue(text.contains("{\"in\":\"query\",\"name\":\"most\",\"code\":\"not-a-number\""), text);
        assertTrue(text.contains("{\"in\":\"query\",\"name\":\"deep\",\"code\":\"missing\""), text);
    }

    @Test
    void makesRecordsThroughTheirCanonicalConstructor() throws Exception {
        assertEquals("200 Explicit[width=1, height=4]", weir.get("/explicit?width=1&height=2"));
    }

    @Test
    void refusesWhatTheConstructorRefuses() throws Exception {
        String text = weir.text(Request.get("/ordered?lo=2").withHeader("X-Hi", "1"));
        assertTrue(
                text.endsWith("\"errors\":[{\"in\":\"request\",\"name\":\"lo, X-Hi\",\"code\":\"malformed\","
                        + "\"detail\":\"not valid together\"}]}"),
                text);
        assertTrue(text.startsWith("400"), text);
        assertTrue(weir.get("/slice?from=2&to=1").contains("{\"in\":\"query\",\"name\":\"from, to\""));
    }

    @Test
    void answersWithTheHttpExceptionOfTheConstructor() throws Exception {
        assertTrue(
                weir.text(Request.get("/ordered?lo=1").withHeader("X-Hi", "42")).startsWith("409"));
    }

    @Test
    void letsErrorsOfTheConstructorFly() {
        assertThrows(
                StackOverflowError.class,
                () -> weir.text(Request.get("/ordered?lo=1").withHeader("X-Hi", "43")));
    }

    @Test
    void understandsComposedAnnotationsAndRecordsWithoutComponents() throws Exception {
        assertEquals("200 Inner[deep=false]None[]", weir.get("/composed?deep=false"));
    }

    @Test
    void doesNotTakeGroupedParametersForTheContent() throws Exception {
        assertEquals("200 Inner[deep=true] Text[text=x]", weir.post("/with-body?deep=true", "{\"text\":\"x\"}"));
    }

    @Test
    void letsAnAnnotationOnTheParameterGoBeforeTheOneOnItsType() throws Exception {
        assertEquals("200 Inner[deep=true]", weir.post("/as-body", "{\"deep\":true}"));
    }
}
