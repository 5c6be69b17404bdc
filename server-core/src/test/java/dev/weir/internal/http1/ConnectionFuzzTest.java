package dev.weir.internal.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.internal.wire.JettyReader;
import dev.weir.internal.wire.Mutations;
import dev.weir.internal.wire.Octets;
import dev.weir.internal.wire.SentRequest;
import dev.weir.internal.wire.SentRequests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What a connection answers depends on the octets that its peer sends, and on nothing else. */
class ConnectionFuzzTest {

    private static final Limits LIMITS = Limits.defaults().withContent(200).withDrain(100);

    private static final Http1Services WAITING = ScriptedConnection.services(ConnectionFuzzTest::echo, LIMITS);
    private static final Http1Services PARKING = ScriptedConnection.crowdedServices(ConnectionFuzzTest::echo, LIMITS);

    /** All that a request says; PUT is answered without a look at its content. */
    private static Response echo(Request request) throws IOException {
        StringBuilder said = new StringBuilder(request.method() + " " + request.target() + "\n");
        request.headers().forEach(field -> said.append(field.name() + "=" + field.value() + "\n"));
        if (!request.method().equals(Method.PUT)) {
            said.append(new String(request.content().bytes(), StandardCharsets.ISO_8859_1));
            request.content().trailers().forEach(field -> said.append("\n" + field.name() + "=" + field.value()));
        }
        return Response.bytes(
                MediaType.APPLICATION_OCTET_STREAM, said.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Provide
    Arbitrary<Octets> streams() {
        return SentRequests.streams();
    }

    /** Requests that leave the connection open. */
    @Provide
    Arbitrary<SentRequest> requests() {
        return SentRequests.all()
                .filter(request -> !request.version().equals("1.0")
                        && !request.method().equals("CONNECT")
                        && !request.target().toLowerCase(Locale.ROOT).startsWith("https:")
                        && request.content().length() <= 100
                        && request.fields().stream().noneMatch(ConnectionFuzzTest::mayClose));
    }

    private static boolean mayClose(Headers.Field field) {
        return field.name().equalsIgnoreCase("Expect") || field.name().equalsIgnoreCase("Connection");
    }

    @Provide
    Arbitrary<List<Integer>> pieces() {
        return Mutations.pieces();
    }

    @Property
    void anyStreamIsAnsweredTheSameHoweverItArrives(
            @ForAll("streams") Octets stream, @ForAll("pieces") List<Integer> pieces) throws IOException {
        String whole = answer(WAITING, stream, List.of(Math.max(1, stream.length())));
        assertEquals(whole, answer(WAITING, stream, List.of(1)), "octet by octet");
        assertEquals(whole, answer(WAITING, stream, pieces), "in pieces");
        assertEquals(whole, answer(PARKING, stream, pieces), "in pieces, parked between them");
    }

    private static String answer(Http1Services services, Octets stream, List<Integer> pieces) throws IOException {
        return ScriptedConnection.answer(services, stream, pieces)
                // The time of day makes no difference.
                .replaceAll("\r\nDate: [^\r]*", "")
                // Whoever has sent the content already is not asked for it (RFC 9110 section 10.1.1).
                .replace("HTTP/1.1 100 Continue\r\n\r\n", "");
    }

    @Property
    void everyRequestIsAnsweredWithWhatItSaid(
            @ForAll @Size(min = 1, max = 4) List<@From("requests") SentRequest> sent,
            @ForAll("pieces") List<Integer> pieces)
            throws IOException {
        StringBuilder stream = new StringBuilder();
        sent.forEach(request -> stream.append(request.octets()));
        String written = ScriptedConnection.answer(WAITING, new Octets(stream.toString()), pieces);
        for (SentRequest request : sent) {
            boolean isHead = request.method().equals("HEAD");
            JettyReader.Read read = JettyReader.response(new Octets(written), isHead, false);
            assertEquals(List.of(), read.faults());
            assertEquals(isHead ? "" : said(request), read.content());
            written = written.substring(read.used());
        }
        assertEquals("", written);
    }

    private static String said(SentRequest request) {
        StringBuilder said = new StringBuilder(request.method() + " " + request.target() + "\n");
        request.fields().forEach(field -> said.append(field.name() + "=" + field.value() + "\n"));
        if (!request.method().equals("PUT")) {
            said.append(request.content());
            request.trailers().forEach(field -> said.append("\n" + field.name() + "=" + field.value()));
        }
        return said.toString();
    }
}
