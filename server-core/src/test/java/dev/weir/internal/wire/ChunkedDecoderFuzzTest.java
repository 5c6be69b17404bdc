package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.config.Limits;
import dev.weir.internal.wire.Outcome.Accepted;
import dev.weir.internal.wire.Outcome.Refused;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for all content that comes in chunks, well-formed or not. */
class ChunkedDecoderFuzzTest {

    private static final Octets NOTHING = new Octets("");

    @Provide
    Arbitrary<SentContent> contents() {
        return SentContent.chunked();
    }

    @Provide
    Arbitrary<Octets> bodies() {
        return Mutations.of(SentContent.chunked().map(SentContent::body));
    }

    @Provide
    Arbitrary<Octets> behind() {
        return Mutations.behind();
    }

    @Provide
    Arbitrary<List<Integer>> pieces() {
        return Mutations.pieces();
    }

    /** Hexadecimal numbers of about as many digits as fit. */
    @Provide
    Arbitrary<String> sizes() {
        return Combinators.combine(
                        Arbitraries.of("", "", "0", "000"),
                        Arbitraries.of("1", "7", "8", "f"),
                        Arbitraries.of("0", "f"),
                        Arbitraries.integers().between(0, 17))
                .as((zeros, first, rest, count) -> zeros + first + rest.repeat(count));
    }

    @Property
    void anyBodyIsUnderstoodOrRefusedHoweverItArrives(
            @ForAll("bodies") Octets body,
            @ForAll("pieces") List<Integer> pieces,
            @ForAll("behind") Octets behind,
            @ForAll @IntRange(min = 1, max = 50) int most,
            @ForAll boolean isTight) {
        Limits limits = isTight ? Limits.defaults().withFieldSection(64).withFieldLines(2) : Limits.defaults();
        Deliveries.outcome(() -> SeenContent.reader(limits, most), body, pieces, behind);
    }

    @Property
    void whatIsWellFormedIsReadAsItWasMeant(
            @ForAll("contents") SentContent sent,
            @ForAll("pieces") List<Integer> pieces,
            @ForAll("behind") Octets behind,
            @ForAll @IntRange(min = 1, max = 50) int most) {
        assertEquals(
                new Accepted<>(
                        new SeenContent(sent.content(), sent.trailers()),
                        sent.body().length()),
                outcome(sent.body(), pieces, behind, most));
    }

    @Property
    void whatIsAcceptedMeansTheSameWhenItIsSentAgain(
            @ForAll("bodies") Octets body,
            @ForAll("pieces") List<Integer> pieces,
            @ForAll("behind") Octets behind,
            @ForAll @IntRange(min = 1, max = 50) int size) {
        if (outcome(body.text(), pieces, behind, size) instanceof Accepted<SeenContent> accepted) {
            String again = accepted.value().octets(size);
            assertEquals(new Accepted<>(accepted.value(), again.length()), outcome(again, pieces, behind, size));
        }
    }

    @Property
    void aSizeIsReadExactlyOrRefused(@ForAll("sizes") String size, @ForAll("pieces") List<Integer> pieces)
            throws ProtocolException {
        BigInteger value = new BigInteger(size, 16);
        boolean fits = size.length() <= 16 && value.bitLength() <= 63;
        Outcome<SeenContent> outcome = outcome(size + "\r\n", pieces, NOTHING, 1);
        if (!fits) {
            assertEquals(Violation.CHUNK_SIZE_TOO_LARGE, ((Refused<SeenContent>) outcome).violation());
            return;
        }
        assertEquals(new Outcome.Unfinished<>(), outcome);
        ChunkedDecoder decoder = new ChunkedDecoder(Limits.defaults());
        decoder.decode(ByteBuffer.wrap(new Octets(size + "\r\n").bytes()));
        assertEquals(value, BigInteger.valueOf(decoder.remainingInChunk()));
    }

    @Property(tries = 100)
    void extensionsOfAMessageAreLimitedTogether(
            @ForAll @IntRange(min = 4080, max = 4110) int octets,
            @ForAll @IntRange(min = 1, max = 5) int chunks,
            @ForAll("pieces") List<Integer> pieces) {
        StringBuilder body = new StringBuilder();
        int each = octets / chunks;
        for (int i = 0; i < chunks; i++) {
            int length = i == 0 ? octets - each * (chunks - 1) : each;
            // The CR that ends an extension counts, and so does not the semicolon that begins it.
            body.append("1;").append("e".repeat(length - 1)).append("\r\nd\r\n");
        }
        body.append("0\r\n\r\n");
        Outcome<SeenContent> outcome = outcome(body.toString(), pieces, NOTHING, 1);
        if (octets <= 4096) {
            assertEquals(new Accepted<>(new SeenContent("d".repeat(chunks), List.of()), body.length()), outcome);
        } else {
            assertEquals(Violation.CHUNK_EXTENSIONS_TOO_LONG, ((Refused<SeenContent>) outcome).violation());
        }
    }

    @Provide
    Arbitrary<String> forbiddenNames() {
        return Arbitraries.of(
                "Host",
                "CONTENT-length",
                "transfer-Encoding",
                "Connection",
                "expect",
                "TE",
                "cookie",
                "Content-Type",
                "Authorization",
                "Trailer",
                "upgrade",
                "Range");
    }

    @Property
    void aForbiddenTrailerIsRefusedBehindAnyOther(
            @ForAll("contents") SentContent sent,
            @ForAll("forbiddenNames") String name,
            @ForAll("pieces") List<Integer> pieces,
            @ForAll("behind") Octets behind) {
        String start = sent.body().substring(0, sent.body().length() - 2);
        String body = start + name + ": a\r\n\r\n";
        assertEquals(new Refused<>(Violation.FORBIDDEN_TRAILER, body.length()), outcome(body, pieces, behind, 7));
    }

    private static Outcome<SeenContent> outcome(String body, List<Integer> pieces, Octets behind, int most) {
        return Deliveries.outcome(() -> SeenContent.reader(Limits.defaults(), most), new Octets(body), pieces, behind);
    }
}
