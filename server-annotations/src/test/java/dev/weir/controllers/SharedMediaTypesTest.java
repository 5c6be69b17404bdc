package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Body;
import dev.weir.annotations.Consumes;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Delete;
import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.Part;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.openapi.OpenApi;
import dev.weir.routing.Route;
import dev.weir.routing.RouteListing;
import dev.weir.sse.EventStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code @Produces} and {@code @Consumes} on a controller, for all of its methods. */
class SharedMediaTypesTest {

    @BeforeAll
    static void openToJackson() {
        Weir.openToJackson();
    }

    @Controller("/pages")
    @Produces("text/html; charset=utf-8")
    @Consumes("application/x-www-form-urlencoded")
    static class Pages {

        @Get
        String page() {
            return "<p>";
        }

        @Get("/data")
        @Produces("application/json")
        List<Integer> data() {
            return List.of(1);
        }

        @Get("/answer")
        Response answer() {
            return Response.text("plain");
        }

        @Get("/events")
        EventStream events() {
            return EventStream.of(Stream.of());
        }

        @Get("/failing")
        String failing() {
            throw new IllegalStateException();
        }

        @ExceptionHandler
        String failed(IllegalStateException e) {
            return "sorry";
        }

        @Post
        String save(@FormParam String name) {
            return name;
        }

        @Post("/data")
        @Consumes("application/json")
        void data(@Body List<Integer> data) {}

        @Post("/close")
        void close() {}

        @Delete
        void delete() {}
    }

    private final Weir pages = Weir.of(new Pages());

    private static Optional<String> type(Response response) {
        return response.header("Content-Type");
    }

    private Response get(String target) throws Exception {
        return pages.handle(Request.get(target));
    }

    @Test
    void theClassSaysWhatItsMethodsMake() throws Exception {
        assertEquals(Optional.of("text/html; charset=utf-8"), type(get("/pages")));
        assertTrue(pages.text(Request.get("/pages").withHeader("Accept", "application/json"))
                .startsWith("406 "));
    }

    @Test
    void theMethodGoesBeforeTheClass() throws Exception {
        assertEquals(Optional.of("application/json"), type(get("/pages/data")));
        assertEquals("204", pages.post("/pages/data", "[1]"));
    }

    @Test
    void responsesHaveAMediaTypeOfTheirOwn() throws Exception {
        Request request = Request.get("/pages/answer").withHeader("Accept", "text/plain");
        assertEquals("200 plain", pages.text(request));
        assertEquals(
                Optional.of("text/event-stream"),
                type(pages.handle(Request.get("/pages/events").withHeader("Accept", "text/html"))));
    }

    @Test
    void exceptionHandlersHaveAMediaTypeOfTheirOwn() throws Exception {
        assertEquals(Optional.of("text/plain; charset=utf-8"), type(get("/pages/failing")));
    }

    @Test
    void theClassSaysWhatItsMethodsTake() throws Exception {
        Request form = Request.post("/pages", MediaType.APPLICATION_FORM_URLENCODED, "name=a");
        assertEquals("200 a", pages.text(form));
        Response refusal = pages.handle(Request.post("/pages", MediaType.APPLICATION_JSON, "{}"));
        assertEquals(415, refusal.status().code());
        assertEquals(Optional.of("application/x-www-form-urlencoded"), refusal.header("Accept"));
    }

    @Test
    void methodsWithoutContentTakeNoOtherMediaTypeButNeedNone() throws Exception {
        assertEquals("204", pages.text(Request.of(Method.POST, "/pages/close")));
        assertTrue(pages.text(Request.post("/pages/close", MediaType.TEXT_PLAIN_UTF_8, "x"))
                .startsWith("415 "));
        assertEquals("204", pages.text(Request.of(Method.DELETE, "/pages")));
        assertEquals(Optional.empty(), type(pages.handle(Request.of(Method.DELETE, "/pages"))));
    }

