package dev.weir.internal.wire;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Generates what attackers and broken clients send: messages with small faults, spliced messages, and noise. */
public final class Mutations {

    /** Octets and words that parsers trip over. */
    private static final List<String> WORDS = List.of(
            "\r",
            "\n",
            "\r\n",
            "\0",
            " ",
            "\t",
            ":",
            ";",
            ",",
            "\"",
            "\\",
            "%",
            "?",
            "/",
            "#",
            "0",
            "-",
            "+",
            "\u0080",
            "\u00ff",
            "\u007f",
            "\r\n\r\n",
            "0\r\n\r\n",
            "\r\n ",
            "chunked",
            " HTTP/1.1",
            "0x",
            "fffffffffffffffff");

    /** Lines that decide about a message, or seem to. */
    private static final List<String> LINES = List.of(
            "Host: b\r\n",
            "Content-Length: 3\r\n",
            "Content-Length: 3, 3\r\n",
            "Content-Length : 3\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding:\r\n chunked\r\n",
            "Connection: close\r\n",
            "A: \0\r\n",
            ": a\r\n",
            "A\r\n",
            " A: b\r\n",
            "3\r\nabc\r\n",
            "GET / HTTP/1.1\r\n");

    private enum Kind {
        INSERT,
        INSERT_LINE,
        REPLACE,
        REMOVE,
        REPEAT,
        REPEAT_LINE,
        FLIP,
        CUT_OFF
    }

    /** One fault, at a place between 0 and 9999 ten-thousandths of a text. */
    private record Fault(Kind kind, int place, int length, int word) {

        String in(String text) {
            int at = (int) ((long) place * (text.length() + 1) / 10_000);
            int end = Math.min(text.length(), at + length);
            int line = text.lastIndexOf("\r\n", at) < 0 ? 0 : text.lastIndexOf("\r\n", at) + 2;
            int lineEnd = text.indexOf("\r\n", line) < 0 ? text.length() : text.indexOf("\r\n", line) + 2;
            String octets = WORDS.get(word % WORDS.size());
            return switch (kind) {
                case INSERT -> inserted(text, at, octets);
                case INSERT_LINE -> inserted(text, line, LINES.get(word % LINES.size()));
                case REPLACE -> text.substring(0, at) + octets + text.substring(end);
                case REMOVE -> text.substring(0, at) + text.substring(end);
                case REPEAT -> inserted(text, at, text.substring(at, end));
                case REPEAT_LINE -> inserted(text, line, text.substring(line, lineEnd));
                case FLIP -> at == text.length() ? text : flipped(text, at, 1 << length % 8);
                case CUT_OFF -> text.substring(0, at);
            };
        }

        private static String inserted(String text, int at, String what) {
            return text.substring(0, at) + what + text.substring(at);
        }

        private static String flipped(String text, int at, int bit) {
            return text.substring(0, at) + (char) (text.charAt(at) ^ bit) + text.substring(at + 1);
        }
    }

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
                        Arbitraries.of(Kind.class),
                        evenly(0, 9999),
                        evenly(1, 20),
                        evenly(0, WORDS.size() * LINES.size() - 1))
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
                        Tuple.of(2, Arbitraries.of(WORDS)),
                        Tuple.of(1, Arbitraries.of(LINES)),
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
