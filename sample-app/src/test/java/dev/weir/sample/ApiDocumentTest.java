package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Handler;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document of the application, as code of others judges it. */
class ApiDocumentTest {

    /** Where the document is said to be; nobody looks there. */
    private static final String PLACE = "https://example.test/openapi.json";

    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    Path folder;

    private Handler app;
    private String text;
    private JsonNode document;

    @BeforeEach
    void readDocument() throws Exception {
        app = InMemory.handler(SampleRoutes.of(InMemory.todoStore(), FileStore.in(folder), Optional.empty()));
        text = InMemory.text(app.handle(Request.get("/openapi.json")));
        document = MAPPER.readTree(text);
        app.handle(Request.post("/todos", MediaType.APPLICATION_JSON, "{\"title\":\"describe\"}"));
    }

    @Test
    void aParserOfOpenApiHasNothingToSay() {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(text);
        assertEquals(List.of(), result.getMessages());
        assertEquals("Weir sample", result.getOpenAPI().getInfo().getTitle());
    }

    @Test
    void describesWhatClientsCallAndNotThePage() {
        assertEquals(
                "[/echo, /echo/{text}, /files, /files/{name}, /preferences, /todos, /todos/changes, /todos/{id}, /user-agent]",
                document.get("paths").propertyNames().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "GET | /todos | | /todos | 200",
                "POST | /todos | {'title':'a','order':3} | /todos | 201",
                "POST | /todos | {'title':' '} | /todos | 422",
                "POST | /todos | {'title':[]} | /todos | 400",
                "GET | /todos/1 | | /todos/{id} | 200",
                "GET | /todos/x | | /todos/{id} | 400",
                "GET | /todos/7 | | /todos/{id} | 404",
                "PATCH | /todos/1 | {'completed':true} | /todos/{id} | 200",
                "DELETE | /todos/7 | | /todos/{id} | 404",
                "GET | /files/none | | /files/{name} | 404",
            })
    void answersAreWhatItSays(String method, String target, String json, String path, int status) throws Exception {
        Request request = json == null
                ? Request.of(Method.of(method), target)
                : Request.post(target, MediaType.APPLICATION_JSON, json.replace('\'', '"'))
                        .withMethod(Method.of(method));
        Response response = app.handle(request);
        assertEquals(status, response.status().code());

        String pointer =
                "/paths/" + path.replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT) + "/responses/" + status;
        JsonNode said = document.at(pointer);
        if (said.has("$ref")) {
            pointer = said.get("$ref").asString().substring(1);
        }
        String type = response.header("Content-Type").orElseThrow().replace("/", "~1");
        String schema = pointer + "/content/" + type + "/schema";
        assertTrue(document.at(schema).isObject(), schema + " in " + document.at(pointer));
        assertEquals(List.of(), complaints(schema, InMemory.text(response)));
    }

    @Test
    void theJudgeSeesWhatIsWrong() {
        assertFalse(
                complaints("/components/schemas/TodoView", "{\"id\":\"one\"}").isEmpty());
    }

    private List<String> complaints(String schema, String value) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(PLACE, text)));
        return registry.getSchema(SchemaLocation.of(PLACE + "#" + schema)).validate(value, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
