package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.http.MediaType;
import dev.weir.http.ResponseContent;
import dev.weir.multipart.MultipartContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 2046 section 5.1: Multipart Media Type")
class Rfc2046Section05MultipartTest extends LiveServer {

    private static final String HEAD = "Content-Disposition: form-data; name=a\r\n\r\n";

    private RawClient.Reply send(String boundary, String content) throws IOException {
        return client(Rfc7578MultipartFormDataTest::parts)
                .send(post("/", content, "Content-Type: multipart/form-data; boundary=" + boundary))
                .read();
    }

    private void assertParts(String expected, String boundary, String content) throws IOException {
        RawClient.Reply reply = send(boundary, content);
        assertEquals("HTTP/1.1 200 OK", reply.statusLine(), reply.content());
        assertEquals(expected, reply.content());
    }

    private void assertRefused(int status, String reason, String content) throws IOException {
        RawClient.Reply reply = send("b", content);
        assertEquals(status, reply.status(), reply.content());
        assertTrue(reply.content().contains(reason), reply.content());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"b", "\"gc0pJq0M:08jU534c0p\"", "\"a'()+_,-./:=? b\"", "----WebKitFormBoundary7MA4YWxkTrZu0gW"})
    @DisplayName("5.1.1: boundaries have 1 to 70 of certain characters")
    void takesBoundaries(String boundary) throws Exception {
        String plain = boundary.replace("\"", "");
        assertParts("a|-|text/plain|1\n", boundary, "--" + plain + "\r\n" + HEAD + "1\r\n--" + plain + "--\r\n");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\"\"", "\"b \"", "\"b\u00fc\"", "\"b@\"", "gc0pJq0M:08jU534c0p"})
    @DisplayName("5.1.1: other boundaries are refused")
    void refusesBoundaries(String boundary) throws Exception {
        assertEquals(400, send(boundary, "--b\r\n" + HEAD + "1\r\n--b--\r\n").status());
    }

    @Test
    @DisplayName("5.1.1: a boundary longer than 70 characters is refused")
    void refusesLongBoundaries() throws Exception {
        String longest = "b".repeat(70);
        assertParts("a|-|text/plain|1\n", longest, "--" + longest + "\r\n" + HEAD + "1\r\n--" + longest + "--");
        String longer = longest + "b";
        assertEquals(
                400,
                send(longer, "--" + longer + "\r\n" + HEAD + "1\r\n--" + longer + "--")
                        .status());
    }

    @Test
    @DisplayName("5.1.1: the line break before a boundary belongs to it")
    void lineBreakBelongsToTheBoundary() throws Exception {
        assertParts("a|-|text/plain|1\r\n\n", "b", "--b\r\n" + HEAD + "1\r\n\r\n--b--");
    }

    @Test
    @DisplayName("5.1.1: blanks may stand behind a boundary")
    void takesTransportPadding() throws Exception {
        assertParts("a|-|text/plain|1\n", "b", "--b \t\r\n" + HEAD + "1\r\n--b-- \r\n");
    }

    @Test
    @DisplayName("5.1.1: what stands before the first boundary and behind the last is passed over")
    void passesOverPreambleAndEpilogue() throws Exception {
        assertParts("a|-|text/plain|1\n", "b", "before\r\n--b\r\n" + HEAD + "1\r\n--b--\r\nafter");
    }

    @Test
    @DisplayName("5.1.1: a boundary begins a line, whatever that is within")
    void boundariesBeginLines() throws Exception {
        assertParts("a|-|text/plain|1--b\n--b\n", "b", "--b\r\n" + HEAD + "1--b\n--b\r\n--b--");
        assertRefused(400, "something stands behind a boundary", "--b\r\n" + HEAD + "1\r\n--bc\r\n--b--");
    }

    @Test
    @DisplayName("5.1.1: content without the last boundary is refused")
    void refusesWhatIsCutOff() throws Exception {
        assertRefused(400, "it ends within part 1", "--b\r\n" + HEAD + "1\r\n");
        assertRefused(400, "it ends before the first boundary", "");
    }

    @Test
    @DisplayName("5.1.1: a client that leaves within a part is told that it did")
    void noticesThatTheClientLeft() throws Exception {
        RawClient.Reply reply = client(Rfc7578MultipartFormDataTest::parts)
                .send(RawClient.request(
                        "POST", "/", "Content-Type: multipart/form-data; boundary=b", "Transfer-Encoding: chunked"))
                .send("5\r\n--b\r\n\r\n0\r\n\r\n")
                .read();
        assertEquals(400, reply.status());
    }

    @Test
    @DisplayName("5.1: a connection goes on behind multipart content, read or refused")
    void connectionsGoOn() throws Exception {
        HttpServer server = start(Rfc7578MultipartFormDataTest::parts, builder -> builder);
        String type = "Content-Type: multipart/form-data; boundary=b";
        RawClient client = connect(server)
                .send(post("/", "--b\r\n" + HEAD + "1\r\n--b--\r\nepilogue", type))
                .send(post("/", "--b\r\nx\r\n\r\n1\r\n--b--", type))
                .send(post("/", "--b\r\n" + HEAD + "2\r\n--b--", type));
        assertEquals("a|-|text/plain|1\n", client.read().content());
        assertEquals(400, client.read().status());
        assertEquals("a|-|text/plain|2\n", client.read().content());
    }

    @Test
    @DisplayName("5.1.3: responses of several parts are framed by their length if it is known")
    void sendsSeveralParts() throws Exception {
        MultipartContent content = MultipartContent.of("mixed")
                .withBoundary("b")
                .with(MediaType.TEXT_PLAIN, ResponseContent.of("1".getBytes(StandardCharsets.US_ASCII)))
                .with(MediaType.APPLICATION_JSON, ResponseContent.of("{}".getBytes(StandardCharsets.US_ASCII)));
        RawClient.Reply reply = client(request -> content.toResponse()).get("/").read();
        String expected =
                "--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b\r\nContent-Type: application/json\r\n\r\n{}\r\n--b--\r\n";
        assertEquals(expected, reply.content());
        assertEquals(Optional.of("multipart/mixed; boundary=b"), reply.field("Content-Type"));
        assertEquals(Optional.of(Integer.toString(expected.length())), reply.field("Content-Length"));
    }

    @Test
    @DisplayName("5.1.3: responses of several parts are chunked if the length of one is not known")
    void sendsSeveralPartsOfUnknownLength() throws Exception {
        RawClient.Reply reply = client(request -> MultipartContent.of("mixed")
                        .withBoundary("b")
                        .with(MediaType.TEXT_PLAIN, ResponseContent.written(output -> output.write('1')))
                        .toResponse())
                .get("/")
                .read();
        assertEquals("--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b--\r\n", reply.content());
        assertEquals(Optional.of("chunked"), reply.field("Transfer-Encoding"));
        assertTrue(reply.isWhole());
    }
}
