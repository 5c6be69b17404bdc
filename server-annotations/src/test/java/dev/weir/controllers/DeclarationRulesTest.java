package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Attribute;
import dev.weir.annotations.Body;
import dev.weir.annotations.Consumes;
import dev.weir.annotations.Controller;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.Delete;
import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.Head;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Options;
import dev.weir.annotations.Params;
import dev.weir.annotations.Part;
import dev.weir.annotations.Patch;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.annotations.Put;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.ResponseHeader;
import dev.weir.annotations.Route;
import dev.weir.annotations.Status;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of what may be annotated with what, one test for each; where instances come from is in ScanTest. */
class DeclarationRulesTest {

    static final class Marking implements Filter {
        @Override
        public Response filter(Request request, Handler next) throws Exception {
            return next.handle(request).plusHeader("X-Marked", "yes");
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Controller("/composed")
    @interface Api {}

    @Retention(RetentionPolicy.RUNTIME)
    @Get({"/x", "/y"})
    @Produces("text/csv")
    @Status(203)
    @ResponseHeader(name = "X-A", value = "b")
    @FilteredBy(Marking.class)
    @interface Table {}

    @Retention(RetentionPolicy.RUNTIME)
    @Table
    @interface TwiceRemoved {}

    @Retention(RetentionPolicy.RUNTIME)
    @Post("/post")
    @Put("/put")
    @Patch("/patch")
    @Delete("/delete")
    @Head("/head")
    @Options("/options")
    @Route(method = "PURGE", path = "/purge")
    @interface EveryOther {}

    @Retention(RetentionPolicy.RUNTIME)
    @Consumes("text/csv")
    @interface Csv {}

    @Retention(RetentionPolicy.RUNTIME)
    @ExceptionHandler
    @Status(418)
    @interface Handled {}

    @Retention(RetentionPolicy.RUNTIME)
    @PathParam("id")
    @interface Id {}

    @Retention(RetentionPolicy.RUNTIME)
    @QueryParam
    @DefaultValue("7")
    @interface Size {}

    @Retention(RetentionPolicy.RUNTIME)
    @HeaderParam
    @interface Field {}

    @Retention(RetentionPolicy.RUNTIME)
    @CookieParam("sid")
    @interface Session {}

    @Retention(RetentionPolicy.RUNTIME)
    @Attribute("user")
    @interface User {}

    @Retention(RetentionPolicy.RUNTIME)
    @FormParam("f")
    @interface F {}

    @Retention(RetentionPolicy.RUNTIME)
    @Part("p")
    @interface P {}

    @Retention(RetentionPolicy.RUNTIME)
    @Body
    @interface Content {}

    @Retention(RetentionPolicy.RUNTIME)
    @Params
    @interface Group {}

    record Page(@Size int size) {}

    @Api
    static final class Composed {
        @TwiceRemoved
        String table() {
            return "a,b";
        }

        @EveryOther
        @Status(204)
        void every() {}

        @Get("/sources/{id}")
        String sources(
                @Id long key,
                @Size int size,
                @Field String requestId,
                @Session String cookie,
                @User String who,
                @Group Page page) {
            return key + " " + size + " " + requestId + " " + cookie + " " + who + " " + page;
        }

        @Post("/form")
        String form(@F int number) {
            return "" + number;
        }

        @Post("/parts")
        String parts(@P int number) {
            return "" + number;
        }

        @Post("/content")
        @Csv
        String content(@Content String text) {
            return text;
        }

        @Get("/fails")
        String fails() {
            throw new IllegalStateException("state");
        }

        @Handled
        String handle(IllegalStateException e) {
            return e.getMessage();
        }
    }

    private final Weir composed = Weir.of(new Composed());

    @Test
    void thoseOfControllersMethodsAndResultsMayStandOnAnother() throws Exception {
        for (String path : List.of("/composed/x", "/composed/y")) {
            Response response = composed.handle(Request.get(path));
            assertEquals(203, response.status().code());
            assertEquals(Optional.of("text/csv"), response.header("Content-Type"));
            assertEquals(Optional.of("b"), response.header("X-A"));
            assertEquals(Optional.of("yes"), response.header("X-Marked"));
        }
        assertEquals("418 state", composed.get("/composed/fails"));
        assertTrue(composed.post("/composed/content", "{}").startsWith("415"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PURGE"})
    void eachVerbMayStandOnAnother(String method) throws Exception {
        Request request = Request.of(Method.of(method), "/composed/" + method.toLowerCase(java.util.Locale.ROOT));
        assertEquals("204", composed.text(request));
    }

    @Test
    void eachSourceMayStandOnAnother() throws Exception {
        Request request = Request.get("/composed/sources/1")
                .withHeader("Request-Id", "r")
                .withHeader("Cookie", "sid=s")
                .withAttribute("user", "ada");
        assertEquals("200 1 7 r s ada Page[size=7]", composed.text(request));
        assertEquals(
                "200 5", composed.text(Request.post("/composed/form", MediaType.APPLICATION_FORM_URLENCODED, "f=5")));
        assertEquals("200 5", composed.text(PartRequests.withFields("/composed/parts", "p", List.of("5"))));
        MediaType csv = MediaType.parse("text/csv").orElseThrow();
        assertEquals("200 a,b", composed.text(Request.post("/composed/content", csv, "a,b")));
    }

    @Controller("/paths")
    static final class Paths {
        @Get
        String none() {
            return "none";
        }

        @Get({"/a/{x}", "/b/{x}/c"})
        @Delete("/d/{x}")
        String several(String x) {
            return x;
        }

        @Route(
                method = "PROPFIND",
                path = {"/e", "/f"})
        String other(Method method) {
            return method.toString();
        }
    }

    @Test
    void oneOrMorePathPatternsAndAnyOtherMethod() throws Exception {
        Weir paths = Weir.of(new Paths());
        assertEquals("200 none", paths.get("/paths"));
        assertEquals("200 1", paths.get("/paths/a/1"));
        assertEquals("200 1", paths.get("/paths/b/1/c"));
        assertEquals("200 1", paths.text(Request.of(Method.DELETE, "/paths/d/1")));
        assertTrue(paths.get("/paths/d/1").startsWith("405"));
        assertEquals("200 PROPFIND", paths.text(Request.of(Method.of("PROPFIND"), "/paths/f")));
    }
}
