package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.internal.wire.FeedModes.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkedDecoderTest {

    private static final Limits LIMITS = Limits.defaults().withFieldSection(128).withFieldLines(3);

    /** Content and trailer section in a form that can be compared. */
    private record Seen(String content, List<Headers.Field> trailers) {}

    private static final class ContentReader implements Reader<Seen> {

        private final ChunkedDecoder decoder = new ChunkedDecoder(LIMITS);
        private final StringBuilder content = new StringBuilder();

        @Override
        public boolean read(ByteBuffer in) throws ProtocolException {
            int count = decoder.decode(in);
            while (count > 0) {
                byte[] data = new byte[count];
                in.get(data);
                content.append(new String(data, StandardCharsets.ISO_8859_1));
                decoder.taken(count);
                count = decoder.decode(in);
            }
            return decoder.isComplete();
        }

        @Override
        public Seen result() {
            List<Headers.Field> fields = new ArrayList<>();
            decoder.trailers().forEach(fields::add);
            return new Seen(content.toString(), fields);
        }
    }

    private static Seen accept(String message) throws ProtocolException {
        return FeedModes.accept(ContentReader::new, message);
    }

    @Test
    void readsContentInOneChunk() throws ProtocolException {
        assertEquals("hello", accept("5\r\nhello\r\n0\r\n\r\n").content());
    }

    @Test
    void joinsChunks() throws ProtocolException {
        assertEquals(
                "hello, world",
                accept("5\r\nhello\r\n2\r\n, \r\n5\r\nworld\r\n0\r\n\r\n").content());
    }

    @Test
    void readsNoContentFromALastChunkAlone() throws ProtocolException {
        assertEquals("", accept("0\r\n\r\n").content());
    }

    @Test
    void dataMayLookLikeFraming() throws ProtocolException {
        assertEquals("0\r\n\r\n", accept("5\r\n0\r\n\r\n\r\n0\r\n\r\n").content());
    }

    @Test
    void dataMayHoldAnyOctet() throws ProtocolException {
        assertEquals("\0\u00ff\r\n", accept("4\r\n\0\u00ff\r\n\r\n0\r\n\r\n").content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a", "1A", "01a", "000000000000001A"})
    void readsHexadecimalSizesInEitherCaseAndWithZerosBefore(String size) throws ProtocolException {
        String data = "d".repeat(26);
        assertEquals(data, accept(size + "\r\n" + data + "\r\n0\r\n\r\n").content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00", "0000000000000000"})
    void anyNumberOfZerosIsTheLastChunk(String size) throws ProtocolException {
        assertEquals("", accept(size + "\r\n\r\n").content());
    }

    @Test
    void readsTheLargestSize() throws ProtocolException {
        ChunkedDecoder decoder = new ChunkedDecoder(LIMITS);
        decoder.decode(ByteBuffer.wrap(FeedModes.octets("7fffffffffffffff\r\n")));
        assertEquals(Long.MAX_VALUE, decoder.remainingInChunk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {";a", ";a=b", ";a=\"b\"", ";a=\"\"", ";a=\"b\\\"; \\\\c\td\"", ";a;b=c;d=\"e\"", ";a=\"b\";c"})
    void throwsExtensionsAway(String extension) throws ProtocolException {
        assertEquals(
                "x",
                accept("1" + extension + "\r\nx\r\n0" + extension + "\r\n\r\n").content());
    }

    @Test
    void readsTrailers() throws ProtocolException {
        assertEquals(
                List.of(new Headers.Field("Digest", "abc"), new Headers.Field("X", "")),
                accept("1\r\nx\r\n0\r\nDigest: abc\r\nX:\r\n\r\n").trailers());
    }

    @Test
    void hasNoTrailersBeforeTheEnd() throws ProtocolException {
        ChunkedDecoder decoder = new ChunkedDecoder(LIMITS);
        decoder.decode(ByteBuffer.wrap(FeedModes.octets("0\r\nDigest: abc\r\n")));
        assertEquals(0, decoder.trailers().size());
    }

    @Test
    void isNotCompleteBeforeTheLastOctet() throws ProtocolException {
        ChunkedDecoder decoder = new ChunkedDecoder(LIMITS);
        decoder.decode(ByteBuffer.wrap(FeedModes.octets("0\r\n\r")));
        assertFalse(decoder.isComplete());
    }

    @Test
    void acceptsATrailerSectionOfTheLongestLength() throws ProtocolException {
        String trailer = "A: " + "b".repeat(128 - "A: \r\n\r\n".length()) + "\r\n";
        assertEquals(1, accept("0\r\n" + trailer + "\r\n").trailers().size());
    }

    @Test
    void acceptsTheMostTrailerLines() throws ProtocolException {
        assertEquals(3, accept("0\r\nA: b\r\nA: b\r\nA: b\r\n\r\n").trailers().size());
    }

    @Test
    void acceptsExtensionsOfTheLongestLengthInAMessage() throws ProtocolException {
        ContentReader reader = new ContentReader();
        // The CR that ends each extension counts with it.
        String first = "1;" + "a".repeat(2047) + "\r\nx\r\n";
        String last = "0;" + "a".repeat(2047) + "\r\n\r\n";
        assertTrue(reader.read(ByteBuffer.wrap(FeedModes.octets(first + last))));
    }

    @Test
    void countsExtensionsOverTheWholeMessage() {
        ContentReader reader = new ContentReader();
        String first = "1;" + "a".repeat(2047) + "\r\nx\r\n";
        String last = "0;" + "a".repeat(2049);
        ProtocolException refusal = assertThrows(
                ProtocolException.class, () -> reader.read(ByteBuffer.wrap(FeedModes.octets(first + last))));
        assertEquals(Violation.CHUNK_EXTENSIONS_TOO_LONG, refusal.violation());
    }

    static List<Refusal> refusals() {
        List<Refusal> table = new ArrayList<>();
        add(
                table,
                Violation.MALFORMED_CHUNK_SIZE,
                "\r",
                " ",
                ";",
                "g",
                "-",
                "+",
                "5 ",
                "5\t",
                "0x",
                "5g",
                "5,",
                "5\0",
                "\u00b2",
                "1\r\nx\r\n\r");
        add(
                table,
                Violation.CHUNK_SIZE_TOO_LARGE,
                "8000000000000000",
                "ffffffffffffffff",
                "10000000000000000",
                "00000000000000000",
                "1\r\nx\r\n10000000000000000");
        add(
                table,
                Violation.MALFORMED_CHUNK_EXTENSION,
                "5;\r",
                "5; ",
                "5;=",
                "5;a ",
                "5;a=\r",
                "5;a=b ",
                "5;a=;",
                "5;a=b\"",
                "5;a=\"b\r",
                "5;a=\"b\0",
                "5;a=\"b\\\r",
                "5;a=\"b\"c",
                "5;;",
                "5;a\0");
        add(table, Violation.CHUNK_EXTENSIONS_TOO_LONG, "5;" + "a".repeat(4097));
        add(table, Violation.MALFORMED_CHUNK_END, "1\r\nxy", "1\r\nx\n", "1\r\nx\ry", "1\r\nx\r\r", "1\r\nx0");
        add(
                table,
                Violation.BARE_LF,
                "\n",
                "5\n",
                "5;\n",
                "5;a\n",
                "5;a=\n",
                "5;a=b\n",
                "5;a=\"\n",
                "5;a=\"\"\n",
                "0\n",
                "0\r\nA: b\n");
        add(table, Violation.BARE_CR, "5\rx", "5\r\r", "5;a\rx", "0\r\n\rx", "0\r\nA: b\rx");
        add(table, Violation.OBSOLETE_LINE_FOLDING, "0\r\nA: b\r\n ");
        add(table, Violation.WHITESPACE_BEFORE_FIRST_FIELD, "0\r\n ");
        add(table, Violation.WHITESPACE_BEFORE_COLON, "0\r\nA ");
        add(table, Violation.MALFORMED_FIELD_NAME, "0\r\n:");
        add(table, Violation.MALFORMED_FIELD_VALUE, "0\r\nA: \0");
        add(table, Violation.FIELD_SECTION_TOO_LARGE, "0\r\nA:" + "b".repeat(127));
        add(table, Violation.TOO_MANY_FIELD_LINES, "0\r\nA: b\r\nA: b\r\nA: b\r\nA");
        for (String name : new String[] {
            "Authorization",
            "Cache-Control",
            "Connection",
            "Content-Encoding",
            "Content-Length",
            "Content-Range",
            "Content-Type",
            "Cookie",
            "Expect",
            "HOST",
            "Max-Forwards",
            "Proxy-Authorization",
            "Range",
            "Set-Cookie",
            "te",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade"
        }) {
            add(table, Violation.FORBIDDEN_TRAILER, "0\r\nA: b\r\n" + name + ": c\r\n\r\n");
        }
        return table;
    }

    private static void add(List<Refusal> table, Violation violation, String... starts) {
        for (String start : starts) {
            table.add(new Refusal(violation, start));
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAtTheFirstOctetThatProvesIt(Refusal refusal) {
        FeedModes.refuse(refusal.violation(), ContentReader::new, refusal.start());
    }
}
