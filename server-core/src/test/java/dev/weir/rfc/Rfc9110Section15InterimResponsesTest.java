package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weir.RawClient;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 15.2: Informational 1xx")
class Rfc9110Section15InterimResponsesTest extends LiveServer {

    private static Response hinted(Request request) throws IOException {
        request.sendInterim(Status.EARLY_HINTS, Headers.of("Link", "</style.css>; rel=preload"));
        return Response.text("page");
    }

    @Test
    @DisplayName("15.2: an interim response goes ahead of the final one")
    void sendsEarlyHints() throws Exception {
        RawClient client = client(Rfc9110Section15InterimResponsesTest::hinted).get("/");
        RawClient.Reply interim = client.read();
        assertEquals(103, interim.status());
        assertEquals(Optional.of("</style.css>; rel=preload"), interim.field("Link"));
        assertEquals("page", client.read().content());
    }

    @Test
    @DisplayName("15.2: no interim response goes to HTTP/1.0")
    void sendsNoInterimToHttp10() throws Exception {
        RawClient client = client(Rfc9110Section15InterimResponsesTest::hinted).send("GET / HTTP/1.0\r\n\r\n");
        assertEquals(200, client.read().status());
    }

    @Test
    @DisplayName("15.2: no interim response stands within the final one")
    void sendsNoInterimWithinTheFinalResponse() throws Exception {
        RawClient client = client(request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                    output.write('a');
                    output.flush();
                    hinted(request);
                }))
                .get("/");
        RawClient.Reply reply = client.read();
        assertEquals("a", reply.content());
        assertFalse(reply.isWhole());
    }

    @Test
    @DisplayName("15.2: no interim response stands before the final response to another request")
    void sendsNoInterimForARequestThatIsAnswered() throws Exception {
        AtomicReference<Request> kept = new AtomicReference<>();
        RawClient client = client(request -> {
            Request before = kept.getAndSet(request);
            return before == null ? Response.text("first") : hinted(before);
        });
        assertEquals(200, client.get("/").read().status());
        assertEquals(500, client.get("/").read().status());
    }

    @Test
    @DisplayName("15.2: an interim status thrown as the final one is answered with 500")
    void answersAThrownInterimStatusWith500() throws Exception {
        RawClient client = client(request -> {
            throw new HttpException(Status.CONTINUE);
        });
        assertEquals(500, client.get("/").read().status());
    }

    @Test
    @DisplayName("15.2: many interim responses go ahead of the final one, and the connection persists")
    void sendsManyInterims() throws Exception {
        RawClient client = client(request -> {
            for (int code : new int[] {102, 103, 199}) {
                request.sendInterim(Status.of(code), Headers.empty());
            }
            return path(request);
        });
        for (int i = 0; i < 2; i++) {
            client.get("/a");
            assertEquals("HTTP/1.1 102 Processing", client.read().statusLine());
            assertEquals("HTTP/1.1 103 Early Hints", client.read().statusLine());
            assertEquals("HTTP/1.1 199 ", client.read().statusLine());
            assertEquals("/a", client.read().content());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 200, 404})
    @DisplayName("15.2: what is not interim, or switches protocols, is not sent as an interim response")
    void sendsNothingElseAsInterim(int code) throws Exception {
        RawClient client = client(request -> {
            request.sendInterim(Status.of(code), Headers.empty());
            return Response.text("sent");
        });
        assertEquals(500, client.get("/").read().status());
    }

    @Test
    @DisplayName("15.2: an interim status is not sent as the final one")
    void sendsNoInterimStatusAsFinal() throws Exception {
        RawClient client = client(request -> request.path().equals("/of")
                ? Response.of(Status.CONTINUE)
                : Response.text("").withStatus(Status.SWITCHING_PROTOCOLS));
        assertEquals(500, client.get("/of").read().status());
        assertEquals(500, client.get("/with").read().status());
    }

    @Test
    @DisplayName("15.2.2: 101 that became another status switches nothing")
    void switchesNothingWithAnotherStatus() throws Exception {
        RawClient client = client(request -> Response.upgrade("shout", connection -> {
                    throw new IllegalStateException("the protocol was switched");
                })
                .withStatus(Status.FORBIDDEN));
        String[] lines = {"Connection: Upgrade", "Upgrade: shout"};
        assertEquals(403, client.get("/", lines).read().status());
        assertEquals(403, client.get("/", lines).read().status());
    }
}
