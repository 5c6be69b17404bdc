package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.multipart.MultipartReader;
import dev.weir.multipart.ReceivedPart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 7578: Returning Values from Forms: multipart/form-data")
class Rfc7578MultipartFormDataTest extends LiveServer {

    private static final String TYPE = "Content-Type: multipart/form-data; boundary=AaB03x";

    /** Answers with what each part is, a line for each. */
    static Response parts(Request request) throws IOException {
        StringBuilder text = new StringBuilder();
        MultipartReader reader = MultipartReader.of(request);
        for (Optional<ReceivedPart> part = reader.next(); part.isPresent(); part = reader.next()) {
            text.append(part.get().name())
                    .append('|')
                    .append(part.get().filename().orElse("-"))
                    .append('|')
                    .append(part.get().mediaType())
                    .append('|')
                    .append(part.get().text())
                    .append('\n');
        }
        return Response.text(text.toString());
    }

    private RawClient.Reply send(String... lines) throws IOException {
        return client(Rfc7578MultipartFormDataTest::parts)
                .send(post("/", String.join("\r\n", lines), TYPE))
                .read();
    }

    private void assertParts(String expected, String... lines) throws IOException {
        RawClient.Reply reply = send(lines);
        assertEquals("HTTP/1.1 200 OK", reply.statusLine(), reply.content());
        assertEquals(
                expected, new String(reply.content().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("4.1: parts are delimited with a boundary, CRLF and --")
    void partsAreDelimitedWithABoundary() throws Exception {
        assertParts(
                "a|-|text/plain|1\nb|-|text/plain|2\n",
                "--AaB03x",
                "Content-Disposition: form-data; name=\"a\"",
                "",
                "1",
                "--AaB03x",
                "Content-Disposition: form-data; name=\"b\"",
                "",
                "2",
                "--AaB03x--",
                "");
    }

    @Test
    @DisplayName("4.1: content that arrives in chunks is read as any other")
    void partsArriveInChunks() throws Exception {
        String content = "--AaB03x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--AaB03x--\r\n";
        RawClient client = client(Rfc7578MultipartFormDataTest::parts)
                .send(RawClient.request("POST", "/", TYPE, "Transfer-Encoding: chunked"));
        for (char octet : content.toCharArray()) {
            client.send("1\r\n" + octet + "\r\n");
        }
        assertEquals("a|-|text/plain|1\n", client.send("0\r\n\r\n").read().content());
        assertEquals(200, client.send(post("/", content, TYPE)).read().status());
    }

    @Test
    @DisplayName("4.2: each part has a Content-Disposition of form-data with a name")
    void partsHaveNames() throws Exception {
        assertEquals(400, send("--AaB03x", "", "1", "--AaB03x--").status());
        assertEquals(
                400,
                send("--AaB03x", "Content-Disposition: form-data", "", "1", "--AaB03x--")
                        .status());
        assertEquals(
                400,
                send("--AaB03x", "Content-Disposition: inline; name=a", "", "1", "--AaB03x--")
                        .status());
    }

    @Test
    @DisplayName("4.2: the path in a file name is not used")
    void pathsOfFilesAreNotUsed() throws Exception {
        assertParts(
                "a|passwd|text/plain|1\n",
                "--AaB03x",
                "Content-Disposition: form-data; name=a; filename=\"../../etc/passwd\"",
                "",
                "1",
                "--AaB03x--");
    }

    @Test
    @DisplayName("4.2: filename* is not used")
    void extendedFileNamesAreNotUsed() throws Exception {
        assertParts(
                "a|b|text/plain|1\n",
                "--AaB03x",
                "Content-Disposition: form-data; name=a; filename=b; filename*=utf-8''c",
                "",
                "1",
                "--AaB03x--");
    }

    @Test
    @DisplayName("4.3: several files of one field are parts of the same name")
    void severalFilesHaveTheSameName() throws Exception {
        assertParts(
                "a|1|text/plain|x\na|2|text/plain|y\n",
                "--AaB03x",
                "Content-Disposition: form-data; name=a; filename=1",
                "",
                "x",
                "--AaB03x",
                "Content-Disposition: form-data; name=a; filename=2",
                "",
                "y",
                "--AaB03x--");
    }

    @Test
    @DisplayName("4.4: a part without Content-Type is text/plain")
    void partsAreTextUnlessTheySaySomethingElse() throws Exception {
        assertParts(
                "a|-|application/json|{}\n",
                "--AaB03x",
                "Content-Disposition: form-data; name=a",
                "Content-Type: application/json",
                "",
                "{}",
                "--AaB03x--");
    }

    @Test
    @DisplayName("4.5: the charset of a part is that of its media type")
    void partsHaveCharsets() throws Exception {
        assertParts(
                "a|-|text/plain; charset=iso-8859-1|\u00fc\n",
                "--AaB03x",
                "Content-Disposition: form-data; name=a",
                "Content-Type: text/plain; charset=iso-8859-1",
                "",
                "\u00fc",
                "--AaB03x--");
    }

    @Test
    @DisplayName("4.6: a part named _charset_ is one like any other")
    void charsetIsAName() throws Exception {
        assertParts(
                "_charset_|-|text/plain|iso-8859-1\na|-|text/plain|\u00fc\n",
                "--AaB03x",
                "Content-Disposition: form-data; name=_charset_",
                "",
                "iso-8859-1",
                "--AaB03x",
                "Content-Disposition: form-data; name=a",
                "",
                "\u00c3\u00bc",
                "--AaB03x--");
    }

    @Test
    @DisplayName("4.7: a part whose octets are coded is refused")
    void codedPartsAreRefused() throws Exception {
        RawClient.Reply reply = send(
                "--AaB03x",
                "Content-Disposition: form-data; name=a",
                "Content-Transfer-Encoding: base64",
                "",
                "YQ==",
                "--AaB03x--");
        assertEquals(415, reply.status());
        assertTrue(reply.content().contains("Content-Transfer-Encoding"), reply.content());
    }

    @Test
    @DisplayName("4.8: other fields of a part are passed over")
    void otherFieldsArePassedOver() throws Exception {
        assertParts(
                "a|-|text/plain|1\n",
                "--AaB03x",
                "Content-Length: 400",
                "Content-Disposition: form-data; name=a",
                "Set-Cookie: a=b",
                "",
                "1",
                "--AaB03x--");
    }

    @Test
    @DisplayName("5.1: names are in UTF-8")
    void namesAreInUtf8() throws Exception {
        assertParts(
                "\u00fc|\u20ac|text/plain|1\n",
                "--AaB03x",
                "Content-Disposition: form-data; name=\"\u00c3\u00bc\"; filename=\"\u00e2\u0082\u00ac\"",
                "",
                "1",
                "--AaB03x--");
        assertEquals(
                400,
                send("--AaB03x", "Content-Disposition: form-data; name=\"\u00fc\"", "", "1", "--AaB03x--")
                        .status());
    }

    @Test
    @DisplayName("8: other media types are refused with 415, and the one that is taken is named")
    void otherMediaTypesAreRefused() throws Exception {
        RawClient.Reply reply = client(Rfc7578MultipartFormDataTest::parts)
                .send(post("/", "a=b", "Content-Type: application/x-www-form-urlencoded"))
                .read();
        assertEquals(415, reply.status());
        assertEquals(Optional.of("multipart/form-data"), reply.field("Accept"));
    }
}
