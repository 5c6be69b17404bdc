package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.weir.http.Headers;
import dev.weir.http.Status;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResponseHeadEncoderTest {

    private static final byte[] INTO = new byte[100];

    private final ResponseHeadEncoder encoder = new ResponseHeadEncoder();

    private String text() {
        return new String(encoder.array(), encoder.from(), encoder.length(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void writesStatusLineAndFieldLinesAndEmptyLine() {
        encoder.start(Status.OK, INTO, 3).field("A", "b c").field("D", "").end();
        assertEquals("HTTP/1.1 200 OK\r\nA: b c\r\nD: \r\n\r\n", text());
    }

    @Test
    void writesTheReasonOfAStatus() {
        encoder.start(Status.NOT_FOUND, INTO, 3);
        assertEquals("HTTP/1.1 404 Not Found\r\n", text());
    }

    @Test
    void writesASpaceBehindAStatusWithoutReason() {
        Status status = Status.of(599);
        encoder.start(status, INTO, 3);
        assertEquals("HTTP/1.1 599 " + status.reason() + "\r\n", text());
    }

    @Test
    void writesASectionInItsOrder() {
        encoder.start(Status.OK, INTO, 3).field("B", "1").field("A", "2").field("B", "3");
        assertEquals("HTTP/1.1 200 OK\r\nB: 1\r\nA: 2\r\nB: 3\r\n", text());
    }

    @Test
    void writesValuesAsIso88591() {
        encoder.start(Status.OK, INTO, 3).field("A", "\u00e9\u00ff");
        assertEquals("HTTP/1.1 200 OK\r\nA: \u00e9\u00ff\r\n", text());
    }

    @Test
    void writesPreparedOctetsAsTheyAre() {
        encoder.start(Status.OK, INTO, 3).octets("Server: Weir\r\n".getBytes(StandardCharsets.US_ASCII));
        assertEquals("HTTP/1.1 200 OK\r\nServer: Weir\r\n", text());
    }

    @Test
    void growsForLongValues() {
        String value = "v".repeat(100_000);
        encoder.start(Status.OK, INTO, 3).field("A", value).end();
        assertEquals("HTTP/1.1 200 OK\r\nA: " + value + "\r\n\r\n", text());
    }

    @Test
    void growsForManyLines() {
        encoder.start(Status.OK, INTO, 3);
        for (int i = 0; i < 1000; i++) {
            encoder.field("A", "b");
        }
        assertEquals("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(1000), text());
    }

    @Test
    void beginsAgainForTheNextHead() {
        encoder.start(Status.OK, INTO, 3).field("A", "b").end();
        encoder.start(Status.NO_CONTENT, INTO, 3).end();
        assertEquals("HTTP/1.1 204 No Content\r\n\r\n", text());
    }

    @Test
    void preparesFieldLines() {
        assertEquals(
                "A: b\r\nC: \u00e9\r\n",
                new String(
                        ResponseHeadEncoder.fieldLines(Headers.of("A", "b", "C", "\u00e9")),
                        StandardCharsets.ISO_8859_1));
    }

    @Test
    void writesIntoTheGivenArrayWhereItFits() {
        encoder.start(Status.OK, INTO, 3).field("A", "b").end();
        assertSame(INTO, encoder.array());
        assertEquals(3, encoder.from());
    }
}
