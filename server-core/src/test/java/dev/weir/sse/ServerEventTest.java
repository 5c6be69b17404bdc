package dev.weir.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerEventTest {

    @Test
    void writesDataAsOneLineAndAnEmptyOne() {
        assertEquals("data: hello\n\n", ServerEvent.of("hello").toText());
    }

    @Test
    void writesAllFields() {
        ServerEvent event = ServerEvent.of("x").withName("changed").withId("42").withRetry(Duration.ofSeconds(3));
        assertEquals("event: changed\nid: 42\nretry: 3000\ndata: x\n\n", event.toText());
        assertEquals(Optional.of("42"), event.id());
    }

    @Test
    void splitsDataAtLineBreaksOfAllKinds() {
        assertEquals(
                "data: a\ndata: b\ndata: c\ndata: d\n\n",
                ServerEvent.of("a\nb\rc\r\nd").toText());
    }

    @Test
    void keepsEmptyLinesAndLeadingBlanks() {
        assertEquals("data: \n\n", ServerEvent.of("").toText());
        assertEquals("data:  a\ndata: \ndata: \n\n", ServerEvent.of(" a\n\n").toText());
        assertEquals("data: \ndata: \n\n", ServerEvent.of("\r\n").toText());
    }

    @Test
    void anEmptyIdIsSentForItMakesTheClientForget() {
        assertEquals("id: \ndata: x\n\n", ServerEvent.of("x").withId("").toText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r", "\0"})
    void refusesIdsAndNamesThatWouldBecomeSomethingElse(String text) {
        ServerEvent event = ServerEvent.of("x");
        assertThrows(IllegalArgumentException.class, () -> event.withId(text));
        assertThrows(IllegalArgumentException.class, () -> event.withName(text));
    }

    @Test
    void refusesAnEmptyNameAndANegativeRetry() {
        ServerEvent event = ServerEvent.of("x");
        assertThrows(IllegalArgumentException.class, () -> event.withName(""));
        assertThrows(IllegalArgumentException.class, () -> event.withRetry(Duration.ofMillis(-1)));
    }
}
