package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9112 section 5: Field Syntax")
class Rfc9112Section05FieldSyntaxTest extends LiveServer {

    @Test
    @DisplayName("5: names are found in any case, values come without the whitespace around them")
    void findsFieldsInAnyCase() throws Exception {
        RawClient client = client(
                        request -> Response.text(request.header("x-NAME").orElse("none")))
                .get("/", "X-Name: \t a b \t ");
        assertEquals("a b", client.read().content());
    }

    @Test
    @DisplayName("5.1: whitespace before the colon is answered with 400, and the connection is closed")
    void refusesWhitespaceBeforeTheColon() throws Exception {
        RawClient client = client(LiveServer::path).get("/", "X-Name : a");
        assertEquals(400, client.read().status());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("5.2: a folded field line is answered with 400")
    void refusesLineFolding() throws Exception {
        assertEquals(
                400, client(LiveServer::path).get("/", "X-Name: a", " b").read().status());
    }

    @Test
    @DisplayName("5: a header section that is too long is answered with 431 although the client still sends")
    void refusesALongSection() throws Exception {
        RawClient client = client(LiveServer::path).get("/", "X-Name: " + "a".repeat(100_000));
        RawClient.Reply reply = client.read();
        assertEquals(431, reply.status());
        assertTrue(reply.isWhole());
    }
}
