package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.authentication.Authentication;
import dev.weir.http.Response;
import dev.weir.routing.Filter;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 7617: The 'Basic' HTTP Authentication Scheme")
class Rfc7617BasicAuthenticationTest extends LiveServer {

    private static final Filter WALLY = Authentication.basic(
            "WallyWorld",
            credentials -> credentials.matches("Aladdin", "open sesame") || credentials.matches("test", "123\u00a3")
                    ? Optional.of(credentials.user())
                    : Optional.empty());

    private HttpServer server() {
        return start(
                request -> Response.text(request.attribute(Authentication.PRINCIPAL, String.class)
                        .orElse("nobody")),
                builder -> builder.filter(WALLY.under("/private")));
    }

    @Test
    @DisplayName("2: a request without credentials is challenged, with the realm, and the connection goes on")
    void challenges() throws Exception {
        RawClient client = connect(server()).get("/private");
        RawClient.Reply reply = client.read();
        assertEquals(401, reply.status());
        assertEquals(Optional.of("Basic realm=\"WallyWorld\", charset=\"UTF-8\""), reply.field("WWW-Authenticate"));
        client.get("/private", "Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertEquals("Aladdin", client.read().content());
    }

    @Test
    @DisplayName("2.1: user and password are UTF-8, as the challenge says")
    void readsUtf8() throws Exception {
        RawClient client = connect(server()).get("/private", "Authorization: Basic dGVzdDoxMjPCow==");
        assertEquals("test", client.read().content());
        client.get("/private", "Authorization: Basic dGVzdDoxMjOj");
        assertEquals(401, client.read().status());
    }

    @Test
    @DisplayName("2.2: the protection space is a path and all below it, however it is written")
    void guardsItsSpace() throws Exception {
        RawClient client = connect(server());
        assertEquals("nobody", client.get("/public").read().content());
        for (String target : new String[] {"/private/x", "/%70rivate", "http://localhost/private"}) {
            assertEquals(401, client.get(target).read().status(), target);
        }
    }
}
