package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
}
