package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.Limits;
import dev.weir.internal.wire.Outcome.Accepted;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing is accepted that the grammar does not have, written down here as regular expressions. */
class StrictnessFuzzTest {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private static final String FIELD_LINES = "(?:" + TOKEN + ":[\\t\\x20-\\x7e\\x80-\\xff]*\\r\\n)*";

    /** Beyond RFC 3986 a path may hold the three and a query the eight characters that browsers leave unescaped. */
    private static final String TARGET =
            "[0-9A-Za-z._~!$&'()*+,;=:@%/\\[\\]|-]*(?:\\?[0-9A-Za-z._~!$&'()*+,;=:@%/?\\[\\]|{}^`\\\\-]*)?";

    private static final Pattern HEAD = Pattern.compile(
            "(?:\\r\\n)?" + TOKEN + " (?! )" + TARGET + " HTTP/1\\.[0-9]\\r\\n" + FIELD_LINES + "\\r\\n");

    private static final Pattern SIZE_LINE = Pattern.compile("([0-9A-Fa-f]{1,16})(?:;" + TOKEN + "(?:=(?:" + TOKEN
            + "|\"(?:[\\t \\x21\\x23-\\x5b\\x5d-\\x7e\\x80-\\xff]|\\\\[\\t\\x20-\\x7e\\x80-\\xff])*\"))?)*\\r\\n");

    private static final Pattern TRAILER_SECTION = Pattern.compile(FIELD_LINES + "\\r\\n");

    @Provide
    Arbitrary<Octets> heads() {
        return Mutations.of(SentRequests.all().map(SentRequest::head));
    }

    @Provide
    Arbitrary<Octets> bodies() {
        return Mutations.of(SentContent.chunked().map(SentContent::body));
    }

    @Property
    void everyAcceptedHeadIsInTheGrammar(@ForAll("heads") Octets head) {
        Outcome<SeenHead> outcome =
                Deliveries.outcome(() -> SeenHead.reader(Limits.defaults()), head, List.of(11), new Octets("\r\n"));
        if (outcome instanceof Accepted<SeenHead> accepted) {
            String octets = head.text().substring(0, accepted.used());
            assertTrue(HEAD.matcher(octets).matches(), () -> "not in the grammar: " + head);
        }
    }

    @Property
    void everyAcceptedBodyIsInTheGrammar(@ForAll("bodies") Octets body) {
        Outcome<SeenContent> outcome = Deliveries.outcome(
                () -> SeenContent.reader(Limits.defaults(), 5), body, List.of(11), new Octets("\r\n"));
        if (outcome instanceof Accepted<SeenContent> accepted) {
            assertTrue(isBody(body.text().substring(0, accepted.used())), () -> "not in the grammar: " + body);
        }
    }

    /** Whatever can be made of the few octets that matter in field lines. */
    @Provide
    Arbitrary<String> almostFieldLines() {
        return Arbitraries.of("A", ":", " ", "\t", "\r", "\n", "\r\n", "\0", "\u00ff", "A:A\r\n")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property
    void fieldLinesAreAcceptedWhereTheGrammarHasThem(@ForAll("almostFieldLines") String lines) {
        Octets head = new Octets("GET / HTTP/1.0\r\n" + lines + "\r\n");
        Outcome<SeenHead> outcome =
                Deliveries.outcome(() -> SeenHead.reader(Limits.defaults()), head, List.of(11), new Octets("\r\n"));
        boolean isAccepted = outcome instanceof Accepted<SeenHead> accepted && accepted.used() == head.length();
        assertEquals(HEAD.matcher(head.text()).matches(), isAccepted, head::toString);
    }

    /** Whatever can be made of the few octets that matter in chunk extensions. */
    @Provide
    Arbitrary<String> almostExtensions() {
        return Arbitraries.of(";", "=", "\"", "\\", "x", " ", "\t", "\r", "\n", "\0", "\u00ff", ";x=\"")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Property
    void extensionsAreAcceptedWhereTheGrammarHasThem(@ForAll("almostExtensions") String extensions) {
        String line = "1" + extensions + "\r\n";
        Octets body = new Octets(line + "d\r\n0\r\n\r\n");
        Outcome<SeenContent> outcome = Deliveries.outcome(
                () -> SeenContent.reader(Limits.defaults(), 5), body, List.of(11), new Octets("\r\n"));
        assertEquals(
                SIZE_LINE.matcher(line).matches(),
                outcome.equals(new Accepted<>(new SeenContent("d", List.of()), body.length())),
                body::toString);
    }

    private static boolean isBody(String octets) {
        int at = 0;
        Matcher line = SIZE_LINE.matcher(octets);
        while (line.region(at, octets.length()).lookingAt()) {
            int size = Integer.parseInt(line.group(1), 16);
            if (size == 0) {
                return TRAILER_SECTION.matcher(octets.substring(line.end())).matches();
            }
            at = line.end() + size;
            if (!octets.startsWith("\r\n", at)) {
                return false;
            }
            at += 2;
        }
        return false;
    }
}
