package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
    @DisplayName("5.5: a trailer section that would break a message cuts it instead")
    void refusesAnInjectionInTrailers() throws Exception {
        RawClient.Reply reply = client(request ->
                        streamed("a").withTrailers(() -> new Unchecked("X-Name", "a\r\n\r\nHTTP/1.1 200 OK")))
                .get("/")
                .read();
        assertEquals("a", reply.content());
        assertFalse(reply.isWhole());
    }
}
