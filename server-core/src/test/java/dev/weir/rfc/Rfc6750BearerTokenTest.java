package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.RawClient;
import dev.weir.authentication.Authentication;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 6750: Bearer Token Usage")
class Rfc6750BearerTokenTest extends LiveServer {

    private static final Authentication TOKENS = Authentication.bearer(
            "example", token -> token.matches("mF_9.B5f-4.1JqM") ? Optional.of("client") : Optional.empty());

    private static Response answer(Request request) {
        if (request.path().equals("/admin")) {
            throw Authentication.insufficientScope("example", "admin");
        }
        return Response.text(request.attribute("principal", String.class).orElseThrow());
    }

    private RawClient client() throws Exception {
        return client(Rfc6750BearerTokenTest::answer, builder -> builder.filter(TOKENS));
    }

    @Test
    @DisplayName("2.1: the token stands in the Authorization field")
    void readsTheToken() throws Exception {
        assertEquals(
                "client",
                client().get("/", "Authorization: Bearer mF_9.B5f-4.1JqM")
                        .read()
                        .content());
    }

    @Test
    @DisplayName("2.3: a token in the query is none")
    void takesNoTokenFromTheQuery() throws Exception {
        assertEquals(401, client().get("/?access_token=mF_9.B5f-4.1JqM").read().status());
    }

    @Test
    @DisplayName("3: a request without a token is challenged without an error code")
    void challenges() throws Exception {
        RawClient.Reply reply = client().get("/").read();
        assertEquals(401, reply.status());
        assertEquals(Optional.of("Bearer realm=\"example\""), reply.field("WWW-Authenticate"));
    }

    @Test
    @DisplayName("3.1: invalid_token is 401, invalid_request 400, insufficient_scope 403")
    void tellsTheError() throws Exception {
        RawClient client = client();
        assertRefused(401, "error=\"invalid_token\"", client.get("/", "Authorization: Bearer expired"));
        assertRefused(400, "error=\"invalid_request\"", client.get("/", "Authorization: Bearer a b"));
        client.get("/admin", "Authorization: Bearer mF_9.B5f-4.1JqM");
        assertRefused(403, "error=\"insufficient_scope\", scope=\"admin\"", client);
    }

    private static void assertRefused(int status, String error, RawClient client) throws Exception {
        RawClient.Reply reply = client.read();
        assertEquals(status, reply.status());
        assertEquals(Optional.of("Bearer realm=\"example\", " + error), reply.field("WWW-Authenticate"));
    }
}
