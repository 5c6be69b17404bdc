package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Paths and queries are decoded once, exactly, or refused. */
class PathFuzzTest {

    /** Text of any characters but halves of surrogate pairs, which no UTF-8 can hold. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                3, Arbitraries.of("a", "/", "%", "+", " ", ".", "..", "&", "=", "?", "#", "\0", "%2F")),
                        Tuple.of(1, Arbitraries.of("\u00e9", "\u20ac", "\ud83d\ude00", "\u0080", "\uffff", "\ud7ff")),
                        Tuple.of(
                                1,
                                Arbitraries.chars()
                                        .filter(c -> !Character.isSurrogate(c))
                                        .map(String::valueOf)))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    /** Targets and parts of them: escapes whole and broken, UTF-8 whole and broken. */
    @Provide
    Arbitrary<String> encoded() {
        Arbitrary<String> parts = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of("a", "/", "+", ".", "..", "&", "=", "?", ";", "b=c", "~")),
                Tuple.of(2, Arbitraries.integers().between(0, 255).map(octet -> String.format("%%%02x", octet))),
                Tuple.of(2, Arbitraries.of("%2e", "%2E%2e", "%00", "%2f", "%5c", "%25", "%252e", "%2b", "%20")),
                Tuple.of(1, Arbitraries.of("%c3%a9", "%E2%82%AC", "%f0%9f%98%80", "%c0%af", "%ed%a0%80", "%c3")),
                Tuple.of(
                        1, Arbitraries.of("%", "%4", "%g0", "%0g", "%-1", "%+1", "\u00e9", "\uff11", "%\uff11\uff11")));
        return parts.list().ofMaxSize(10).map(list -> String.join("", list));
    }

    @Property
    void anEncodedSegmentIsDecodedToWhatItWas(@ForAll("texts") String text) {
        String encoded = PercentEncoding.encodeSegment(text);
        assertEquals(Optional.of(text), PercentEncoding.decode(encoded));
        assertFalse(
                encoded.matches("(?s).*[^!$&-;=@-Z_a-z~%].*"), () -> "an octet that may not stand there: " + encoded);
        assertFalse(encoded.contains("/"), "a slash of the text would end the segment");
    }

    @Property
    void decodingIsExactOrRefused(@ForAll("encoded") String text) {
        assertEquals(decoded(text), PercentEncoding.decode(text));
    }

    @Property
    void segmentsAreThePartsBetweenSlashesOrRefused(@ForAll("encoded") String rest) {
        String path = "/" + rest.replace("?", "");
        Optional<List<String>> expected = all(path.substring(1).split("/", -1), false)
                .filter(segments ->
                        segments.stream().noneMatch(s -> s.equals(".") || s.equals("..") || s.indexOf('\0') >= 0));
        Optional<List<String>> segments =
                refusedOr(() -> RequestTarget.origin(path).segments());
        assertEquals(expected, segments);
        if (segments.isPresent()) {
            String again = segments.get().stream()
                    .map(PercentEncoding::encodeSegment)
                    .collect(Collectors.joining("/", "/", ""));
            assertEquals(segments, Optional.of(RequestTarget.origin(again).segments()));
        }
    }

    @Property
    void aTargetIsItsPathAndItsQuery(@ForAll("encoded") String rest) {
        RequestTarget target = RequestTarget.origin("/" + rest);
        assertEquals(
                target.toString(),
                target.path() + target.rawQuery().map(query -> "?" + query).orElse(""));
        assertFalse(target.path().contains("?"));
    }

    @Property
    void aQueryIsItsPairsOrRefused(@ForAll("encoded") String query) {
        List<String> parts = new ArrayList<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parts.add(equals < 0 ? pair : pair.substring(0, equals));
                parts.add(equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        Optional<List<String>> expected = all(parts.toArray(String[]::new), true);
        Optional<QueryParameters> seen = refusedOr(() -> QueryParameters.parse(query));
        assertEquals(
                expected.map(List::size),
                seen.map(parameters -> 2
                        * parameters.names().stream()
                                .mapToInt(name -> parameters.all(name).size())
                                .sum()));
        for (int i = 0; seen.isPresent() && i < parts.size(); i += 2) {
            String name = expected.get().get(i);
            String value = expected.get().get(i + 1);
            assertTrue(seen.get().all(name).contains(value), () -> name + "=" + value);
        }
    }

    private interface Decoding<T> {
        T decode();
    }

    /** Empty for a refusal with 400; every other exception is a fault. */
    private static <T> Optional<T> refusedOr(Decoding<T> decoding) {
        try {
            return Optional.of(decoding.decode());
        } catch (HttpException e) {
            assertEquals(Status.BAD_REQUEST, e.status());
            return Optional.empty();
        }
    }

    private static Optional<List<String>> all(String[] parts, boolean plusIsSpace) {
        List<Optional<String>> decoded = Arrays.stream(parts)
                .map(part -> plusIsSpace ? part.replace("+", "%20") : part)
                .map(PathFuzzTest::decoded)
                .toList();
        return decoded.stream().allMatch(Optional::isPresent)
                ? Optional.of(decoded.stream().map(Optional::get).toList())
                : Optional.empty();
    }

    /** Percent-decoding written down another way: the octets are UTF-8 if they come back from a String unchanged. */
    private static Optional<String> decoded(String text) {
        if (!text.matches("(?:[\\x00-\\x24\\x26-\\x7f]|%[0-9A-Fa-f]{2})*")) {
            return Optional.empty();
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                octets.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                octets.write(text.charAt(i));
            }
        }
        String decoded = octets.toString(StandardCharsets.UTF_8);
        return Arrays.equals(octets.toByteArray(), decoded.getBytes(StandardCharsets.UTF_8))
                ? Optional.of(decoded)
                : Optional.empty();
    }
}
