package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    @Test
    void aRequestInMemoryHasItsMethodAndTargetAndOurVersion() {
        assertEquals("GET /a?b HTTP/1.1", Request.get("/a?b").toString());
    }

    @Test
    void aRequestInMemoryHasNoContent() {
        assertTrue(Request.get("/").content().isEmpty());
    }

    @Test
    void postHasTheMediaTypeOfItsContent() {
        assertEquals(
                Optional.of(MediaType.APPLICATION_JSON),
                Request.post("/", MediaType.APPLICATION_JSON, "{}").contentType());
    }

    @Test
    void postHasItsContent() throws IOException {
        assertEquals(
                "\u00e9",
                Request.post("/", MediaType.TEXT_PLAIN_UTF_8, "\u00e9")
                        .content()
                        .text());
    }

    @Test
    void aMalformedContentTypeIsAbsent() {
        assertEquals(
                Optional.empty(),
                Request.get("/").withHeader("Content-Type", "text").contentType());
    }

    @Test
    void theAuthorityIsThatOfTheTargetFirst() {
        Request request = Request.get("/")
                .withHeader("Host", "host.test")
                .withTarget(RequestTarget.absolute("http://target.test/", "target.test", "/"));
        assertEquals(Optional.of("target.test"), request.authority());
    }

    @Test
    void theAuthorityIsElseThatOfHost() {
        assertEquals(
                Optional.of("host.test:80"),
                Request.get("/").withHeader("Host", "host.test:80").authority());
    }

    @Test
    void anEmptyHostIsNoAuthority() {
        assertEquals(Optional.empty(), Request.get("/").withHeader("Host", "").authority());
    }

    @Test
    void anUnknownPathParameterIsRefusedWithTheKnownOnes() {
        Request request =
                Request.get("/").withPathParameters(PathParameters.empty().with("id", "7"));
        assertEquals(
                "path parameter: name (expected: one of [id])",
                assertThrows(IllegalArgumentException.class, () -> request.pathParam("name"))
                        .getMessage());
    }

    @Test
    void findsAQueryParameter() {
        assertEquals(Optional.of("1"), Request.get("/?a=1&a=2").queryParam("a"));
    }

    @Test
    void findsTheFirstCookieOfAName() {
        assertEquals(
                Optional.of("1"),
                Request.get("/").withHeader("Cookie", "b=0; a=1; a=2").cookie("a"));
    }

    @Test
    void tellsAnAttributeToHandlersBehind() {
        assertEquals(Optional.of(7), Request.get("/").withAttribute("n", 7).attribute("n", Integer.class));
    }

    @Test
    void anAttributeOfAnotherTypeIsAbsent() {
        assertEquals(Optional.empty(), Request.get("/").withAttribute("n", 7).attribute("n", String.class));
    }

    @Test
    void anAttributeDoesNotReachTheRequestItWasAddedTo() {
        Request request = Request.get("/");
        request.withAttribute("n", 7);
        assertFalse(request.attribute("n", Integer.class).isPresent());
    }

    @Test
    void attributesOutliveOtherChanges() {
        Request request = Request.get("/")
                .withAttribute("n", 7)
                .withMethod(Method.PUT)
                .withHeader("A", "b")
                .withTarget(RequestTarget.origin("/c"))
                .withContent(new byte[1])
                .withPeer(Peer.inMemory())
                .withPathParameters(PathParameters.empty());
        assertEquals(Optional.of(7), request.attribute("n", Integer.class));
    }

    @Test
    void sendsInterimResponsesWhereItIsTold() throws IOException {
        Recording client = new Recording();
        Request.get("/").withClient(client).sendInterim(Status.EARLY_HINTS, Headers.empty());
        assertEquals(List.of(Status.EARLY_HINTS), client.sent);
    }

    @Test
    void sendsNoInterimResponseToAClientOfHttp10() throws IOException {
        Recording client = new Recording();
        Request.of(Method.GET, RequestTarget.origin("/"), HttpVersion.HTTP_1_0, Headers.empty(), Peer.inMemory())
                .withClient(client)
                .sendInterim(Status.EARLY_HINTS, Headers.empty());
        assertEquals(List.of(), client.sent);
    }

    @Test
    void itsClientInMemoryNeverLeaves() throws Exception {
        Request request = Request.get("/");
        assertFalse(request.isClientGone());
        assertEquals("done", request.interruptWhenClientGone(() -> "done"));
    }

    /** Notes what is sent to it. */
    private static final class Recording implements ClientLink {

        private final List<Status> sent = new ArrayList<>();

        @Override
        public void sendInterim(Status status, Headers headers) {
            sent.add(status);
        }

        @Override
        public boolean isGone() {
            return false;
        }

        @Override
        public <T> T interruptWhenGone(Callable<T> work) throws Exception {
            return work.call();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 200, 404})
    void refusesToSendAFinalStatusAsInterim(int code) {
        Request request = Request.get("/");
        assertThrows(IllegalArgumentException.class, () -> request.sendInterim(Status.of(code), Headers.empty()));
    }

    @Test
    void itsTextCannotBreakALogLine() {
        String text = Request.get("/a\r\nGET /b").toString();
        assertFalse(text.contains("\n") || text.contains("\r"), text);
    }

    @Test
    void refusesAnInjectedFieldLine() {
        Request request = Request.get("/");
        assertThrows(IllegalArgumentException.class, () -> request.withHeader("A", "b\r\nC: d"));
    }

    @Test
    void itsTextIsInTheCharsetThatItsTypeNamesLast() throws IOException {
        Request request = Request.get("/")
                .withContent(new byte[] {(byte) 0xe4})
                .withHeader("Content-Type", "text/plain; charset=iso-8859-1");
        assertEquals("ä", request.content().text());
    }
}
