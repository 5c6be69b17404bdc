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
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9112 section 8: Handling Incomplete Messages")
class Rfc9112Section08IncompleteMessagesTest extends LiveServer {

    @Test
    @DisplayName("8: content that writes less than its length says cuts the connection")
    void cutsContentThatIsTooShort() throws Exception {
        RawClient client = client(request -> lying(5, "abc")).get("/");
        RawClient.Reply reply = client.read();
        assertEquals("abc", reply.content());
        assertFalse(reply.isWhole());
    }

    @Test
    @DisplayName("8: content that writes more than its length says does not get past it")
    void cutsContentThatIsTooLong() throws Exception {
        RawClient client = client(request -> lying(2, "abc")).get("/");
        RawClient.Reply reply = client.read();
        assertFalse(reply.isWhole());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("8: content that fails has no last chunk")
    void cutsAStreamThatFails() throws Exception {
        RawClient client = client(request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                    output.write('a');
                    output.flush();
                    throw new IllegalStateException("as the test wants it");
                }))
                .get("/");
        RawClient.Reply reply = client.read();
        assertEquals("a", reply.content());
        assertFalse(reply.isWhole());
    }

    @Test
    @DisplayName("8: a negative number of octets does not make room for more than was announced")
    void takesNoNegativeNumberOfOctets() throws Exception {
        RawClient.Reply reply = client(request -> Response.of(Status.OK)
                        .withContent(MediaType.TEXT_PLAIN_UTF_8, ResponseContent.written(2, output -> {
                            try {
                                output.write(new byte[9], 0, -7);
                            } catch (IndexOutOfBoundsException e) {
                                output.write("abcd".getBytes(StandardCharsets.US_ASCII));
                            }
                        })))
                .get("/")
                .read();
        assertFalse(reply.isWhole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chunked", "/counted"})
    @DisplayName("8: octets that are written after the end of a message are refused")
    void refusesOctetsBehindTheEnd(String path) throws Exception {
        AtomicReference<ContentOutput> kept = new AtomicReference<>();
        RawClient client = client(request -> {
            if (request.path().equals("/late")) {
                try {
                    kept.get().write("smuggled".getBytes(StandardCharsets.US_ASCII));
                    kept.get().flush();
                    return Response.text("written");
                } catch (IOException e) {
                    return Response.text("refused");
                }
            }
            ResponseContent content = request.path().equals("/chunked")
                    ? ResponseContent.written(kept::set)
                    : ResponseContent.written(0, kept::set);
            return Response.of(Status.OK).withContent(MediaType.TEXT_PLAIN_UTF_8, content);
        });
        assertEquals("", client.get(path).read().content());
        assertEquals("refused", client.get("/late").read().content());
    }
}
