package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.annotations.Body;
import dev.weir.annotations.Consumes;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Delete;
import dev.weir.annotations.Get;
import dev.weir.annotations.Head;
import dev.weir.annotations.Options;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.annotations.Put;
import dev.weir.annotations.ResponseHeader;
import dev.weir.http.MediaType;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the choice of a route, one test for each, in their order. */
class RoutingRulesTest {

    @Controller("/s")
    static final class Literal {
        @Get("/preXsuf")
        String get() {
            return "literal";
        }
    }

    @Controller("/s")
    static final class Affixed {
        @Get("/pre{x}suf")
        String get(String x) {
            return "affixed " + x;
        }
    }

    @Controller("/s")
    static final class Matching {
        @Get("/{x:[a-zA-Z]+}")
        String get(String x) {
            return "matching " + x;
        }
    }

    @Controller("/s")
    static final class Variable {
        @Get("/{x}")
        String get(String x) {
            return "variable " + x;
        }
    }

    @Controller("/s")
    static final class Rest {
        @Get("/{*x}")
        String get(List<String> x) {
            return "rest " + x;
        }
    }

    @Controller("/m")
    static final class Methods {
        @Get("/users/me")
        @ResponseHeader(name = "X-By", value = "get")
        String me() {
            return "me";
        }

        @Put("/users/{id}")
        String put(String id) {
            return "put " + id;
        }

        @Delete("/{*rest}")
        String delete(List<String> rest) {
            return "delete " + rest;
        }

        @Get("/own")
        String own() {
            return "get";
        }

        @Head("/own")
        @ResponseHeader(name = "X-By", value = "head")
        void head() {}

        @Options("/own")
        String options() {
            return "options";
        }

        @Head("/head-alone")
        void headAlone() {}
    }

    @Controller("/n")
    static final class Negotiated {
        @Post("/x")
        @Consumes("text/csv")
        @Produces("text/html")
        String csv(@Body String text) {
            return "csv as html";
        }

        @Post("/x")
        @Consumes("application/json")
        @Produces("text/html")
        String html(@Body String text) {
            return "json as html";
        }

        @Post("/x")
        @Consumes("application/json")
        @Produces("text/plain")
        String plain(@Body String text) {
            return "json as plain";
        }
    }

    private static TestClient client;

    private static HttpServerBuilder application() {
        return HttpServer.builder().routes(Weir.routes(new Methods(), new Negotiated()));
    }

    @BeforeAll
    static void start() {
        client = TestClient.inMemory(application());
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private static String get(String target) {
        return text(client.get(target).send());
    }

    private static String text(TestResponse response) {
        return (response.status().code() + " " + response.text()).strip();
    }

    private static List<List<Object>> orders(List<Object> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Object>> orders = new ArrayList<>();
        for (Object first : all) {
            List<Object> others = new ArrayList<>(all);
            others.remove(first);
            for (List<Object> tail : orders(others)) {
                List<Object> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                orders.add(order);
            }
        }
        return orders;
    }

    @Test
    void literalBeforeAffixedBeforeExpressionBeforeVariableBeforeRestInWhateverOrderDeclared() throws Exception {
        List<List<Object>> orders =
                orders(List.of(new Literal(), new Affixed(), new Matching(), new Variable(), new Rest()));
        assertEquals(120, orders.size());
        for (List<Object> order : orders) {
            Weir weir = Weir.of(order.toArray());
            assertEquals("200 literal", weir.get("/s/preXsuf"));
            assertEquals("200 affixed Y", weir.get("/s/preYsuf"));
            assertEquals("200 matching presuf", weir.get("/s/presuf"));
            assertEquals("200 variable 1", weir.get("/s/1"));
            assertEquals("200 rest [preXsuf, 1]", weir.get("/s/preXsuf/1"));
            assertEquals("200 rest []", weir.get("/s"));
        }
    }

    @Test
    void theMostSpecificPatternThatSupportsTheMethodWins() {
        assertEquals("200 me", get("/m/users/me"));
        assertEquals("200 put me", text(client.put("/m/users/me").send()));
        assertEquals("200 delete [users, me]", text(client.delete("/m/users/me").send()));
    }

    @Test
    void a405ComesOnlyIfNoPatternThatMatchesSupportsTheMethodAndAllowsWhatTheyAllDo() {
        TestResponse response = client.post("/m/users/me").send().expect(405);
        assertEquals(Optional.of("DELETE, GET, HEAD, OPTIONS, PUT"), response.header("Allow"));
        assertEquals(
                Optional.of("DELETE, OPTIONS, PUT"),
                client.get("/m/users/you").send().expect(405).header("Allow"));
        client.post("/nowhere").send().expect(404);
    }

    @Test
    void theMethodGoesBeforeConsumesAndThatBeforeProduces() {
        client.get("/n/x").header("Accept", "image/png").send().expect(405);
        TestResponse unsupported = client.post("/n/x")
                .header("Accept", "image/png")
                .content(MediaType.IMAGE_PNG, "")
                .send()
                .expect(415);
        assertEquals(Optional.of("application/json, text/csv"), unsupported.header("Accept"));
        client.post("/n/x")
                .header("Accept", "image/png")
                .content(MediaType.APPLICATION_JSON, "1")
                .send()
                .expect(406);
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | text/plain                  | 200 json as plain",
                "application/json | text/plain;q=0.5, text/html | 200 json as html",
                "application/json | text/html;q=0.5, text/*     | 200 json as plain",
                "application/json | text/*, text/plain          | 200 json as plain",
                "application/json | text/*, text/html           | 200 json as html",
                "application/json | text/html;q=0, */*;q=0.1    | 200 json as plain",
                "text/csv         | */*                         | 200 csv as html",
            })
    void thenByQualityAndThenBySpecificity(String type, String accept, String answer) {
        assertEquals(
                answer,
                text(client.post("/n/x")
                        .header("Accept", accept)
                        .content(MediaType.parse(type).orElseThrow(), "1")
                        .send()));
    }

    @Test
    void aMediaTypeThatOnlyAnotherRouteTakesIsNot406ForItsAccept() {
        TestResponse response = client.post("/n/x")
                .header("Accept", "text/plain")
                .content(MediaType.parse("text/csv").orElseThrow(), "1")
                .send();
        assertEquals(406, response.status().code());
    }

    @Test
    void headRunsGetWithoutItsContentUnlessAHeadExists() {
        TestResponse head = client.head("/m/users/me").send().expect(200);
        assertEquals("", head.text());
        assertEquals(Optional.of("2"), head.header("Content-Length"));
        assertEquals(Optional.of("get"), head.header("X-By"));
        assertEquals(
                Optional.of("head"), client.head("/m/own").send().expect(204).header("X-By"));
        assertEquals("200 get", get("/m/own"));
        assertEquals(
                Optional.of("DELETE, HEAD, OPTIONS"),
                client.get("/m/head-alone").send().expect(405).header("Allow"));
    }

    @Test
    void optionsIsA204WithAllowUnlessAnOptionsExists() {
        TestResponse options = client.options("/m/users/me").send().expect(204);
        assertEquals(Optional.of("DELETE, GET, HEAD, OPTIONS, PUT"), options.header("Allow"));
        assertEquals("", options.text());
        assertEquals("200 options", text(client.options("/m/own").send()));
        client.options("/nowhere").send().expect(404);
    }
}
