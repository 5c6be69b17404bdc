package dev.weir.internal.wire;

import dev.weir.http.Headers;
import dev.weir.internal.wire.SentRequests.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Content of a generated message: what it is, and how it is framed.
 *
 * @param framing the field line that tells of it
 * @param body its octets on the wire
 */
record SentContent(Optional<Line> framing, String content, List<Headers.Field> trailers, String body) {

    /** Fields that a trailer section may not hold, of those that {@link WireText#fieldNames} makes. */
    private static final List<String> NO_TRAILERS = List.of("connection", "cookie", "expect", "te");

    private record Chunk(String size, String extensions, String data) {

        String octets() {
            return size + extensions + "\r\n" + data + "\r\n";
        }
    }

    static Arbitrary<SentContent> all() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(none())), Tuple.of(1, fixed()), Tuple.of(2, chunked()));
    }

    private static SentContent none() {
        return new SentContent(Optional.empty(), "", List.of(), "");
    }

    private static Arbitrary<SentContent> fixed() {
        return Combinators.combine(data(0), Arbitraries.of("", "0", "00000000000000000000"))
                .as((data, zeros) -> new SentContent(
                        Optional.of(new Line("Content-Length", " ", zeros + data.length(), "")),
                        data,
                        List.of(),
                        data));
    }

    /** Content in chunks, with extensions and trailers. */
    static Arbitrary<SentContent> chunked() {
        Arbitrary<List<Line>> trailers = SentRequests.lines().map(lines -> lines.stream()
                .filter(line -> !NO_TRAILERS.contains(line.name().toLowerCase(Locale.ROOT)))
                .toList());
        return Combinators.combine(
                        chunks().list().ofMaxSize(4),
                        Arbitraries.of("0", "00", "0000000000000000"),
                        extensions(),
                        trailers,
                        Arbitraries.of("chunked", "Chunked", "CHUNKED"))
                .as(SentContent::inChunks);
    }

    private static SentContent inChunks(
            List<Chunk> chunks, String last, String extensions, List<Line> trailers, String coding) {
        StringBuilder content = new StringBuilder();
        StringBuilder body = new StringBuilder();
        for (Chunk chunk : chunks) {
            content.append(chunk.data());
            body.append(chunk.octets());
        }
        body.append(last).append(extensions).append("\r\n");
        trailers.forEach(line -> body.append(line.octets()));
        return new SentContent(
                Optional.of(new Line("Transfer-Encoding", "", coding, " ")),
                content.toString(),
                trailers.stream().map(Line::field).toList(),
                body.append("\r\n").toString());
    }

    private static Arbitrary<Chunk> chunks() {
        return Combinators.combine(data(1), Arbitraries.of("%x", "%X", "%04x", "%016X"), extensions())
                .as((data, format, extensions) -> new Chunk(String.format(format, data.length()), extensions, data));
    }

    // chunk-ext = *( ";" chunk-ext-name [ "=" ( token / quoted-string ) ] )
    private static Arbitrary<String> extensions() {
        Arbitrary<String> value = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just("")),
                Tuple.of(1, WireText.tokens().map(token -> "=" + token)),
                Tuple.of(1, Arbitraries.of("=\"\"", "=\"a b\\\"\\\\;=\t\"", "=\"\u0080\u00ff\"")));
        Arbitrary<String> one = Combinators.combine(WireText.tokens(), value).as((name, rest) -> ";" + name + rest);
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just("")),
                Tuple.of(1, one.list().ofMaxSize(3).map(list -> String.join("", list))));
    }

    private static Arbitrary<String> data(int least) {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        2,
                        Arbitraries.strings()
                                .withCharRange((char) 0, (char) 255)
                                .ofMinLength(least)
                                .ofMaxLength(30)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "0\r\n\r\n", "\r\n", "GET / HTTP/1.1\r\n\r\n", "5\r\nhello\r\n", "d".repeat(300))));
    }

    /** The same for a version without chunks: nothing of it is sent. */
    SentContent withoutChunks() {
        return framing.isPresent() && framing.get().name().equals("Transfer-Encoding") ? none() : this;
    }
}
