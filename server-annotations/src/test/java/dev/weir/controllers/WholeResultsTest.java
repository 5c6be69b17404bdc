package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.annotations.Controller;
import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.Get;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.ResponseHeader;
import dev.weir.http.Problem;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.openapi.OpenApi;
import dev.weir.routing.Route;
import dev.weir.routing.RouteListing;
import dev.weir.sse.EventStream;
import dev.weir.sse.ServerEvent;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestResponse;
import dev.weir.testing.WeirExtension;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Results that say all of a response, and optional numbers. */
class WholeResultsTest {

    @Controller
    static final class Whole {

        @Get("/problem")
        @ResponseHeader(name = "X-Note", value = "n")
        Problem problem() {
            return Problem.of(Status.CONFLICT, "It is there already");
        }

        @Get("/later")
        CompletionStage<Optional<Problem>> later(@QueryParam boolean there) {
            Problem problem = Problem.of(Status.GONE);
            return CompletableFuture.completedFuture(there ? Optional.of(problem) : Optional.empty());
        }

        @Get("/maybe")
        Optional<Response> maybe(@QueryParam boolean there) {
            return there ? Optional.of(Response.text("there")) : Optional.empty();
        }

        @Get("/failing")
        String failing() {
            throw new IllegalStateException();
        }

        @ExceptionHandler
        Problem failed(IllegalStateException e) {
            return Problem.of(Status.SERVICE_UNAVAILABLE, "Later perhaps");
        }

        @Get("/events")
        EventStream events() {
            return EventStream.of(Stream.of(ServerEvent.of("a")));
        }

        @Get("/int")
        OptionalInt number(@QueryParam OptionalInt n) {
            return n;
        }

        @Get("/long")
        OptionalLong number(@QueryParam OptionalLong n) {
            return n;
        }

        @Get("/double")
        CompletionStage<OptionalDouble> number(@QueryParam OptionalDouble n) {
            return CompletableFuture.completedFuture(n);
        }
    }

    private static final List<Route> ROUTES = Controllers.of(new Whole());

    @RegisterExtension
    static final WeirExtension app = WeirExtension.inMemory(HttpServer.builder().routes(ROUTES));

    private static String get(String target) {
        TestResponse response = app.client().get(target).send();
        return response.status().code() + " " + response.header("Content-Type").orElse("-") + " " + response.text();
    }

    @Test
    void problemsAreSentAsSuch(TestClient client) {
        String type = " application/problem+json {\"type\":\"about:blank\",";
        assertEquals(
                "409" + type + "\"title\":\"Conflict\",\"status\":409,\"detail\":\"It is there already\"}",
                get("/problem"));
        assertEquals(Optional.of("n"), client.get("/problem").send().header("X-Note"));
        assertTrue(get("/later?there=true").startsWith("410" + type));
        assertTrue(get("/later?there=false").startsWith("404" + type));
        assertTrue(get("/failing").startsWith("503" + type));
    }

    @Test
    void responsesMayBeMissing() {
        assertEquals("200 text/plain; charset=utf-8 there", get("/maybe?there=true"));
        assertTrue(get("/maybe?there=false").startsWith("404 "));
    }

    @Test
    void streamsOfEventsAreSentAsSuch(TestClient client) {
        assertEquals("200 text/event-stream data: a\n\n", get("/events"));
        assertEquals(Optional.of("no-store"), client.get("/events").send().header("Cache-Control"));
    }

    @Test
    void optionalNumbersAre404IfTheyAreEmpty() {
        assertEquals("200 application/json 3", get("/int?n=3"));
        assertEquals("200 application/json 4", get("/long?n=4"));
        assertEquals("200 application/json 0.5", get("/double?n=0.5"));
        for (String path : List.of("/int", "/long", "/double")) {
            assertTrue(get(path).startsWith("404 "), path);
        }
    }

    @Test
    void listingsAndDescriptionsKnowThem() {
        String listing = RouteListing.of(ROUTES);
        assertTrue(listing.contains("text/event-stream          Whole.events()"), listing);
        assertTrue(listing.contains("application/problem+json   Whole.problem()"), listing);
        String document = OpenApi.of(ROUTES).toJson();
        assertTrue(document.contains("\"200\":{\"description\":\"OK\",\"content\":{\"text/event-stream\":"), document);
        assertTrue(document.contains("{\"schema\":{\"type\":\"number\",\"format\":\"double\"}}"), document);
    }
}
