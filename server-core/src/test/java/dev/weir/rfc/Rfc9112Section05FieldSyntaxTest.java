package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Response;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @DisplayName("5: whitespace around a value is not part of it, and a value may be empty")
    void excludesWhitespaceAroundValues() throws Exception {
        RawClient client = client(
                request -> Response.text(String.join("|", request.headers().all("A"))));
        client.get("/", "A:b", "A: b", "A:\t b \t", "A:", "A:  ", "A: b\tc  d");
        assertEquals("b|b|b|||b\tc  d", client.read().content());
    }

    @Test
    @DisplayName("5: field lines come in the order sent, with their names as sent")
    void keepsTheOrder() throws Exception {
        RawClient client = client(request -> {
            StringBuilder lines = new StringBuilder();
            request.headers().forEach(line -> lines.append(line.name()).append(line.value()));
            return Response.text(lines.toString());
        });
        assertEquals(
                "Hostlocalhostb1A2B3",
                client.get("/", "b: 1", "A: 2", "B: 3").read().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "A b",
                "A b: c",
                ": b",
                " : b",
                "A\"B: c",
                "A(B: c",
                "A)B: c",
                "A,B: c",
                "A/B: c",
                "A;B: c",
                "A<B: c",
                "A=B: c",
                "A>B: c",
                "A?B: c",
                "A@B: c",
                "A[B: c",
                "A\\B: c",
                "A]B: c",
                "A{B: c",
                "A}B: c",
                "A\0: c",
                "A\u001f: c",
                "A\u007f: c",
                "A\u00a0: c",
                "\u00c4: c",
                "Content-Length 5",
                "Transfer-\r\nEncoding: chunked"
            })
    @DisplayName("5: a line that is no name, colon and value is answered with 400")
    void refusesWhatIsNoFieldLine(String line) throws Exception {
        assertRefused(400, RawClient.request("GET", "/", "A: b", line));
    }

    @Test
    @DisplayName("5: a header section that is too long is answered with 431 although the client still sends")
    void refusesALongSection() throws Exception {
        RawClient client = client(LiveServer::path).get("/", "X-Name: " + "a".repeat(100_000));
        RawClient.Reply reply = client.read();
        assertEquals(431, reply.status());
        assertTrue(reply.isWhole());
    }

    @Test
    @DisplayName("5: too many field lines are answered with 431")
    void refusesManyLines() throws Exception {
        assertRefused(431, RawClient.request("GET", "/", "A: b\r\n".repeat(99) + "A: b"));
        assertEquals(
                200,
                client(LiveServer::path)
                        .get("/", "A: b\r\n".repeat(98) + "A: b")
                        .read()
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A : b",
                "A\t: b",
                "A  : b",
                "Content-Length : 5",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding\t:chunked",
                "Host : localhost"
            })
    @DisplayName("5.1: whitespace before the colon is answered with 400")
    void refusesWhitespaceBeforeTheColon(String line) throws Exception {
        assertRefused(400, RawClient.request("POST", "/", "X: y", line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: b\r\n c",
                "A: b\r\n\tc",
                "A:\r\n b",
                "A: b\r\n ",
                "Content-Length: 1\r\n 2",
                "Transfer-Encoding:\r\n chunked",
                "Content-Type: message/http\r\n b"
            })
    @DisplayName("5.2: a folded field line is answered with 400")
    void refusesLineFolding(String lines) throws Exception {
        assertRefused(400, RawClient.request("POST", "/", lines));
        assertRefused(400, "POST / HTTP/1.0\r\n" + lines + "\r\n\r\n");
    }

    @Test
    @DisplayName("5.2: no response is folded, however long a value is")
    void foldsNothing() throws Exception {
        String value = "a, ".repeat(3000) + "b";
        RawClient client = client(request -> Response.text("").withHeader("A", value));
        assertEquals(Optional.of(value), client.get("/").read().field("A"));
    }
}