    @Test
    void listingsAndDescriptionsTellIt() {
        List<Route> routes = Controllers.of(new Pages());
        String listing = RouteListing.of(routes).replaceAll(" +", " ");
        assertTrue(listing.contains("GET /pages text/html; charset=utf-8 Pages.page()"), listing);
        assertTrue(listing.contains("POST /pages/close application/x-www-form-urlencoded Pages.close()"), listing);
        assertTrue(listing.contains("POST /pages/data application/json Pages.data(List)"), listing);
        String document = OpenApi.of(routes).toJson();
        assertTrue(
                document.contains("\"requestBody\":{\"content\":{\"application/x-www-form-urlencoded\":{"), document);
        assertTrue(document.contains("\"content\":{\"text/html; charset=utf-8\":{"), document);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Controller("/composed")
    @Produces("text/csv")
    @interface Table {}

    @Table
    static final class Composed {
        @Get
        String table() {
            return "a,b";
        }
    }

    @Produces("text/csv")
    interface Tabular {
        @Get("/own")
        @Produces("text/plain")
        String own();
    }

    abstract static class Base {
        @Get("/inherited")
        String inherited() {
            return "a,b";
        }
    }

    @Controller
    static final class Concrete extends Base implements Tabular {
        @Override
        public String own() {
            return "own";
        }
    }

    @Controller("/other")
    @Produces("text/plain")
    static final class OtherPages extends Pages {}

    @Test
    void composedAnnotationsSayItToo() throws Exception {
        assertEquals(Optional.of("text/csv"), type(Weir.of(new Composed()).handle(Request.get("/composed"))));
    }

    @Test
    void whatTheClassExtendsAndImplementsSaysItToo() throws Exception {
        Weir concrete = Weir.of(new Concrete());
        assertEquals(Optional.of("text/csv"), type(concrete.handle(Request.get("/inherited"))));
        assertEquals(Optional.of("text/plain"), type(concrete.handle(Request.get("/own"))));
    }

    @Test
    void aClassGoesBeforeItsSuperclass() throws Exception {
        assertEquals(Optional.of("text/plain"), type(Weir.of(new OtherPages()).handle(Request.get("/other"))));
    }

    @Controller("/a")
    @Produces("text/html")
    @Consumes("application/json")
    static final class Misfits {
        @Get
        Stream<Integer> data() {
            return Stream.of();
        }

        @Post
        String save(@Part String name) {
            return name;
        }
    }

    @Controller("/a")
    @Produces("html")
    @Consumes({})
    static final class Malformed {
        @Get("/1")
        String first() {
            return "";
        }

        @Get("/2")
        @Produces("text/plain")
        String second() {
            return "";
        }

        @Post("/3")
        void third() {}
    }

    @Test
    void whatDoesNotFitAMethodIsToldAtStartWithBothPlaces() {
        assertEquals("""
                Cannot start: 2 faults in annotated controllers
                 1. @Produces("text/html") of the class on a result that is written as JSON, lines of it or events
                      dev.weir.controllers.SharedMediaTypesTest.Misfits.data()         SharedMediaTypesTest.java:LINE  @Get
                      dev.weir.controllers.SharedMediaTypesTest.Misfits                SharedMediaTypesTest.java
                    Name application/json or one that ends in +json, application/x-ndjson or text/event-stream. @Produces on the method goes before that of the class.
                 2. @Consumes("application/json") of the class on content that is parts of a form
                      dev.weir.controllers.SharedMediaTypesTest.Misfits.save(String)   SharedMediaTypesTest.java:LINE  @Post
                      dev.weir.controllers.SharedMediaTypesTest.Misfits                SharedMediaTypesTest.java
                    Name multipart/form-data, or drop the @Consumes. @Consumes on the method goes before that of the class.
                """.strip(), faults(new Misfits()));
    }

    @Test
    void whatIsMalformedOnTheClassIsToldOnceAndThere() {
        assertEquals("""
                Cannot start: 2 faults in annotated controllers
                 1. Malformed media type @Produces("html")
                      dev.weir.controllers.SharedMediaTypesTest.Malformed   SharedMediaTypesTest.java
                    Write type and subtype, as in "text/html; charset=utf-8".
                 2. @Consumes without a media type
                      dev.weir.controllers.SharedMediaTypesTest.Malformed   SharedMediaTypesTest.java
                    Name one at least.
                """.strip(), faults(new Malformed()));
    }

    private static String faults(Object controller) {
        String report = assertThrows(InvalidControllersException.class, () -> Controllers.of(controller))
                .getMessage();
        return report.replaceAll("(\\.java):\\d+", "$1:LINE").strip();
    }
}
