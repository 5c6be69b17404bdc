package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.internal.wire.Outcome.Accepted;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What we accept means the same to Jetty's parser: no request can be smuggled past one of us to the other. */
class DifferentialFuzzTest {

    @Provide
    Arbitrary<Octets> messages() {
        return Mutations.of(SentRequests.all().map(SentRequest::octets));
    }

    @Property
    void asItWasSent(@ForAll("messages") Octets octets) {
        if (outcome(octets) instanceof Accepted<List<SeenMessage>> accepted) {
            assertSameForJetty(accepted.value().get(0), octets.text().substring(0, accepted.used()));
        }
    }

    @Property
    void asWeWouldSayIt(@ForAll("messages") Octets octets, @ForAll @IntRange(min = 1, max = 20) int size) {
        if (outcome(octets) instanceof Accepted<List<SeenMessage>> accepted) {
            SeenMessage message = accepted.value().get(0);
            assertSameForJetty(message, message.octets(size));
        }
    }

    private static Outcome<List<SeenMessage>> outcome(Octets octets) {
        return Deliveries.outcome(
                () -> SeenMessage.reader(Limits.defaults(), 1), octets, List.of(7), new Octets("GET / HTTP/1.1\r\n"));
    }

    private static void assertSameForJetty(SeenMessage message, String octets) {
        JettyReader.Read read = JettyReader.request(new Octets(octets + "GET /next HTTP/1.1\r\nHost: a\r\n\r\n"));
        Optional<String> refusal = refusalByJetty(message, octets);
        if (refusal.isPresent()) {
            assertEquals(List.of(refusal.get()), read.faults());
            return;
        }
        SeenHead head = message.head();
        JettyReader.Read expected = new JettyReader.Read(
                List.of(
                        head.method().name(),
                        head.target().toString(),
                        head.version().text()),
                withLowerCaseNames(head.fields()),
                message.content(),
                withLowerCaseNames(message.trailers()),
                octets.length(),
                true,
                List.of());
        assertEquals(expected, read, () -> new Octets(octets).toString());
    }

    private static List<Headers.Field> withLowerCaseNames(List<Headers.Field> fields) {
        return fields.stream()
                .map(field -> new Headers.Field(field.name().toLowerCase(Locale.ROOT), field.value()))
                .toList();
    }

    /** Why Jetty alone refuses it: whoever refuses cannot misunderstand, so these differences are harmless. */
    private static Optional<String> refusalByJetty(SeenMessage message, String octets) {
        // RFC 9110 section 2.5 has a recipient take a higher minor version for the highest that it knows.
        if (!octets.substring(0, octets.indexOf("\r\n", 2)).matches("(?s).* HTTP/1\\.[01]")) {
            return Optional.of("505 Unknown Version");
        }
        // RFC 3986 section 3.2 has a port of any digits or none, and a host may be empty; Jetty wants both, or neither.
        String host = message.head().fields().stream()
                .filter(field -> field.name().equalsIgnoreCase("Host"))
                .map(Headers.Field::value)
                .findAny()
                .orElse("");
        return host.matches(".*:0*|:.*") ? Optional.of("400 Bad HostPort") : Optional.empty();
    }
}
