package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 5: Fields")
class Rfc9110Section05FieldsTest extends LiveServer {

    /** Field lines that nobody has checked. */
    private record Unchecked(String name, String value) implements Headers {

        @Override
        public int size() {
            return 1;
        }

        @Override
        public String name(int index) {
            return name;
        }

        @Override
        public String value(int index) {
            return value;
        }
    }

    @Test
    @DisplayName("5.1: fields that nobody knows are no reason to refuse a request")
    void acceptsUnknownFields() throws Exception {
        RawClient client = client(LiveServer::path).get("/a", "X-Unknown: \"", "Foo: ;;,=", "!#$%&'*+-.^_`|~: a");
        assertEquals("/a", client.read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a:", "", "a\r\nX-Evil: 1", "\u00e9"})
    @DisplayName("5.1: what is no field name is refused where the application sets it")
    void refusesANameThatIsNone(String name) throws Exception {
        RawClient client = client(request -> request.path().equals("/checked")
                ? Response.text("a").withHeader(name, "a")
                : Response.text("a").withHeaders(new Unchecked(name, "a")));
        assertEquals(500, client.get("/checked").read().status());
        assertEquals(500, client.get("/unchecked").read().status());
    }

    @Test
    @DisplayName("5.2, 5.3: lines of one name come in their order, whatever stands between them")
    void keepsTheOrderOfLines() throws Exception {
        RawClient client = client(
                request -> Response.text(String.join("|", request.headers().all("a"))));
        client.get("/", "A: 1, 2", "B: x", "a: 3", "C: y", "A:", "A: 4");
        assertEquals("1, 2|3||4", client.read().content());
    }

    @Test
    @DisplayName("5.3: lines of one name go out in their order, and Set-Cookie is not joined")
    void sendsLinesInOrder() throws Exception {
        RawClient client = client(request -> Response.text("")
                .withHeaders(Headers.of("Set-Cookie", "a=1", "Vary", "b", "Set-Cookie", "c=2; Path=/", "Vary", "d")));
        List<String> lines = client.get("/").read().fields().stream()
                .filter(line -> line.matches("(Set-Cookie|Vary).*"))
                .toList();
        assertEquals(List.of("Set-Cookie: a=1", "Vary: b", "Set-Cookie: c=2; Path=/", "Vary: d"), lines);
    }

    @Test
    @DisplayName("5.4: a field larger than the server wants is answered with 431 and not cut")
    void refusesALongField() throws Exception {
        assertRefused(431, RawClient.request("GET", "/", "A: " + "b".repeat(33_000)));
        assertRefused(431, RawClient.request("GET", "/", "A".repeat(33_000) + ": b"));
        String value = "b".repeat(30_000);
        RawClient client = client(request -> Response.text(request.header("A").orElseThrow()));
        assertEquals(value, client.get("/", "A: " + value).read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u0001", "\u0007", "\b", "\u000b", "\f", "\u001b", "\u001f", "\u007f", "\r", "\n"})
    @DisplayName("5.5: a control character in a value is answered with 400")
    void refusesControlCharacters(String octet) throws Exception {
        assertRefused(400, RawClient.request("GET", "/", "A: b" + octet + "c"));
        assertRefused(400, RawClient.request("GET", "/", "A: " + octet));
        assertRefused(400, RawClient.request("GET", "/", "A:" + octet + "b"));
        assertRefused(400, RawClient.request("GET", "/", "A: b" + octet));
    }

    @Test
    @DisplayName("5.5: tabs, spaces and octets above 0x7F within a value are part of it")
    void takesOtherOctets() throws Exception {
        RawClient client = client(
                request -> Response.text("").withHeader("A", request.header("A").orElseThrow()));
        assertEquals(
                Optional.of("b\t c\u0080\u00ff"),
                client.get("/", "A: b\t c\u0080\u00ff ").read().field("A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "a\u010d\u010aX-Evil: 1", "\u0161", "\u007f"})
    @DisplayName("5.5: what would break a field line is refused where the application sets it")
    void refusesAnInjection(String value) throws Exception {
        RawClient client = client(request -> switch (request.path()) {
            case "/with" -> Response.text("a").withHeader("X-Name", value);
            case "/plus" -> Response.text("a").plusHeader("X-Name", value);
            case "/of" -> Response.text("a").withHeaders(Headers.of("X-Name", value));
            case "/unchecked" -> Response.text("a").withHeaders(new Unchecked("X-Name", value));
            case "/copied" -> Response.text("a").withHeaders(new Unchecked("X-Name", value).plus("A", "b"));
            case "/exception" -> throw new HttpException(Status.CONFLICT).withHeader("X-Name", value);
            case "/interim" -> {
                request.sendInterim(Status.EARLY_HINTS, new Unchecked("X-Name", value));
                yield Response.text("a");
            }
            case "/location" -> Response.seeOther("/" + value);
            default -> throw new IllegalStateException(request.path());
        });
        for (String path : List.of("/with", "/plus", "/of", "/unchecked", "/copied", "/exception", "/interim")) {
            RawClient.Reply reply = client.get(path).read();
            assertEquals(500, reply.status(), path);
            assertEquals(Optional.empty(), reply.field("X-Evil"), path);
        }
        assertEquals(Optional.empty(), client.get("/location").read().field("X-Evil"));
    }

    @Test
    @DisplayName("5.5: a trailer section that would break a message cuts it instead")
    void refusesAnInjectionInTrailers() throws Exception {
        RawClient.Reply reply = client(request ->
                        streamed("a").withTrailers(() -> new Unchecked("X-Name", "a\r\n\r\nHTTP/1.1 200 OK")))
                .get("/")
                .read();
        assertEquals("a", reply.content());
        assertFalse(reply.isWhole());
    }

    @ParameterizedTest
    @ValueSource(strings = {",close", " , close", "close,", "a,,close", ", ,close,\t,", "a ,\tclose"})
    @DisplayName("5.6.1: empty members of a list do not count")
    void ignoresEmptyMembers(String list) throws Exception {
        RawClient client = client(LiveServer::path).get("/", "Connection: " + list);
        assertEquals(Optional.of("close"), client.read().field("Connection"));
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("5.6.7: dates are sent in the preferred format")
    void sendsDates() throws Exception {
        String date = client(LiveServer::path).get("/").read().field("Date").orElseThrow();
        assertTrue(date.matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT"), date);
    }
}
