package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

@DisplayName("RFC 9110 section 15: Status Codes")
class Rfc9110Section15StatusCodesTest extends LiveServer {

    private static Response hinted(Request request) throws IOException {
        request.sendInterim(Status.EARLY_HINTS, Headers.of("Link", "</style.css>; rel=preload"));
        return Response.text("page");
    }

    @Test
    @DisplayName("15.2: an interim response goes ahead of the final one")
    void sendsEarlyHints() throws Exception {
        RawClient client = client(Rfc9110Section15StatusCodesTest::hinted).get("/");
        RawClient.Reply interim = client.read();
        assertEquals(103, interim.status());
        assertEquals(Optional.of("</style.css>; rel=preload"), interim.field("Link"));
        assertEquals("page", client.read().content());
    }

    @Test
    @DisplayName("15.2: no interim response goes to HTTP/1.0")
    void sendsNoInterimToHttp10() throws Exception {
        RawClient client = client(Rfc9110Section15StatusCodesTest::hinted).send("GET / HTTP/1.0\r\n\r\n");
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

    @Test
    @DisplayName("15.2: an interim status thrown as the final one is answered with 500")
    void answersAThrownInterimStatusWith500() throws Exception {
        RawClient client = client(request -> {
            throw new HttpException(Status.CONTINUE);
        });
        assertEquals(500, client.get("/").read().status());
    }

    @Test
    @DisplayName("15.5.14: chunked content past the limit is answered with 413")
    void refusesLongChunkedContent() throws Exception {
        RawClient client = client(
                        LiveServer::echo,
                        builder ->
                                builder.limits(dev.weir.config.Limits.defaults().withContent(4)))
                .send(RawClient.request("POST", "/", "Transfer-Encoding: chunked") + "5\r\nabcde\r\n0\r\n\r\n");
        assertEquals(413, client.read().status());
    }

    @Test
    @DisplayName("15.6.1: a handler that throws is answered with 500, and the connection persists")
    void answersAFailureWith500() throws Exception {
        RawClient client = client(request -> {
            if (request.path().equals("/bad")) {
                throw new IllegalStateException("secret of the test");
            }
            return Response.text("good");
        });
        RawClient.Reply reply = client.get("/bad").read();
        assertEquals(500, reply.status());
        assertTrue(!reply.content().contains("secret"), reply.content());
        assertEquals("good", client.get("/good").read().content());
    }
}
