package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.HttpVersion;
import dev.weir.http.RequestTarget;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Host and port are what RFC 3986 section 3.2.2 says, letter by letter, and nothing else. */
class AuthorityFuzzTest {

    private static final String NUMBER = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])";
    private static final String GROUP = "[0-9A-Fa-f]{1,4}";
    private static final String LAST = "(?:" + GROUP + ":" + GROUP + "|" + NUMBER + "(?:\\." + NUMBER + "){3})";

    /** IPv6address, in the order of the RFC. */
    private static final String IPV6 = String.join(
            "|",
            "(?:G:){6}L",
            "::(?:G:){5}L",
            "(?:G)?::(?:G:){4}L",
            "(?:(?:G:){0,1}G)?::(?:G:){3}L",
            "(?:(?:G:){0,2}G)?::(?:G:){2}L",
            "(?:(?:G:){0,3}G)?::G:L",
            "(?:(?:G:){0,4}G)?::L",
            "(?:(?:G:){0,5}G)?::G",
            "(?:(?:G:){0,6}G)?::");

    /** The comma is left out of sub-delims: Host would be a list then. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:\\[(?:"
            + IPV6.replace("G", GROUP).replace("L", LAST)
            + ")\\]|(?:[0-9A-Za-z._~!$&'()*+;=-]|%[0-9A-Fa-f]{2})*)(?::([0-9]*))?");

    @Provide
    Arbitrary<String> hosts() {
        Arbitrary<String> addresses = Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.of("1", "ab", "ffff", "12345", "0")),
                        Tuple.of(6, Arbitraries.of(":", "::")),
                        Tuple.of(
                                1, Arbitraries.of("1.2.3.4", "1.2.3.256", "01.2.3.4", "1.2.3", "g", "%25eth0", "v1.a")))
                .list()
                .ofMaxSize(17)
                .map(parts -> "[" + String.join("", parts) + "]");
        Arbitrary<String> addressesOfAllGroups = Combinators.combine(
                        Arbitraries.of("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:1.2.3.4"),
                        Arbitraries.integers().between(0, 18),
                        Arbitraries.integers().between(0, 18))
                .as((address, from, to) -> {
                    int start = Math.min(Math.min(from, to), address.length());
                    int end = Math.min(Math.max(from, to), address.length());
                    return "[" + address.substring(0, start) + "::" + address.substring(end) + "]";
                });
        Arbitrary<String> ports = Arbitraries.of(
                "",
                "",
                "",
                ":",
                ":0",
                ":80",
                ":65535",
                ":65536",
                ":4294967376",
                ":99999999999999999999",
                ":-1",
                ":+1",
                "::");
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, addresses),
                                Tuple.of(3, addressesOfAllGroups),
                                Tuple.of(2, Mutations.of(WireText.hosts()).map(Octets::text))),
                        ports)
                .as(String::concat);
    }

    @Provide
    Arbitrary<String> authorities() {
        return Combinators.combine(
                        Arbitraries.of("a.test", "A.TEST", "b.test", "[::1]"),
                        Arbitraries.of("", ":", ":80", ":443", ":8080", ":080"))
                .as(String::concat);
    }

    @Property
    void isValidWhereTheGrammarSaysSo(@ForAll("hosts") String host) {
        Matcher matcher = HOST_AND_PORT.matcher(host);
        boolean isValid = matcher.matches()
                && (matcher.group(1) == null
                        || matcher.group(1).isEmpty()
                        || new BigInteger(matcher.group(1)).bitLength() <= 16);
        assertEquals(isValid, Authority.isValid(host), () -> new Octets(host).toString());
    }

    private static ParsedHeaders section(String text) throws ProtocolException {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        FieldSectionParser parser = new FieldSectionParser(octets.length, 1);
        assertEquals(octets.length, parser.parse(octets, 0, octets.length));
        return parser.headers(octets, 0);
    }

    @Property
    void hostAndTargetAgreeWhereTheyNameTheSamePlace(
            @ForAll("authorities") String asked, @ForAll("authorities") String host, @ForAll boolean isSecure) {
        String scheme = isSecure ? "https" : "http";
        RequestTarget target = RequestTarget.absolute(scheme + "://" + asked + "/", asked, "/");
        boolean agrees;
        try {
            HostRule.check(HttpVersion.HTTP_1_1, target, section("Host: " + host + "\r\n\r\n"));
            agrees = true;
        } catch (ProtocolException e) {
            assertEquals(Violation.CONFLICTING_HOST, e.violation());
            agrees = false;
        }
        boolean isSame = place(asked, isSecure).equals(place(host, isSecure));
        // A port with zeros before it is another text for the same number: refused, which is safe.
        if (!asked.endsWith(":080") && !host.endsWith(":080")) {
            assertEquals(isSame, agrees);
        } else {
            assertTrue(isSame || !agrees, "agrees though the places differ");
        }
    }

    private static String place(String authority, boolean isSecure) {
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.indexOf(']');
        String port = hasPort ? authority.substring(colon + 1) : "";
        String host = hasPort ? authority.substring(0, colon) : authority;
        int number = port.isEmpty() ? (isSecure ? 443 : 80) : Integer.parseInt(port);
        return host.toLowerCase(Locale.ROOT) + " " + number;
    }
}
