package dev.weir.internal.wire;

import dev.weir.http.Headers;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates well-formed requests, with the freedom that the grammar leaves. */
public final class SentRequests {

    /** A field line with the whitespace around its value. */
    record Line(String name, String before, String value, String after) {

        String octets() {
            return name + ":" + before + value + after + "\r\n";
        }

        Headers.Field field() {
            return new Headers.Field(name, value);
        }
    }

    /** Method, target, and the host that goes with it. */
    private record Asked(String method, String target, String host) {}

    private SentRequests() {}

    /** Up to four of them one after the other, as they are, faulty and spliced. */
    public static Arbitrary<Octets> streams() {
        return Mutations.of(all().map(SentRequest::octets)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(messages -> String.join("", messages)));
    }

    /** Requests with or without content. */
    public static Arbitrary<SentRequest> all() {
        return Combinators.combine(
                        asked(),
                        Arbitraries.of("1.1", "1.1", "1.1", "1.0", "1.2", "1.9"),
                        lines(),
                        Combinators.combine(Arbitraries.integers().between(0, 9), WireText.whitespace())
                                .as(Tuple::of),
                        SentContent.all(),
                        Arbitraries.of("", "", "", "\r\n"))
                .as((asked, version, lines, place, content, before) -> {
                    SentContent framed = version.equals("1.0") ? content.withoutChunks() : content;
                    List<Line> all = new ArrayList<>(lines);
                    all.add(
                            Math.min(place.get1(), all.size()),
                            new Line(place.get1() % 2 == 0 ? "Host" : "hOST", place.get2(), asked.host(), ""));
                    framed.framing().ifPresent(line -> all.add(place.get1() % all.size(), line));
                    return request(asked, version, all, framed, before);
                });
    }

    private static SentRequest request(
            Asked asked, String version, List<Line> lines, SentContent content, String before) {
        StringBuilder head =
                new StringBuilder(before).append(asked.method() + " " + asked.target() + " HTTP/" + version + "\r\n");
        lines.forEach(line -> head.append(line.octets()));
        return new SentRequest(
                asked.method(),
                asked.target(),
                version,
                lines.stream().map(Line::field).toList(),
                content.content(),
                content.trailers(),
                head.append("\r\n").toString(),
                content.body());
    }

    /** Field lines that decide nothing about the message: a few, or more than a parser has place for at first. */
    static Arbitrary<List<Line>> lines() {
        Arbitrary<Line> line = Combinators.combine(
                        WireText.fieldNames(), WireText.whitespace(), WireText.fieldValues(), WireText.whitespace())
                .as(Line::new);
        return Arbitraries.frequencyOf(
                Tuple.of(15, line.list().ofMaxSize(5)),
                Tuple.of(1, line.list().ofMinSize(9).ofMaxSize(16)));
    }

    private static Arbitrary<Asked> asked() {
        Arbitrary<String> notConnect = WireText.methods().filter(method -> !method.equals("CONNECT"));
        Arbitrary<String> pathAndQuery =
                Combinators.combine(WireText.paths(), WireText.queries()).as(String::concat);
        return Arbitraries.frequencyOf(
                Tuple.of(
                        6,
                        Combinators.combine(notConnect, pathAndQuery, WireText.authorities())
                                .as(Asked::new)),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        notConnect,
                                        Arbitraries.of("http://", "https://", "HTTP://"),
                                        WireText.authorities(),
                                        Arbitraries.frequencyOf(
                                                Tuple.of(3, pathAndQuery), Tuple.of(1, WireText.queries())))
                                .as((method, scheme, authority, rest) ->
                                        new Asked(method, scheme + authority + rest, authority))),
                Tuple.of(1, WireText.authorities().map(authority -> new Asked("OPTIONS", "*", authority))),
                Tuple.of(1, WireText.hosts().map(host -> new Asked("CONNECT", host + ":443", host + ":443"))));
    }
}
