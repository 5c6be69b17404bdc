package dev.weir.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.http.Method;
import dev.weir.routing.Route;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestRequest;
import dev.weir.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What controllers answer, against what their document says that they do. */
class CallsMatchTest {

    private static final List<Route> ROUTES = Api.routes(new Shop());
    private static final JsonNode DOCUMENT = Api.document(OpenApi.of(ROUTES));
    private static TestClient client;

    @BeforeAll
    static void start() {
        client = TestClient.inMemory(HttpServer.builder().routes(ROUTES));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    /** The schema of what an operation answers with a status and a media type. */
    private static JsonNode schema(String path, String method, int status, String type) {
        JsonNode operation = DOCUMENT.at("/paths/" + path.replace("/", "~1") + "/" + method);
        JsonNode response = operation.at("/responses/" + status);
        assertTrue(response.isObject(), "no " + status + " in " + operation.get("responses"));
        if (response.has("$ref")) {
            response = DOCUMENT.at(response.get("$ref").asString().substring(1));
        }
        JsonNode schema = response.at("/content/" + type.replace("/", "~1") + "/schema");
        assertTrue(schema.isObject(), "no " + type + " in " + response);
        return schema;
    }

    private static TestRequest request(String method, String target, String json) {
        TestRequest request = client.request(Method.of(method), target);
        return json == null ? request : request.jsonText(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "GET | /shop/items?size=3&states=OPEN,sold-out | | /shop/items | 200",
                "GET | /shop/items?size=x | | /shop/items | 400",
                "GET | /shop/items/1 | | /shop/items/{id} | 200",
                "GET | /shop/items/2 | | /shop/items/{id} | 404",
                "GET | /shop/items/99999999999999999999 | | /shop/items/{id} | 400",
                "POST | /shop/items | {'name':'tea','price':2.5} | /shop/items | 201",
                "POST | /shop/items | {'name':'tea','price':2.5,'due':'2026-01-01'} | /shop/items | 201",
                "POST | /shop/items | {'name' | /shop/items | 400",
                "POST | /shop/items | {'name':'tea','price':'much'} | /shop/items | 400",
                "PATCH | /shop/items/1 | {'name':null} | /shop/items/{id} | 200",
                "DELETE | /shop/items/1 | | /shop/items/{id} | 503",
                "POST | /shop/payments | {'kind':'card','number':'1'} | /shop/payments | 200",
                "POST | /shop/payments | {'kind':'cash','given':1.5} | /shop/payments | 200",
                "POST | /shop/payments | {'kind':'shells'} | /shop/payments | 400",
                "POST | /shop/payments/last | | /shop/payments/last | 200",
                "POST | /shop/bookings?late=false | | /shop/bookings | 201",
                "POST | /shop/bookings?late=true | | /shop/bookings | 409",
                "GET | /shop/prices | | /shop/prices | 200",
                "GET | /shop/all | | /shop/all | 200",
                "GET | /shop/files/a | | /shop/files/{path} | 404",
                "POST | /shop/orders | {} | /shop/orders | 415",
            })
    void isWhatTheDocumentSays(String method, String target, String json, String path, int status) {
        TestResponse response = request(method, target, json).send().expect(status);
        String type = response.header("Content-Type").orElseThrow();
        JsonNode schema = schema(path, method.toLowerCase(Locale.ROOT), status, type);
        JsonNode value = Api.MAPPER.readTree(response.text());

        assertEquals(List.of(), Judges.value(DOCUMENT, schema, value), value.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/shop/items | post | {'name':'tea','price':2.5} | true",
                "/shop/items | post | {'name':'tea','price':2.5,'due':null} | true",
                "/shop/items | post | {'name':'tea'} | false",
                "/shop/items | post | {'name':5,'price':2.5} | false",
                "/shop/items/{id} | patch | {} | true",
                "/shop/items/{id} | patch | {'price':null} | true",
                "/shop/items/{id} | patch | {'price':[]} | false",
                "/shop/payments | post | {'kind':'card','number':'1'} | true",
                "/shop/payments | post | {'kind':'cash','number':'1'} | false",
                "/shop/payments | post | {'number':'1'} | false",
            })
    void tellsGoodContentFromBad(String path, String method, String json, boolean isGood) {
        JsonNode schema = DOCUMENT.at(
                "/paths/" + path.replace("/", "~1") + "/" + method + "/requestBody/content/application~1json/schema");
        JsonNode value = Api.MAPPER.readTree(json.replace('\'', '"'));

        assertEquals(isGood, Judges.value(DOCUMENT, schema, value).isEmpty());
    }

    @Test
    void theJudgeSeesWhatIsWrong() {
        JsonNode schema = schema("/shop/items/{id}", "get", 200, "application/json");
        JsonNode value = Api.MAPPER.valueToTree(Map.of("id", "no uuid", "price", "much", "state", "GONE"));

        List<String> complaints = Judges.value(DOCUMENT, schema, value);
        for (String member : List.of("id", "price", "state", "label")) {
            assertTrue(complaints.stream().anyMatch(text -> text.contains(member)), member + ": " + complaints);
        }
    }

    @Test
    void linesOfElementsAreWhatTheDocumentSays() {
        TestResponse response =
                client.get("/shop/all").header("Accept", "application/x-ndjson").send();
        List<JsonNode> lines = new ArrayList<>();
        response.text().lines().forEach(line -> lines.add(Api.MAPPER.readTree(line)));

        assertFalse(lines.isEmpty());
        assertEquals(
                List.of(),
                Judges.value(
                        DOCUMENT,
                        schema("/shop/all", "get", 200, "application/x-ndjson"),
                        Api.MAPPER.createArrayNode().addAll(lines)));
    }
}
