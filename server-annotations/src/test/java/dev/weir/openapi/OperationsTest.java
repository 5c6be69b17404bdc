package dev.weir.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Part;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.Split;
import dev.weir.annotations.Status;
import dev.weir.controllers.Controllers;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.multipart.MultipartReader;
import dev.weir.multipart.Upload;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Which responses and parameters operations have. */
class OperationsTest {

    @Controller("/s")
    static final class Statuses {
        @Get("/nothing")
        void nothing() {}

        @Get("/segment/{text}")
        String segment(String text) {
            return text;
        }

        @Get("/rest/{*text}")
        String rest(String text) {
            return text;
        }

        @Get("/number/{number}")
        int number(int number) {
            return number;
        }

        @Get("/query")
        String query(@QueryParam Optional<String> text) {
            return "";
        }

        @Get("/queries")
        String queries(@QueryParam List<String> texts) {
            return "";
        }

        @Get("/optional")
        Optional<Map<String, String>> optional() {
            return Optional.empty();
        }

        @Get("/produced")
        @Produces("text/html")
        String produced() {
            return "";
        }

        @Post("/json")
        void json(@Body Map<String, String> json) {}

        @Post("/text")
        void text(@Body String text) {}

        @Get("/constrained")
        String constrained(@QueryParam @Min(1) int number) {
            return "";
        }

        @Get("/result")
        @NotBlank
        String result() {
            return "constrained, but not by a request";
        }

        @Get("/file")
        Optional<Path> file() {
            return Optional.empty();
        }

        @Post("/file")
        Path made() {
            return Path.of("/nowhere");
        }

        @Post("/parts")
        void parts(@Part String title, @Part Optional<Upload> photo) {}

        @Post("/streamed")
        void streamed(MultipartReader parts) {}
    }

    @ParameterizedTest
    @CsvSource({
        "/s/nothing,get,204 500",
        "/s/segment/{text},get,200 500",
        "/s/rest/{text},get,200 400 500",
        "/s/number/{number},get,200 400 500",
        "/s/query,get,200 400 500",
        "/s/queries,get,200 500",
        "/s/optional,get,200 404 500",
        "/s/produced,get,200 406 500",
        "/s/json,post,204 400 413 415 500",
        "/s/text,post,204 413 500",
        "/s/constrained,get,200 400 422 500",
        "/s/result,get,200 500",
        "/s/file,get,200 206 304 404 412 416 500",
        "/s/file,post,200 404 500",
        "/s/parts,post,204 400 413 415 500",
        "/s/streamed,post,204 400 413 415 500"
    })
    void answersAreThoseThatCanHappen(String path, String method, String statuses) {
        assertEquals(statuses, statuses(Api.document(new Statuses()), path, method));
    }

    @Test
    void formsWhosePartsAreReadByHandAreContentOfTheirMediaTypeAndNoMore() {
        assertEquals(
                """
                {"content":{"multipart/form-data":{}},"required":true}""",
                Api.document(new Statuses())
                        .at("/paths/~1s~1streamed/post/requestBody")
                        .toString());
    }

    private static String statuses(JsonNode document, String path, String method) {
        return String.join(
                " ",
                document.at("/paths/" + path.replace("/", "~1") + "/" + method + "/responses")
                        .propertyNames());
    }

    static final class Before implements Filter {
        @Override
        public Response filter(Request request, Handler next) throws Exception {
            return next.handle(request);
        }
    }

    @Controller("/e")
    static final class Throwing {
        @Get("/none")
        void none() {}

        @Get("/declared")
        void declared() throws IOException {}

        @Get("/later")
        CompletionStage<Void> later() {
            return null;
        }

        @Get("/filtered")
        @FilteredBy(Before.class)
        void filtered() {}

        @ExceptionHandler
        @Status(418)
        String unchecked(IllegalStateException e) {
            return "";
        }
    }

    static final class ForAll {
        @ExceptionHandler
        @Status(503)
        String io(IOException e) {
            return "";
        }

        @ExceptionHandler
        @Status(420)
        String shadowed(IllegalStateException e) {
            return "";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/e/none,204 418 500",
        "/e/declared,204 418 500 503",
        "/e/later,204 418 500 503",
        "/e/filtered,204 418 500 503"
    })
    void exceptionHandlersAnswerForWhatCanBeThrown(String path, String statuses) {
        JsonNode document = Api.document(OpenApi.of(Controllers.builder()
                .add(new Throwing())
                .exceptionHandlers(new ForAll())
                .routes()));
        assertEquals(statuses, statuses(document, path, "get"));
    }

