package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.Limits;
import dev.weir.internal.wire.FeedModes.Reader;
import dev.weir.internal.wire.Outcome.Unfinished;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No violation of the grammar is noticed late: what is not refused yet could still become a message. */
class FirstProofFuzzTest {

    /** What only the whole head or trailer section, or the whole request line, can tell. */
    private static final Set<Violation> TOLD_BY_THE_WHOLE = EnumSet.of(
            Violation.UNSUPPORTED_VERSION,
            Violation.MALFORMED_TARGET,
            Violation.MISSING_HOST,
            Violation.REPEATED_HOST,
            Violation.MALFORMED_HOST,
            Violation.CONFLICTING_HOST,
            Violation.MALFORMED_CONTENT_LENGTH,
            Violation.REPEATED_CONTENT_LENGTH,
            Violation.CONTENT_LENGTH_WITH_TRANSFER_ENCODING,
            Violation.MALFORMED_TRANSFER_ENCODING,
            Violation.UNSUPPORTED_TRANSFER_CODING,
            Violation.TRANSFER_ENCODING_IN_HTTP_1_0,
            Violation.FORBIDDEN_TRAILER);

    /** More data than anybody generates: a chunk that is announced as longer could be sent, but not here. */
    private static final long MUCH = 100_000;

    @Provide
    Arbitrary<Octets> heads() {
        return Mutations.of(SentRequests.all().map(SentRequest::head));
    }

    @Provide
    Arbitrary<Octets> bodies() {
        return Mutations.of(SentContent.chunked().map(SentContent::body));
    }

    @Property
    void aHeadThatIsNotRefusedCanBeCompleted(@ForAll("heads") Octets head) {
        if (outcome(head) instanceof Unfinished) {
            assertTrue(
                    ends("\nGET / HTTP/1.1\r\nHost: a\r\n\r\n").anyMatch(end -> isHead(new Octets(head.text() + end))),
                    () -> "no head begins like this: " + head);
        }
    }

    private static Outcome<SeenHead> outcome(Octets octets) {
        return Deliveries.outcome(
                () -> SeenHead.reader(Limits.defaults()), octets, List.of(octets.length() + 1), new Octets(""));
    }

    private static boolean isHead(Octets octets) {
        try {
            return SeenHead.reader(Limits.defaults()).read(ByteBuffer.wrap(octets.bytes()));
        } catch (ProtocolException e) {
            return TOLD_BY_THE_WHOLE.contains(e.violation());
        }
    }

    @Property
    void aBodyThatIsNotRefusedCanBeCompleted(@ForAll("bodies") Octets body) {
        Outcome<SeenContent> outcome = Deliveries.outcome(
                () -> SeenContent.reader(Limits.defaults(), 9), body, List.of(body.length() + 1), new Octets(""));
        if (outcome instanceof Unfinished) {
            assertTrue(
                    Stream.of("", "\n", "\r\n", "0\r\n", "a\r\n", "\"\r\n", "a\"\r\n")
                            .anyMatch(line -> ends("\r\n0\r\n:\r\n\r\n").anyMatch(end -> isBody(body, line, end))
                                    || ends("\r\n0\r\n\r\n").anyMatch(end -> isBody(body, line, end))),
                    () -> "no body begins like this: " + body);
        }
    }

    /** Whether the start, the rest of a line, as much data as that has announced, and an end are a body. */
    private static boolean isBody(Octets start, String line, String end) {
        ChunkedDecoder decoder = new ChunkedDecoder(Limits.defaults());
        Reader<SeenContent> reader = SeenContent.reader(decoder, Integer.MAX_VALUE);
        try {
            // The octets stay in one array: the decoder may want to see those of an unfinished trailer section again.
            String text = start.text() + line;
            ByteBuffer in = ByteBuffer.allocate(text.length() + (int) MUCH + end.length());
            in.put(new Octets(text).bytes()).flip();
            boolean isComplete = reader.read(in);
            if (decoder.remainingInChunk() > MUCH) {
                return true;
            }
            String rest = "d".repeat((int) decoder.remainingInChunk()) + end;
            in.limit(text.length() + rest.length()).put(text.length(), new Octets(rest).bytes());
            return (isComplete || reader.read(in)) && !in.hasRemaining();
        } catch (ProtocolException e) {
            return TOLD_BY_THE_WHOLE.contains(e.violation());
        }
    }

    /** The text without its first octets, from all of it down to nothing. */
    private static Stream<String> ends(String text) {
        return IntStream.rangeClosed(0, text.length()).mapToObj(text::substring);
    }
}
