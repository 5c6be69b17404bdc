package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Body;
import dev.weir.annotations.Consumes;
import dev.weir.annotations.Controller;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.ResponseHeader;
import dev.weir.annotations.Status;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of annotations on what a controller implements or extends, one test for each. */
class InheritanceRulesTest {

    static final class Marking implements Filter {
        @Override
        public Response filter(Request request, Handler next) throws Exception {
            return next.handle(request).plusHeader("X-Marked", "yes");
        }
    }

    @Controller("/inherited")
    interface Declaring<K, V extends Comparable<V>> {
        @Get({"/get/{id}", "/find/{id}"})
        @Produces("text/csv")
        @Status(203)
        @ResponseHeader(name = "X-A", value = "b")
        @FilteredBy(Marking.class)
        String get(@PathParam("id") K key, @QueryParam("n") @DefaultValue("7") V other);

        @Post("/post")
        @Consumes("text/csv")
        default String post(@Body String text) {
            return text;
        }
    }

    abstract static class Middle<V extends Comparable<V>> implements Declaring<Long, V> {
        @Get("/fails")
        V fails(@HeaderParam("X-V") V value) {
            throw new IllegalStateException("state");
        }

        @ExceptionHandler
        @Status(418)
        String handle(IllegalStateException e) {
            return e.getMessage();
        }

        @Get("/hidden")
        private String hidden() {
            return "private";
        }
    }

    static final class Concrete extends Middle<Integer> {
        @Override
        public String get(Long key, Integer other) {
            return key + 1 + "," + (other + 1);
        }

        @Override
        Integer fails(Integer value) {
            return value > 0 ? value : super.fails(value);
        }
    }

    private final Weir inherited = Weir.of(new Concrete());

    @Test
    void thoseOfAnInterfaceAreThoseOfTheMethodThatImplementsIt() throws Exception {
        for (String path : List.of("/inherited/get/41", "/inherited/find/41")) {
            Response response = inherited.handle(Request.get(path));
            assertEquals("42,8", Weir.contentOf(response));
            assertEquals(203, response.status().code());
            assertEquals(Optional.of("text/csv"), response.header("Content-Type"));
            assertEquals(Optional.of("b"), response.header("X-A"));
            assertEquals(Optional.of("yes"), response.header("X-Marked"));
        }
        assertTrue(inherited.get("/inherited/get/x").startsWith("400"));
        assertTrue(inherited.get("/inherited/get/1?n=x").startsWith("400"));
    }

    @Test
    void aDefaultMethodServesToo() throws Exception {
        MediaType csv = MediaType.parse("text/csv").orElseThrow();
        assertEquals("200 a,b", inherited.text(Request.post("/inherited/post", csv, "a,b")));
        assertTrue(inherited.post("/inherited/post", "{}").startsWith("415"));
    }

    @Test
    void thoseOfASuperclassAreThoseOfTheMethodThatOverridesIt() throws Exception {
        assertEquals("200 5", inherited.text(Request.get("/inherited/fails").withHeader("X-V", "5")));
        assertEquals("418 state", inherited.text(Request.get("/inherited/fails").withHeader("X-V", "0")));
        assertTrue(inherited
                .text(Request.get("/inherited/fails").withHeader("X-V", "x"))
                .startsWith("400"));
        assertEquals("200 private", inherited.get("/inherited/hidden"));
    }
}
