package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.forms.Form;
import dev.weir.forms.FormLimits;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WHATWG URL section 5: application/x-www-form-urlencoded")
class UrlEncodedFormsTest extends LiveServer {

    private static final String TYPE = "Content-Type: application/x-www-form-urlencoded";

    private static Response fields(Request request) throws IOException {
        return fields(Form.of(request));
    }

    private static Response limited(Request request) throws IOException {
        return fields(Form.of(request, FormLimits.defaults().withFields(3).withOctets(20)));
    }

    private static Response fields(Form form) {
        return Response.text(form.fields().stream()
                .map(field -> "[" + field.name() + "|" + field.value() + "]")
                .collect(Collectors.joining()));
    }

    private void assertFields(String expected, String content) throws IOException {
        RawClient.Reply reply = client(UrlEncodedFormsTest::fields)
                .send(post("/", content, TYPE))
                .read();
        assertEquals("200 " + expected, reply.status() + " " + reply.content(), content);
    }

    private RawClient.Reply send(String content, String... fieldLines) throws IOException {
        return client(UrlEncodedFormsTest::fields)
                .send(post("/", content, fieldLines))
                .read();
    }

    @Test
    @DisplayName("5.1: names and values between & and =, in order, names more than once")
    void parses() throws Exception {
        assertFields("[a|1][b|2][a|3]", "a=1&b=2&a=3");
        assertFields("[a|]", "a");
        assertFields("[a|]", "a=");
        assertFields("[|x]", "=x");
        assertFields("[a|b=c]", "a=b=c");
        assertFields("[a|1][b|2]", "&&a=1&&b=2&");
        assertFields("", "");
    }

    @Test
    @DisplayName("5.1: + is a space, and % escapes octets of UTF-8, of names too")
    void decodes() throws Exception {
        assertFields("[a b|c d+e]", "a+b=c+d%2Be");
        assertFields("[&=|%]", "%26%3d=%25");
        assertFields("[\u00c3\u00a9|\u00e2\u0082\u00ac]", "%C3%A9=%e2%82%ac");
    }

    @Test
    @DisplayName("5.1, made strict: what decodes to no text is 400, and the answer repeats nothing of it")
    void refusesMalformed() throws Exception {
        for (String content : new String[] {"a=%", "a=%2", "a=%zz", "a=%ff", "a=%c0%af", "a=%ed%a0%80", "a=\u00e9"}) {
            RawClient.Reply reply = send(content, TYPE);
            assertEquals(400, reply.status(), content);
            assertTrue(reply.content().contains("\"status\":400"), reply.content());
        }
    }

    @Test
    @DisplayName("5.1: another media type or charset is 415, which says what is read")
    void refusesOtherTypes() throws Exception {
        for (String type :
                new String[] {"text/plain", "application/json", "x", TYPE.substring(14) + ";charset=latin1"}) {
            RawClient.Reply reply = send("a=1", "Content-Type: " + type);
            assertEquals(415, reply.status(), type);
            assertEquals(Optional.of("application/x-www-form-urlencoded"), reply.field("Accept"), type);
        }
        assertEquals(200, send("a=1", TYPE + "; charset=UTF-8").status());
        assertEquals(200, send("a=1", TYPE.toUpperCase(Locale.ROOT)).status());
    }

    @Test
    @DisplayName("RFC 9110, 15.5.14: more octets than allowed are 413, more fields 400")
    void limits() throws Exception {
        RawClient client = client(UrlEncodedFormsTest::limited);
        assertEquals(
                "[a|1][b|2][c|3]",
                client.send(post("/", "a=1&b=2&c=3", TYPE)).read().content());
        assertEquals(400, client.send(post("/", "a=1&b=2&c=3&d=4", TYPE)).read().status());
        assertEquals(
                413, client.send(post("/", "a=" + "1".repeat(19), TYPE)).read().status());
    }
}
