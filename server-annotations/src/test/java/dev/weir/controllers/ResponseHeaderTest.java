package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.HttpServer;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Delete;
import dev.weir.annotations.Get;
import dev.weir.annotations.ResponseHeader;
import dev.weir.http.Response;
import dev.weir.testing.WeirExtension;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResponseHeaderTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @ResponseHeader(name = "X-Composed", value = "yes")
    @interface Composed {}

    @Controller
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Class", value = "c")
    static final class Fields {

        @Get("/plain")
        String plain() {
            return "x";
        }

        @Get("/own")
        @ResponseHeader(name = "cache-control", value = "max-age=60")
        @ResponseHeader(name = "Link", value = "</a>; rel=next")
        @ResponseHeader(name = "Link", value = "</b>; rel=prev")
        @Composed
        int own() {
            return 1;
        }

        @Get("/response")
        Response response() {
            return Response.text("x").withHeader("X-Class", "mine");
        }

        @Delete("/nothing")
        void nothing() {}

        @Get("/missing")
        Optional<String> missing() {
            return Optional.empty();
        }
    }

    @RegisterExtension
    static final WeirExtension app = WeirExtension.inMemory(HttpServer.builder().routes(Controllers.of(new Fields())));

    private static List<String> all(String target, String name) {
        return app.client().get(target).send().headers().all(name);
    }

    @Test
    void thoseOnTheControllerAreForAllMethods() {
        assertEquals(List.of("no-store"), all("/plain", "Cache-Control"));
        assertEquals(List.of("c"), all("/plain", "X-Class"));
        assertEquals(Optional.of("c"), app.client().delete("/nothing").send().header("X-Class"));
    }

    @Test
    void oneOnAMethodStandsInForTheControllersOfThatName() {
        assertEquals(List.of("max-age=60"), all("/own", "Cache-Control"));
        assertEquals(List.of("c"), all("/own", "X-Class"));
    }

    @Test
    void severalOfOneNameAreSeveralLines() {
        assertEquals(List.of("</a>; rel=next", "</b>; rel=prev"), all("/own", "Link"));
    }

    @Test
    void itMayStandOnAnotherAnnotation() {
        assertEquals(List.of("yes"), all("/own", "X-Composed"));
    }

    @Test
    void aResponseKeepsItsOwn() {
        assertEquals(List.of("mine"), all("/response", "X-Class"));
        assertEquals(List.of("no-store"), all("/response", "Cache-Control"));
    }

    @Test
    void errorsDoNotGetIt() {
        assertEquals(List.of(), all("/missing", "Cache-Control"));
    }
}
