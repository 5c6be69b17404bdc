package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.HttpDate;
import dev.weir.http.Response;
import dev.weir.http.Status;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9110 section 6: Message Abstraction")
class Rfc9110Section06MessageTest extends LiveServer {

    @Test
    @DisplayName("6.6.1: every final response has one Date")
    void tellsTheDate() throws Exception {
        RawClient client =
                client(request -> request.path().equals("/") ? Response.text("a") : Response.of(Status.NOT_FOUND));
        assertTrue(HttpDate.parse(client.get("/").read().field("Date").orElseThrow())
                .isPresent());
        assertTrue(client.get("/b").read().field("Date").isPresent());
        assertTrue(client.send("what?\r\n\r\n").read().field("Date").isPresent());
    }

    @Test
    @DisplayName("6.6.1: a handler's own Date is not doubled")
    void keepsAHandlersDate() throws Exception {
        RawClient client = client(request -> Response.text("a").withHeader("Date", "Sun, 06 Nov 1994 08:49:37 GMT"));
        assertTrue(client.get("/").read().field("Date").isPresent());
    }
}
