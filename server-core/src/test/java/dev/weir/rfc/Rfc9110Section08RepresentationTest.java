package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.ContentOutput;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 8: Representation Data and Metadata")
class Rfc9110Section08RepresentationTest extends LiveServer {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("8.3: content tells its media type, refusals too")
    void tellsTheMediaType() throws Exception {
        RawClient client = client(LiveServer::path);
        assertEquals(
                Optional.of("text/plain; charset=utf-8"), client.get("/").read().field("Content-Type"));
        RawClient.Reply refusal = client.send("?\r\n").read();
        assertEquals(Optional.of("application/problem+json"), refusal.field("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/text", "/stream", "/empty", "/file"})
    @DisplayName("8.6: Content-Length and Transfer-Encoding never go out together, and one of them always")
    void framesOnce(String path) throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "abc");
        RawClient client = client(request -> switch (request.path()) {
                    case "/text" -> Response.text("abc");
                    case "/stream" -> streamed("abc");
                    case "/file" -> Response.file(file);
                    default -> Response.of(Status.OK);
                })
                .get(path);
        RawClient.Reply reply = client.read();
        assertTrue(reply.field("Content-Length").isPresent()
                != reply.field("Transfer-Encoding").isPresent());
        assertEquals(path.equals("/empty") ? "" : "abc", reply.content());
    }

    @Test
    @DisplayName("8.6: the Content-Length of a response to HEAD is that to GET")
    void tellsTheSameLengthToHead() throws Exception {
        RawClient client = client(LiveServer::path);
        client.send(RawClient.request("HEAD", "/abc")).get("/abc");
        Optional<String> toHead = client.readToHead().field("Content-Length");
        assertEquals(toHead, client.read().field("Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    @DisplayName("8.6: 204 and 304 tell no length, not even one that the application names")
    void tellsNoLengthWithoutContent(int status) throws Exception {
        RawClient client = client(request -> Response.of(Status.of(status)).withHeader("Content-Length", "5"));
        assertEquals(Optional.empty(), client.get("/").read().field("Content-Length"));
        assertEquals(
                Optional.empty(),
                client.send(RawClient.request("HEAD", "/")).readToHead().field("Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "0", "007", "-1", "5, 5", "a", "99999999999999999999"})
    @DisplayName("8.6: whatever length the application names, a number goes out, and it is true")
    void sendsAWellFormedLength(String length) throws Exception {
        RawClient client = client(request -> Response.text("abc").withHeader("Content-Length", length));
        assertEquals(Optional.of("3"), client.get("/").read().field("Content-Length"));
        assertEquals(
                Optional.of("3"),
                client.send(RawClient.request("HEAD", "/")).readToHead().field("Content-Length"));
        RawClient empty = client(request -> Response.of(Status.OK).withHeader("Content-Length", length));
        assertEquals(Optional.of("0"), empty.get("/").read().field("Content-Length"));
        String toHead = empty.send(RawClient.request("HEAD", "/"))
                .readToHead()
                .field("Content-Length")
                .orElseThrow();
        assertTrue(toHead.matches("[0-9]+"), toHead);
    }

    @Test
    @DisplayName("8.6: no negative Content-Length goes out")
    void sendsNoNegativeLength() throws Exception {
        ResponseContent broken = new ResponseContent() {
            @Override
            public OptionalLong length() {
                return OptionalLong.of(-5);
            }

            @Override
            public void writeTo(ContentOutput output) throws IOException {
                output.write(1);
            }
        };
        RawClient client = client(request -> Response.of(Status.OK).withContent(MediaType.TEXT_PLAIN_UTF_8, broken));
        String octets = client.get("/").readToEnd();
        assertFalse(octets.contains("-5"), octets);
    }
}
