package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Body;
import dev.weir.annotations.Consumes;
import dev.weir.annotations.Controller;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

    record Todo(long id) {}

    @Controller
    static final class Todos {

        @Get("/todos/{id}")
        Todo find(long id) {
            return new Todo(id);
        }

        @Get("/todos/{number}")
        @Produces("text/html; charset=utf-8")
        String page(long number) {
            return "<p>" + number;
        }

        @Get("/files/{dir}/{*rest}")
        @Produces("text/plain")
        String plain(String dir, List<String> rest) {
            return "plain " + dir + rest;
        }

        @Get("/files/{folder}/{*names}")
        @Produces("application/json")
        List<String> json(String folder, List<String> names) {
            return names;
        }

        @Get("/report")
        @Produces({"text/csv", "text/plain;charset=ISO-8859-1", "application/octet-stream"})
        String report() {
            return "ä";
        }

        @Get("/single")
        @Produces("text/csv")
        String single() {
            return "a,b";
        }

        @Get("/undeclared")
        Todo undeclared() {
            return new Todo(1);
        }

        @Post("/import")
        @Consumes({"text/csv", "text/tab-separated-values"})
        String table(@Body String text) {
            return "table " + text;
        }

        @Post("/import")
        @Consumes({"application/json", "application/*+json"})
        String rows(@Body List<Integer> rows) {
            return "rows " + rows;
        }

        @Post("/images")
        @Consumes("image/*")
        String image(@Body byte[] image) {
            return "image " + image.length;
        }

        @Post("/versions")
        @Consumes("application/json;version=1")
        @Produces("text/plain")
        String first(@Body String text) {
            return "first";
        }

        @Post("/versions")
        @Consumes("application/json;version=2")
        @Produces("text/plain")
        String second(@Body String text) {
            return "second";
        }
    }

    @Controller
    static final class Orders {

        @Post("/orders")
        String read(@Body Todo todo) {
            return "json " + todo.id();
        }

        @Post("/orders")
        String fill(@FormParam long id) {
            return "form " + id;
        }

        @Post("/copies")
        Todo copy(@Body Todo todo) {
            return todo;
        }

        @Post("/copies")
        @Produces("text/html")
        String show(@Body Todo todo) {
            return "<p>" + todo.id();
        }
    }

    private final Weir weir = Weir.of(new Todos(), new Orders());

    private String accepting(String accept, String target) throws Exception {
        return weir.text(Request.get(target).withHeader("Accept", accept));
    }

    private String posting(String type, String content, String target) throws Exception {
        return weir.text(Request.of(Method.POST, target)
                .withHeader("Content-Type", type)
                .withContent(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                          | 200 {\"id\":7}",
                "text/html                                 | 200 <p>7",
                "text/html, application/json;q=0.9         | 200 <p>7",
                "text/html;q=0.8, application/json;q=0.9   | 200 {\"id\":7}",
                "text/*, application/json;q=0.5            | 200 <p>7",
                "*/*                                       | 200 {\"id\":7}",
                "*/*;q=0.1, text/html;q=0                  | 200 {\"id\":7}",
                "application/json;q=0, */*                 | 200 <p>7",
                "*/*, text/html                            | 200 <p>7",
                "text/html;charset=UTF-8                   | 200 <p>7",
                "application/json; charset=utf-8           | 200 {\"id\":7}",
                "text/html;level=1, application/json;q=0.1 | 200 {\"id\":7}",
                "TEXT/HTML                                 | 200 <p>7",
                "nonsense                                  | 200 {\"id\":7}",
            })
    void theMostWantedMediaTypeIsSent(String accept, String answer) throws Exception {
        assertEquals(answer, accepting(accept, "/todos/7"));
    }

    @Test
    void withoutAcceptJsonIsSent() throws Exception {
        assertEquals("200 {\"id\":7}", weir.get("/todos/7"));
    }

    @Test
    void acceptMayBeSpreadOverLines() throws Exception {
        Request request = Request.get("/todos/7");
        Request both = request.withHeaders(
                request.headers().plus("Accept", "application/json;q=0.1").plus("Accept", "text/html"));
        assertEquals("200 <p>7", weir.text(both));
    }

    @Test
    void nothingAcceptableIs406AndTellsWhatThereIs() throws Exception {
        String answer = accepting("image/png", "/todos/7");
        assertTrue(answer.startsWith("406 "), answer);
        assertTrue(answer.contains("There is application/json, text/html; charset=utf-8."), answer);
        assertTrue(accepting("*/*;q=0", "/todos/7").startsWith("406 "));
    }

    @Test
    void aDeclaredMediaTypeAloneIsHeldAgainstAcceptToo() throws Exception {
        assertEquals("200 a,b", accepting("text/*", "/single"));
        assertTrue(accepting("text/html", "/single").startsWith("406 "));
    }

    @Test
    void whereNothingIsDeclaredAcceptDoesNotMatter() throws Exception {
        assertEquals("200 {\"id\":1}", accepting("text/html", "/undeclared"));
    }

    @Test
    void varyIsSentWhereThereWasAChoice() throws Exception {
        assertEquals(Optional.of("Accept"), vary(Request.get("/todos/7")));
        assertEquals(Optional.of("Accept"), vary(Request.get("/report")));
        assertEquals(Optional.of("Accept"), vary(Request.get("/todos/7").withHeader("Accept", "image/png")));
        assertEquals(Optional.empty(), vary(Request.get("/single")));
        assertEquals(Optional.empty(), vary(Request.get("/undeclared")));
    }

    private Optional<String> vary(Request request) throws Exception {
        Response response = weir.handle(request);
        assertTrue(response.headers().all("Vary").size() < 2);
        return response.header("Vary");
    }

    @Test
    void oneMethodMayHaveSeveralMediaTypes() throws Exception {
        assertEquals(Optional.of("text/csv"), type(Request.get("/report")));
        assertEquals(
                Optional.of("text/plain;charset=ISO-8859-1"),
                type(Request.get("/report").withHeader("Accept", "text/plain")));
        assertEquals(
                1,
                weir.handle(Request.get("/report").withHeader("Accept", "text/plain"))
                        .content()
                        .length()
                        .orElseThrow());
    }

    private Optional<String> type(Request request) throws Exception {
        return weir.handle(request).header("Content-Type");
    }

    @Test
    void parametersHaveTheNamesOfTheMethodThatIsChosen() throws Exception {
        assertEquals("200 plain a[b, c]", accepting("text/plain", "/files/a/b/c"));
        assertEquals("200 [\"b\",\"c\"]", accepting("application/json", "/files/a/b/c"));
    }

    @Test
    void headIsNegotiatedLikeGet() throws Exception {
        Request head = Request.of(Method.HEAD, "/todos/7").withHeader("Accept", "text/html");
        assertEquals(Optional.of("text/html; charset=utf-8"), type(head));
    }

    @Test
    void theContentsMediaTypeChoosesTheMethod() throws Exception {
        assertEquals("200 table a,b", posting("text/csv", "a,b", "/import"));
        assertEquals("200 table a,b", posting("text/tab-separated-values; charset=utf-8", "a,b", "/import"));
        assertEquals("200 rows [1, 2]", posting("application/json", "[1,2]", "/import"));
        assertEquals("200 rows [1, 2]", posting("application/vnd.acme+json; v=1", "[1,2]", "/import"));
        assertEquals("200 image 3", posting("image/png", "abc", "/images"));
        assertEquals("200 first", posting("application/json; version=1", "", "/versions"));
        assertEquals("200 second", posting("application/json; version=2", "", "/versions"));
    }

    @Test
    void contentOfNoMediaTypeIsTakenForJson() throws Exception {
        assertEquals(
                "200 rows [1]", weir.text(Request.of(Method.POST, "/import").withContent("[1]".getBytes())));
        assertTrue(weir.text(Request.of(Method.POST, "/images").withContent("abc".getBytes()))
                .startsWith("415 "));
    }

    @Test
    void noContentAtAllIsNot415() throws Exception {
        assertEquals("200 image 0", weir.text(Request.of(Method.POST, "/images")));
        assertEquals("200 first", weir.text(Request.of(Method.POST, "/versions")));
    }

    @Test
    void contentThatNoRouteTakesIs415WithAListOfWhatIsTaken() throws Exception {
        Response response = weir.handle(Request.post("/import", MediaType.APPLICATION_OCTET_STREAM, "x"));
        assertEquals(415, response.status().code());
        assertEquals(
                Optional.of("application/json, application/*+json, text/csv, text/tab-separated-values"),
                response.header("Accept"));
        assertTrue(posting("no media type", "x", "/images").startsWith("415 "));
        assertTrue(posting("application/json", "x", "/versions").startsWith("415 "));
    }

    @Controller
    static final class Reversed {
        @Get("/x")
        @Produces("text/plain")
        String a() {
            return "plain";
        }

        @Get("/x")
        @Produces("text/html")
        String b() {
            return "html";
        }
    }

    @Controller
    static final class Straight {
        @Get("/x")
        @Produces("text/html")
        String a() {
            return "html";
        }

        @Get("/x")
        @Produces("text/plain")
        String b() {
            return "plain";
        }
    }

    @Test
    void theChoiceDependsOnNoOrderOfDeclaration() throws Exception {
        assertEquals("200 html", Weir.of(new Reversed()).get("/x"));
        assertEquals("200 html", Weir.of(new Straight()).get("/x"));
    }

    @Test
    void methodsOfOnePathAreOneRouteThatNamesThemAll() {
        assertEquals(1, Controllers.of(new Reversed()).size());
        assertEquals(
                "Reversed.a(), Reversed.b()",
                Controllers.of(new Reversed()).get(0).origin());
    }

    @Test
    void choosesByWhatArgumentsReadWhereNothingIsDeclared() throws Exception {
        assertEquals("200 json 7", posting("application/json", "{\"id\":7}", "/orders"));
        assertEquals("200 json 7", posting("application/vnd.todo+json", "{\"id\":7}", "/orders"));
        assertEquals("200 form 7", posting("application/x-www-form-urlencoded", "id=7", "/orders"));
        Response other = weir.handle(Request.of(Method.POST, "/orders")
                .withHeader("Content-Type", "text/plain")
                .withContent(new byte[] {'7'}));
        assertEquals(415, other.status().code());
        assertEquals(
                "application/json, application/*+json, application/x-www-form-urlencoded",
                other.header("Accept").orElseThrow());
    }

    @Test
    void readsTheSameWhicheverFormIsMade() throws Exception {
        assertEquals("200 {\"id\":7}", posting("application/vnd.todo+json", "{\"id\":7}", "/copies"));
        assertEquals(
                "200 <p>7",
                weir.text(Request.of(Method.POST, "/copies")
                        .withHeader("Content-Type", "text/x.todo+json")
                        .withHeader("Accept", "text/html")
                        .withContent("{\"id\":7}".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }
}
