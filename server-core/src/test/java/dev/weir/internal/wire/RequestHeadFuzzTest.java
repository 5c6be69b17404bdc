package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.Limits;
import dev.weir.http.HttpVersion;
import dev.weir.http.Method;
import dev.weir.internal.wire.Outcome.Accepted;
import dev.weir.internal.wire.Outcome.Refused;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every request head, well-formed or not. */
class RequestHeadFuzzTest {

    private static final Set<Violation> LIMITS = Set.of(
            Violation.METHOD_TOO_LONG,
            Violation.TARGET_TOO_LONG,
            Violation.FIELD_SECTION_TOO_LARGE,
            Violation.TOO_MANY_FIELD_LINES);

    @Provide
    Arbitrary<SentRequest> requests() {
        return SentRequests.all();
    }

    @Provide
    Arbitrary<Octets> heads() {
        return Mutations.of(SentRequests.all().map(SentRequest::head));
    }

    @Provide
    Arbitrary<Octets> behind() {
        return Mutations.behind();
    }

    @Provide
    Arbitrary<List<Integer>> pieces() {
        return Mutations.pieces();
    }

    /** Limits about as large as the generated heads. */
    @Provide
    Arbitrary<Limits> tightLimits() {
        return Combinators.combine(
                        Arbitraries.integers().between(64, 80),
                        Arbitraries.integers().between(64, 120),
                        Arbitraries.integers().between(1, 5))
                .as((line, section, lines) -> Limits.defaults()
                        .withRequestLine(line)
                        .withFieldSection(section)
                        .withFieldLines(lines));
    }

    @Property
    void anyHeadIsUnderstoodOrRefusedHoweverItArrives(
            @ForAll("heads") Octets head,
            @ForAll("pieces") List<Integer> pieces,
            @ForAll("behind") Octets behind,
            @ForAll boolean isTight) {
        Limits limits = isTight
                ? Limits.defaults().withRequestLine(80).withFieldSection(120).withFieldLines(4)
                : Limits.defaults();
        Deliveries.outcome(() -> SeenHead.reader(limits), head, pieces, behind);
    }

    @Property
    void whatIsWellFormedIsReadAsItWasMeant(
            @ForAll("requests") SentRequest sent,
            @ForAll("pieces") List<Integer> pieces,
            @ForAll("behind") Octets behind) {
        SeenHead seen = accepted(new Octets(sent.head()), pieces, behind).value();
        assertEquals(Method.of(sent.method()), seen.method());
        assertEquals(sent.target(), seen.target().toString());
        assertEquals(sent.version().equals("1.0") ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1, seen.version());
        assertEquals(sent.fields(), seen.fields());
        assertEquals(
                sent.isChunked()
                        ? new MessageFraming(MessageFraming.Kind.CHUNKED, 0)
                        : new MessageFraming(
                                sent.content().isEmpty() ? MessageFraming.Kind.NONE : MessageFraming.Kind.FIXED,
                                sent.content().length()),
                seen.framing());
    }

    @Property
    void whatIsAcceptedMeansTheSameWhenItIsSentAgain(
            @ForAll("heads") Octets head, @ForAll("pieces") List<Integer> pieces, @ForAll("behind") Octets behind) {
        Outcome<SeenHead> outcome = Deliveries.outcome(() -> SeenHead.reader(Limits.defaults()), head, pieces, behind);
        if (outcome instanceof Accepted<SeenHead> accepted) {
            Octets again = new Octets(accepted.value().octets());
            assertEquals(new Accepted<>(accepted.value(), again.length()), accepted(again, pieces, behind));
        }
    }

    @Property
    void aLimitIsTheOnlyDifferenceThatTightLimitsMake(
            @ForAll("requests") SentRequest sent,
            @ForAll("tightLimits") Limits limits,
            @ForAll("pieces") List<Integer> pieces,
            @ForAll("behind") Octets behind) {
        Octets head = new Octets(sent.head());
        Outcome<SeenHead> outcome = Deliveries.outcome(() -> SeenHead.reader(limits), head, pieces, behind);
        int lineEnd = sent.head().indexOf("\r\n", 2) + 2;
        boolean fits = lineEnd <= limits.requestLine()
                && head.length() - lineEnd <= limits.fieldSection()
                && sent.fields().size() <= limits.fieldLines();
        if (fits) {
            assertEquals(accepted(head, pieces, behind), outcome);
        } else {
            Refused<?> refused = assertInstanceOf(Refused.class, outcome);
            assertTrue(LIMITS.contains(refused.violation()), () -> "refused for " + refused.violation());
        }
    }

    private static Accepted<SeenHead> accepted(Octets head, List<Integer> pieces, Octets behind) {
        Outcome<SeenHead> outcome = Deliveries.outcome(() -> SeenHead.reader(Limits.defaults()), head, pieces, behind);
        if (outcome instanceof Accepted<SeenHead> accepted) {
            return accepted;
        }
        throw new AssertionError(head + " is not accepted: " + outcome);
    }
}
