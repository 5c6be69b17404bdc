package dev.weir.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityFieldsTest {

    private static final InetSocketAddress ADDRESS = new InetSocketAddress("192.0.2.7", 1);
    private static final Request PLAIN = Request.get("/").withPeer(new Peer(ADDRESS, ADDRESS, false));
    private static final Request SECURE = Request.get("/").withPeer(new Peer(ADDRESS, ADDRESS, true));

    private static Response answer(SecurityFields fields, Request request, Response response) throws Exception {
        return fields.around(same -> response).handle(request);
    }

    @Test
    void tellsBrowsersToTrustLittle() throws Exception {
        Response response = answer(SecurityFields.strict(), PLAIN, Response.text("x"));
        assertEquals(Optional.of("nosniff"), response.header("X-Content-Type-Options"));
        assertEquals(Optional.of("no-referrer"), response.header("Referrer-Policy"));
        assertEquals(Optional.of("DENY"), response.header("X-Frame-Options"));
        assertEquals(
                Optional.of("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'"),
                response.header("Content-Security-Policy"));
    }

    @Test
    void letsPagesUseWhatIsOfThisServer() throws Exception {
        Response response = answer(SecurityFields.forPages(), PLAIN, Response.html("<p>"));
        assertEquals(
                Optional.of("default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                        + " frame-ancestors 'none'"),
                response.header("Content-Security-Policy"));
    }

    @Test
    void wantsSecureTransportOnlyFromThoseWhoHaveIt() throws Exception {
        SecurityFields fields = SecurityFields.strict();
        assertEquals(
                Optional.of("max-age=31536000"),
                answer(fields, SECURE, Response.text("x")).header("Strict-Transport-Security"));
        assertEquals(Optional.empty(), answer(fields, PLAIN, Response.text("x")).header("Strict-Transport-Security"));
    }

    @Test
    void neverSendsAnotherTransportPolicyInTheClearEither() throws Exception {
        SecurityFields fields = SecurityFields.strict().with("strict-transport-security", "max-age=1");
        assertEquals(
                List.of("max-age=1"),
                answer(fields, SECURE, Response.text("x")).headers().all("Strict-Transport-Security"));
        assertEquals(Optional.empty(), answer(fields, PLAIN, Response.text("x")).header("Strict-Transport-Security"));
    }

    @Test
    void leavesWhatAHandlerHasSet() throws Exception {
        Response own = Response.html("<p>")
                .withHeader("content-security-policy", "default-src https:")
                .withHeader("Referrer-Policy", "origin")
                .withHeader("X-Frame-Options", "SAMEORIGIN")
                .withHeader("Strict-Transport-Security", "max-age=0");
        Response response = answer(SecurityFields.strict(), SECURE, own);
        for (String name :
                List.of("Content-Security-Policy", "Referrer-Policy", "X-Frame-Options", "Strict-Transport-Security")) {
            assertEquals(own.headers().all(name), response.headers().all(name), name);
        }
        assertEquals(Optional.of("nosniff"), response.header("X-Content-Type-Options"));
    }

    @Test
    void leavesAResponseAloneThatHasAll() throws Exception {
        SecurityFields fields = SecurityFields.strict();
        Response whole = answer(fields, SECURE, Response.text("x"));
        assertSame(whole, answer(fields, SECURE, whole));
    }

    @Test
    void addsAndTakesAwayFields() throws Exception {
        SecurityFields fields = SecurityFields.forPages()
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Permissions-Policy", "camera=()")
                .with("Referrer-Policy", "same-origin")
                .without("X-Frame-Options");
        Response response = answer(fields, PLAIN, Response.text("x"));
        assertEquals(Optional.of("same-origin"), response.header("Cross-Origin-Opener-Policy"));
        assertEquals(Optional.of("camera=()"), response.header("Permissions-Policy"));
        assertEquals(Optional.of("same-origin"), response.header("Referrer-Policy"));
        assertEquals(Optional.empty(), response.header("X-Frame-Options"));
    }

    @Test
    void canBeWithoutATransportPolicy() throws Exception {
        SecurityFields fields = SecurityFields.strict().without("Strict-Transport-Security");
        assertEquals(
                Optional.empty(), answer(fields, SECURE, Response.text("x")).header("Strict-Transport-Security"));
    }

    @Test
    void refusesWhatCannotBeSent() {
        assertThrows(
                IllegalArgumentException.class, () -> SecurityFields.strict().with("X", "a\r\nb"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> SecurityFields.strict()
                        .with("a b", "x"))
                .getMessage()
                .contains("expected"));
    }
}
