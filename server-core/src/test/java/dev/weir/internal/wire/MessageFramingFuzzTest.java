package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;
import dev.weir.internal.wire.MessageFraming.Kind;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Framing is decided as RFC 9112 section 6.3 says, and only where one reading is possible. */
class MessageFramingFuzzTest {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    @Provide
    Arbitrary<List<Headers.Field>> fieldLines() {
        Arbitrary<Headers.Field> line = Combinators.combine(
                        Arbitraries.of(
                                "Content-Length", "content-LENGTH", "Transfer-Encoding", "TRANSFER-encoding", "A"),
                        values())
                .as(Headers.Field::new);
        return line.list().ofMaxSize(3);
    }

    private static Arbitrary<String> values() {
        Arbitrary<String> numbers = Combinators.combine(
                        Arbitraries.of("", "", "", "0", "000000000000000000000", "-", "+", "0x", " "),
                        Arbitraries.bigIntegers().between(BigInteger.ZERO, LARGEST.shiftLeft(1)),
                        Arbitraries.of("", "", "", ",", ", 1", " ", "\t", ".0", "e1", "\u00b2", "L"))
                .as((before, number, after) -> before + number + after);
        Arbitrary<String> codings = Arbitraries.of(
                        "chunked",
                        "CHUNKED",
                        "chunke",
                        "chunked;q=1",
                        "xchunked",
                        "gzip",
                        "identity",
                        "",
                        " ",
                        "\u00a0")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(list -> String.join(",", list));
        return Arbitraries.frequencyOf(
                        Tuple.of(2, numbers),
                        Tuple.of(2, codings),
                        Tuple.of(1, Arbitraries.of("9223372036854775807", "9223372036854775808", "0", "")),
                        Tuple.of(1, WireText.fieldValues()))
                .map(value -> value.replaceAll("^[ \t]+|[ \t]+$", ""));
    }

    @Property
    void oneReadingOrNone(@ForAll("fieldLines") List<Headers.Field> lines, @ForAll boolean isOld) {
        HttpVersion version = isOld ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
        Optional<MessageFraming> framing;
        try {
            framing = Optional.of(MessageFraming.of(version, headers(lines)));
        } catch (ProtocolException e) {
            framing = Optional.empty();
        }
        assertEquals(onlyReading(lines, isOld), framing);
    }

    private static Optional<MessageFraming> onlyReading(List<Headers.Field> lines, boolean isOld) {
        List<String> codings = values(lines, "transfer-encoding");
        List<String> lengths = values(lines, "content-length");
        if (codings.isEmpty() && lengths.isEmpty()) {
            return Optional.of(new MessageFraming(Kind.NONE, 0));
        }
        if (codings.size() + lengths.size() > 1 || isOld && !codings.isEmpty()) {
            return Optional.empty();
        }
        if (!codings.isEmpty()) {
            return codings.get(0).matches("(?i)chunked")
                    ? Optional.of(new MessageFraming(Kind.CHUNKED, 0))
                    : Optional.empty();
        }
        if (!lengths.get(0).matches("[0-9]+") || new BigInteger(lengths.get(0)).compareTo(LARGEST) > 0) {
            return Optional.empty();
        }
        long length = new BigInteger(lengths.get(0)).longValueExact();
        return Optional.of(new MessageFraming(length == 0 ? Kind.NONE : Kind.FIXED, length));
    }

    private static List<String> values(List<Headers.Field> lines, String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Headers.Field::value)
                .toList();
    }

    private static Headers headers(List<Headers.Field> lines) {
        return Headers.of(lines.stream()
                .flatMap(line -> Stream.of(line.name(), line.value()))
                .toArray(String[]::new));
    }
}
