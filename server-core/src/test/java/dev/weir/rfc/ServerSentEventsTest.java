package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.RawClient;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.sse.EventStream;
import dev.weir.sse.ServerEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WHATWG HTML section 9.2: Server-Sent Events")
class ServerSentEventsTest extends LiveServer {

    private static final int LAST = 5;

    /** Numbers behind the one that the client has seen last. */
    private static Response numbers(Request request) {
        int seen = EventStream.lastEventId(request).map(Integer::parseInt).orElse(0);
        return EventStream.of(Stream.iterate(seen + 1, number -> number <= LAST, number -> number + 1)
                        .map(number -> ServerEvent.of("number " + number).withId(Integer.toString(number))))
                .toResponse();
    }

    private RawClient.Reply sent(ServerEvent... events) throws Exception {
        return client(request -> EventStream.of(Stream.of(events)).toResponse())
                .get("/", "Accept: text/event-stream")
                .read();
    }

    @Test
    @DisplayName("9.2.5: an event is lines of fields, ended by an empty one")
    void fields() throws Exception {
        assertEquals(
                "event: changed\nid: 7\nretry: 1500\ndata: text\n\ndata: next\n\n",
                sent(
                                ServerEvent.of("text")
                                        .withName("changed")
                                        .withId("7")
                                        .withRetry(Duration.ofMillis(1500)),
                                ServerEvent.of("next"))
                        .content());
    }

    @Test
    @DisplayName("9.2.6: line breaks of all kinds within data begin another line of it; no data ends an event early")
    void lines() throws Exception {
        assertEquals(
                "data: a\ndata: b\ndata: c\ndata: \ndata: d\n\n",
                sent(ServerEvent.of("a\nb\rc\r\n\nd")).content());
        assertEquals(
                "data: \ndata: data: forged\n\n",
                sent(ServerEvent.of("\ndata: forged")).content());
        assertEquals("data: \n\n", sent(ServerEvent.of("")).content());
        assertEquals(
                "data:  two blanks\n\n", sent(ServerEvent.of(" two blanks")).content());
    }

    @Test
    @DisplayName("9.2.5: events are UTF-8, and no cache or proxy is to hold them back")
    void head() throws Exception {
        RawClient.Reply reply = sent(ServerEvent.of("\u20ac"));
        assertEquals("data: \u00e2\u0082\u00ac\n\n", reply.content());
        assertEquals(Optional.of("text/event-stream"), reply.field("Content-Type"));
        assertEquals(Optional.of("no-store"), reply.field("Cache-Control"));
        assertEquals(Optional.empty(), reply.field("Content-Length"));
    }

    @Test
    @DisplayName("9.2.4: a client that connects anew says what it has seen, and gets what is behind it")
    void lastEventId() throws Exception {
        RawClient client = client(ServerSentEventsTest::numbers);
        assertEquals(
                "id: 4\ndata: number 4\n\nid: 5\ndata: number 5\n\n",
                client.get("/", "Last-Event-ID: 3").read().content());
        assertEquals("", client.get("/", "Last-Event-ID: 5").read().content());
        assertEquals(5, client.get("/").read().content().split("\n\n").length);
        assertEquals(5, client.get("/", "Last-Event-ID:").read().content().split("\n\n").length);
    }

    @Test
    @DisplayName("9.2.4: the last id comes in UTF-8, as it was sent")
    void lastEventIdIsUtf8() throws Exception {
        RawClient client =
                client(request -> Response.text(EventStream.lastEventId(request).orElse("none")));
        String octets = "\u00e2\u0082\u00ac7";
        assertEquals(octets, client.get("/", "Last-Event-ID: " + octets).read().content());
        assertEquals("none", client.get("/").read().content());
    }
}
