package dev.weir.internal.wire;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Generates what attackers and broken clients send: messages with small faults, spliced messages, and noise. */
public final class Mutations {

    private Mutations() {}

    /** Those texts as they are, faulty, spliced, and noise that has nothing to do with them. */
    public static Arbitrary<Octets> of(Arbitrary<String> texts) {
        return Arbitraries.frequencyOf(
                        Tuple.of(2, texts),
                        Tuple.of(6, faulty(texts)),
                        Tuple.of(2, spliced(texts)),
                        Tuple.of(1, noise()),
                        Tuple.of(
                                1,
                                Arbitraries.strings()
                                        .withCharRange((char) 0, (char) 255)
                                        .ofMaxLength(40)))
                .map(Octets::new);
    }

    /** Those texts with one fault or a few. */
    public static Arbitrary<String> faulty(Arbitrary<String> texts) {
        Arbitrary<Fault> faults = Combinators.combine(
                        Arbitraries.of(Fault.Kind.class), evenly(0, 9999), evenly(1, 20), evenly(0, 100_000))
                .as(Fault::new);
        return Combinators.combine(texts, faults.list().ofMinSize(1).ofMaxSize(3))
                .as((text, all) -> {
                    String changed = text;
                    for (Fault fault : all) {
                        changed = fault.in(changed);
                    }
                    return changed;
                });
    }

    private static Arbitrary<String> spliced(Arbitrary<String> texts) {
        return Combinators.combine(texts, texts, evenly(0, 100), evenly(0, 100))
                .as((first, second, end, start) -> first.substring(0, first.length() * end / 100)
                        + second.substring(second.length() * start / 100));
    }

    /** Numbers without the usual leaning to the least and the largest. */
    private static Arbitrary<Integer> evenly(int least, int largest) {
        return Arbitraries.integers().between(least, largest).withDistribution(RandomDistribution.uniform());
    }

    /** Words, lines and letters in any order. */
    private static Arbitrary<String> noise() {
        return Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.of(Fault.WORDS)),
                        Tuple.of(1, Arbitraries.of(Fault.LINES)),
                        Tuple.of(1, WireText.tokens()))
                .list()
                .ofMaxSize(12)
                .map(list -> String.join("", list));
    }

    /** What may follow behind a message. */
    public static Arbitrary<Octets> behind() {
        return Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.just("GET /next HTTP/1.1\r\nHost: next.test\r\n\r\n")),
                        Tuple.of(1, noise()))
                .map(Octets::new);
    }

    /** Sizes of the pieces that a network delivers. */
    public static Arbitrary<List<Integer>> pieces() {
        return Arbitraries.integers().between(1, 60).list().ofMinSize(1).ofMaxSize(5);
    }
}
