package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.authentication.Authentication;
import dev.weir.http.Method;
import dev.weir.http.Response;
import dev.weir.routing.Router;
import dev.weir.security.Cors;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fetch standard section 3.2: CORS protocol")
class FetchCorsProtocolTest extends LiveServer {

    private static final String APP = "Origin: https://app.example";

    private static final Cors CORS = Cors.origins("https://app.example")
            .withMethods(Method.GET, Method.PUT)
            .withRequestFields("Content-Type", "Authorization")
            .withExposedFields("ETag")
            .withCredentials()
            .withMaxAge(Duration.ofMinutes(10));

    private static final Router ROUTER = Router.builder()
            .get("/items/{id}", request -> Response.text("item").withHeader("ETag", "\"1\""))
            .put("/items/{id}", request -> Response.noContent())
            .delete("/items/{id}", request -> Response.noContent())
            .build();

    private HttpServer server() {
        return start(ROUTER, builder -> builder.filter(CORS));
    }

    private static String preflight(String target, String... fieldLines) {
        return RawClient.request("OPTIONS", target, fieldLines);
    }

    @Test
    @DisplayName(
            "3.2.2: a preflight is OPTIONS with Origin and Access-Control-Request-Method, and is answered with 204")
    void answersPreflights() throws Exception {
        RawClient client = connect(server())
                .send(preflight(
                        "/items/7",
                        APP,
                        "Access-Control-Request-Method: PUT",
                        "Access-Control-Request-Headers: content-type"));
        RawClient.Reply reply = client.read();
        assertEquals(204, reply.status());
        assertEquals(Optional.of("https://app.example"), reply.field("Access-Control-Allow-Origin"));
        assertEquals(Optional.of("true"), reply.field("Access-Control-Allow-Credentials"));
        assertEquals(Optional.of("GET, PUT"), reply.field("Access-Control-Allow-Methods"));
        assertEquals(Optional.of("Content-Type, Authorization"), reply.field("Access-Control-Allow-Headers"));
        assertEquals(Optional.of("600"), reply.field("Access-Control-Max-Age"));
        assertEquals(Optional.of("Origin"), reply.field("Vary"));
        assertEquals(Optional.empty(), reply.field("Access-Control-Expose-Headers"));
    }

    @Test
    @DisplayName("3.2.3: the status of a preflight's answer is not successful where there is no route")
    void failsWhereThereIsNoRoute() throws Exception {
        RawClient.Reply reply = connect(server())
                .send(preflight("/nothing", APP, "Access-Control-Request-Method: PUT"))
                .read();
        assertEquals(404, reply.status());
        assertEquals(Optional.empty(), reply.field("Access-Control-Allow-Methods"));
    }

    @Test
    @DisplayName("3.2.3: a response names the origin, the credentials and the fields that may be read")
    void allowsToRead() throws Exception {
        RawClient.Reply reply = connect(server()).get("/items/7", APP).read();
        assertEquals("item", reply.content());
        assertEquals(Optional.of("https://app.example"), reply.field("Access-Control-Allow-Origin"));
        assertEquals(Optional.of("true"), reply.field("Access-Control-Allow-Credentials"));
        assertEquals(Optional.of("ETag"), reply.field("Access-Control-Expose-Headers"));
    }

    @Test
    @DisplayName("3.2.5: another origin gets no leave, and the response is not for all")
    void allowsNobodyElse() throws Exception {
        RawClient client = connect(server());
        for (String origin : new String[] {"Origin: https://evil.example", "Origin: null", "X: y"}) {
            RawClient.Reply reply = client.get("/items/7", origin).read();
            assertEquals(Optional.empty(), reply.field("Access-Control-Allow-Origin"), origin);
            assertEquals(Optional.of("Origin"), reply.field("Vary"), origin);
        }
    }

    @Test
    @DisplayName("3.2.5: errors have the fields too, so that the page can read what was wrong")
    void letsErrorsBeRead() throws Exception {
        RawClient.Reply reply = connect(server())
                .send(RawClient.request("PATCH", "/items/7", APP))
                .read();
        assertEquals(405, reply.status());
        assertEquals(Optional.of("https://app.example"), reply.field("Access-Control-Allow-Origin"));
    }

    @Test
    @DisplayName("3.2.5: preflights have no credentials and pass authentication; the requests do not")
    void preflightsPassAuthentication() throws Exception {
        Authentication nobody = Authentication.bearer("api", token -> Optional.empty());
        HttpServer server = start(ROUTER, builder -> builder.filter(CORS).filter(nobody));
        RawClient client = connect(server).send(preflight("/items/7", APP, "Access-Control-Request-Method: PUT"));
        RawClient.Reply reply = client.read();
        assertEquals(204, reply.status());
        assertEquals(Optional.of("GET, PUT"), reply.field("Access-Control-Allow-Methods"));
        client.send(RawClient.request("PUT", "/items/7", APP));
        reply = client.read();
        assertEquals(401, reply.status());
        assertEquals(Optional.of("https://app.example"), reply.field("Access-Control-Allow-Origin"));
    }
}
