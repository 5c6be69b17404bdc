package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestContentTest {

    /** Ten octets, that tell their number or do not, and know whether anybody asked for them. */
    private static final class TenOctets implements ContentSource {

        private final OptionalLong length;
        private final InputStream stream = new ByteArrayInputStream("0123456789".getBytes(StandardCharsets.US_ASCII));
        private boolean isAskedFor;

        TenOctets(OptionalLong length) {
            this.length = length;
        }

        @Override
        public OptionalLong length() {
            return length;
        }

        @Override
        public InputStream stream() {
            isAskedFor = true;
            return stream;
        }

        @Override
        public Headers trailers() {
            return Headers.of("Digest", "x");
        }
    }

    private final TenOctets known = new TenOctets(OptionalLong.of(10));
    private final TenOctets unknown = new TenOctets(OptionalLong.empty());

    private static Status refusal(RequestContent content) {
        return assertThrows(HttpException.class, content::bytes).status();
    }

    @Test
    void refusesAKnownLengthAboveTheLimitWith413() {
        assertEquals(Status.CONTENT_TOO_LARGE, refusal(RequestContent.of(known, 9)));
    }

    @Test
    void refusesAKnownLengthBeforeAskingForTheContent() {
        refusal(RequestContent.of(known, 9));
        assertFalse(known.isAskedFor);
    }

    @Test
    void refusesAnUnknownLengthAboveTheLimitWith413() {
        assertEquals(Status.CONTENT_TOO_LARGE, refusal(RequestContent.of(unknown, 9)));
    }

    @Test
    void readsAnUnknownLengthUpToTheLimitBeforeItRefuses() throws IOException {
        InputStream stream = RequestContent.of(unknown, 9).stream();
        assertArrayEquals("012345678".getBytes(StandardCharsets.US_ASCII), stream.readNBytes(9));
    }

    @Test
    void refusesTheFirstOctetPastTheLimit() throws IOException {
        InputStream stream = RequestContent.of(unknown, 9).stream();
        stream.readNBytes(9);
        assertThrows(HttpException.class, stream::read);
    }

    @Test
    void takesNoMoreOfItsSourceThanTheFirstOctetPastTheLimit() throws IOException {
        InputStream stream = RequestContent.of(unknown, 5).stream();
        assertThrows(HttpException.class, () -> stream.read(new byte[10]));
        assertEquals("6789", new String(unknown.stream.readAllBytes(), StandardCharsets.US_ASCII));
    }

    @Test
    void skipsNoMoreOfItsSourceThanTheFirstOctetPastTheLimit() throws IOException {
        InputStream stream = RequestContent.of(unknown, 5).stream();
        assertThrows(HttpException.class, () -> stream.skip(10));
        assertEquals("6789", new String(unknown.stream.readAllBytes(), StandardCharsets.US_ASCII));
    }

    @Test
    void goesOnRefusingWithoutTakingMore() throws IOException {
        InputStream stream = RequestContent.of(unknown, 5).stream();
        assertThrows(HttpException.class, () -> stream.read(new byte[10]));
        assertThrows(HttpException.class, () -> stream.read(new byte[10]));
        assertThrows(HttpException.class, () -> stream.skip(1));
        assertThrows(HttpException.class, stream::read);
        assertEquals("6789", new String(unknown.stream.readAllBytes(), StandardCharsets.US_ASCII));
    }

    @Test
    void aLimitAsLargeAsCanBeIsNone() throws IOException {
        InputStream stream = RequestContent.of(unknown, Long.MAX_VALUE).stream();
        assertEquals(4, stream.read(new byte[4]));
        assertEquals(6, stream.readAllBytes().length);
    }

    @Test
    void countsWhatIsSkipped() throws IOException {
        InputStream stream = RequestContent.of(unknown, 9).stream();
        assertThrows(HttpException.class, () -> stream.skip(10));
    }

    @Test
    void readsAKnownLengthOfTheLimit() throws IOException {
        assertEquals(10, RequestContent.of(known, 10).bytes().length);
    }

    @Test
    void readsAnUnknownLengthOfTheLimit() throws IOException {
        assertEquals(10, RequestContent.of(unknown, 10).bytes().length);
    }

    @Test
    void takesAnotherLimit() throws IOException {
        assertEquals(10, RequestContent.of(known, 5).limitedTo(10).bytes().length);
    }

    @Test
    void refusesANegativeLimit() {
        RequestContent content = RequestContent.empty();
        assertThrows(IllegalArgumentException.class, () -> content.limitedTo(-1));
    }

    @Test
    void isEmptyIfTheLengthIsZero() {
        assertTrue(RequestContent.empty().isEmpty());
    }

    @Test
    void isNotEmptyIfTheLengthIsUnknown() {
        assertFalse(RequestContent.of(unknown, 10).isEmpty());
    }

    @Test
    void isReadOnce() throws IOException {
        RequestContent content = RequestContent.of(new byte[] {1, 2});
        content.bytes();
        assertEquals(0, content.bytes().length);
    }

    @Test
    void copiesOctetsThatComeIn() throws IOException {
        byte[] octets = {1};
        RequestContent content = RequestContent.of(octets);
        octets[0] = 2;
        assertEquals(1, content.bytes()[0]);
    }

    @Test
    void hasTheTrailersOfItsSource() {
        assertEquals(Headers.of("Digest", "x"), RequestContent.of(known, 10).trailers());
    }

    @Test
    void textIsUtf8Normally() throws IOException {
        assertEquals(
                "\u20ac",
                RequestContent.of(new byte[] {(byte) 0xe2, (byte) 0x82, (byte) 0xac})
                        .text());
    }

    @Test
    void textIsInTheCharsetOfTheContentType() throws IOException {
        Request request = Request.post(
                "/", MediaType.parse("text/plain;charset=iso-8859-1").orElseThrow(), "\u00e9");
        assertEquals("\u00e9", request.content().text());
    }

    @Test
    void aLimitKeepsTheCharset() throws IOException {
        Request request = Request.post(
                "/", MediaType.parse("text/plain;charset=iso-8859-1").orElseThrow(), "\u00e9");
        assertEquals("\u00e9", request.content().limitedTo(1).text());
    }

    @Test
    void textIsUtf8IfTheCharsetIsUnknown() throws IOException {
        Request request =
                Request.post("/", MediaType.parse("text/plain;charset=x-none").orElseThrow(), "\u00e9");
        assertEquals("\u00e9", request.content().text());
    }

    @ParameterizedTest
    @ValueSource(ints = {0xff, 0xc3, 0x80})
    void octetsThatAreNoTextAreAnsweredWith400(int octet) {
        RequestContent content = RequestContent.of(new byte[] {(byte) octet});
        assertEquals(
                Status.BAD_REQUEST,
                assertThrows(HttpException.class, content::text).status());
    }
}
