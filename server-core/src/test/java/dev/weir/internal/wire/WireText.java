package dev.weir.internal.wire;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates the small parts of messages, by the grammar of RFC 9110 and RFC 3986. */
public final class WireText {

    private static final String ALPHANUMERIC = "abcXYZ019";

    private WireText() {}

    /** 1*tchar. */
    public static Arbitrary<String> tokens() {
        return Arbitraries.strings()
                .withChars(ALPHANUMERIC + "!#$%&'*+-.^_`|~")
                .ofMinLength(1)
                .ofMaxLength(8);
    }

    public static Arbitrary<String> methods() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Arbitraries.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT")),
                Tuple.of(1, tokens()));
    }

    /** A field value without the whitespace around it: visible octets from end to end, anything allowed between. */
    public static Arbitrary<String> fieldValues() {
        Arbitrary<String> within = Arbitraries.strings()
                .withChars("aZ0 \t:;,=\"\\/(){}@\u0080\u00a0\u00ff")
                .ofMaxLength(12);
        return Arbitraries.frequencyOf(
                Tuple.of(40, within.map(WireText::trimmed)),
                // Longer than the buffer of an idle connection, together with another one.
                Tuple.of(1, Arbitraries.just("v".repeat(700))),
                Tuple.of(
                        10,
                        Arbitraries.of("close", "keep-alive", "chunked", "gzip, chunked", "100-continue", "0", "-1")));
    }

    private static String trimmed(String text) {
        return text.replaceAll("^[ \t]+|[ \t]+$", "");
    }

    /** OWS. */
    static Arbitrary<String> whitespace() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("", " ")),
                Tuple.of(1, Arbitraries.strings().withChars(" \t").ofMaxLength(4)));
    }

    /** A field name that decides nothing about the message. */
    public static Arbitrary<String> fieldNames() {
        return Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.of("Accept", "Connection", "Cookie", "Expect", "TE", "X", "hOst2")),
                        Tuple.of(1, tokens()))
                .filter(name -> !decidesTheMessage(name));
    }

    private static boolean decidesTheMessage(String name) {
        return name.equalsIgnoreCase("Host")
                || name.equalsIgnoreCase("Content-Length")
                || name.equalsIgnoreCase("Transfer-Encoding");
    }

    /** Percent-encoded octets. */
    static Arbitrary<String> escapes() {
        return Arbitraries.of("%41", "%2f", "%2F", "%00", "%c3%a9", "%ff", "%2e", "%25");
    }

    /** A path that starts with a slash. */
    static Arbitrary<String> paths() {
        return joined(Arbitraries.of("a", "Z9", "/", ".", "..", ";x=y", "~!$&'()*+,=:@-_", "[]|", "b.c"), 6)
                .map(path -> "/" + path);
    }

    /** Nothing, or a question mark and what follows. */
    static Arbitrary<String> queries() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just("")),
                Tuple.of(
                        1,
                        joined(Arbitraries.of("a", "=", "&", "+", "?", "/", "b=c", "[]|{}^`\\", ";"), 6)
                                .map(query -> "?" + query)));
    }

    private static Arbitrary<String> joined(Arbitrary<String> parts, int most) {
        return Arbitraries.frequencyOf(Tuple.of(3, parts), Tuple.of(1, escapes()))
                .list()
                .ofMaxSize(most)
                .map(list -> String.join("", list));
    }

    /** A host that is not empty: a name or an address. */
    static Arbitrary<String> hosts() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of("example.test", "A.test", "a", "127.0.0.1", "x_y~%41", "!$&'()*+;=", "1.2")),
                Tuple.of(1, Arbitraries.of("[::1]", "[::]", "[1:2:3:4:5:6:7:8]", "[2001:DB8::192.0.2.1]", "[1::]")));
    }

    static Arbitrary<String> authorities() {
        return Combinators.combine(hosts(), Arbitraries.of("", ":80", ":", ":0", ":65535", ":443", ":00080"))
                .as(String::concat);
    }
}