    @Controller("/h")
    static final class Handling {
        @Get("/{number}")
        Optional<String> find(int number) {
            return Optional.empty();
        }

        @ExceptionHandler
        Response refused(HttpException e) {
            return Response.of(e.status());
        }

        @ExceptionHandler
        String failed(Exception e) {
            return "";
        }
    }

    @Test
    void handlersOfRefusalsAndFailuresTakeTheirPlace() {
        assertEquals("200 500 default", statuses(Api.document(new Handling()), "/h/{number}", "get"));
    }

    @Controller("/p")
    static final class Parameters {
        enum Order {
            UP,
            DOWN
        }

        @Get
        String all(
                @QueryParam @DefaultValue("up") Order order,
                @QueryParam @Split @DefaultValue("1,2") List<Integer> ids,
                @QueryParam @Split("|") List<String> names,
                @QueryParam @Split(";") List<String> others,
                @HeaderParam List<Integer> numbers,
                @HeaderParam("Authorization") String authorization) {
            return "";
        }
    }

    @Test
    void parametersSayHowTheyAreWritten() {
        assertEquals(
                Api.pretty(Api.MAPPER.readTree("""
                [{"name": "order", "in": "query",
                  "schema": {"$ref": "#/components/schemas/Order", "default": "UP"}},
                 {"name": "ids", "in": "query",
                  "schema": {"type": "array", "items": {"type": "integer", "format": "int32"}, "default": [1, 2]},
                  "style": "form", "explode": false},
                 {"name": "names", "in": "query",
                  "schema": {"type": "array", "items": {"type": "string"}}, "style": "pipeDelimited", "explode": false},
                 {"name": "others", "in": "query", "schema": {"type": "string"}},
                 {"name": "Numbers", "in": "header", "schema": {"type": "integer", "format": "int32"}}]
                """)),
                Api.pretty(Api.document(new Parameters()).at("/paths/~1p/get/parameters")));
    }

    @Controller("/o")
    static final class Overall {
        @Get({"", "/{id}"})
        String find(Optional<Long> id) {
            return "";
        }
    }

    @Test
    void aPathHasOnlyTheVariablesThatStandInIt() {
        JsonNode document = Api.document(new Overall());

        assertTrue(document.at("/paths/~1o/get/parameters").isMissingNode());
        assertEquals("id", document.at("/paths/~1o~1{id}/get/parameters/0/name").asString());
        assertEquals("200 500", statuses(document, "/o", "get"));
        assertEquals("200 400 500", statuses(document, "/o/{id}", "get"));
    }

    @Controller("/v/{id:[0-9]+}")
    static final class ByNumber {
        @Get
        int get(int id) {
            return id;
        }
    }

    @Controller("/v/{name:[a-z]{3}}")
    static final class ByName {
        @Get
        String get(String name, @QueryParam String more) {
            return name;
        }

        @Post
        void post(String name) {}
    }

    @Test
    void pathsThatOnlyExpressionsTellApartAreOne() {
        JsonNode document = Api.document(new ByNumber(), new ByName());

        assertEquals("[/v/{id}]", document.get("paths").propertyNames().toString());
        assertEquals("""
                [{"name":"id","in":"path","required":true,"schema":{"anyOf":[{"type":"integer","format":"int32"},{"type":"string"}]}},\
                {"name":"more","in":"query","schema":{"type":"string"}}]""", document.at("/paths/~1v~1{id}/get/parameters").toString());
        assertEquals("""
                [{"name":"id","in":"path","required":true,"schema":{"type":"string","pattern":"^(?:[a-z]{3})$"}}]""", document.at("/paths/~1v~1{id}/post/parameters").toString());
        assertEquals(
                "[application/json, text/plain; charset=utf-8]",
                document.at("/paths/~1v~1{id}/get/responses/200/content")
                        .propertyNames()
                        .toString());
    }

    @Controller("/c")
    static final class Converting {
        @Get
        String get(@QueryParam @DefaultValue("all") int size) {
            return "";
        }
    }

    @Test
    void aDefaultThatOnlyAConverterOfTheApplicationUnderstandsIsText() {
        Api.openToJackson();
        JsonNode document = Api.document(OpenApi.of(Controllers.builder()
                .converter(int.class, text -> text.equals("all") ? 100 : Integer.valueOf(text))
                .add(new Converting())
                .routes()));

        assertEquals(
                "all", document.at("/paths/~1c/get/parameters/0/schema/default").asString());
    }
}
