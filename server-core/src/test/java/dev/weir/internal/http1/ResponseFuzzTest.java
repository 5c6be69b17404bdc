package dev.weir.internal.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weir.config.ThreadSettings;
import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;
import dev.weir.http.Method;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import dev.weir.internal.net.BufferPool;
import dev.weir.internal.net.ConnectionThreads;
import dev.weir.internal.net.Turn;
import dev.weir.internal.server.OpenConnection;
import dev.weir.internal.wire.JettyReader;
import dev.weir.internal.wire.Octets;
import dev.weir.internal.wire.WireText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Whatever a handler returns, Jetty's parser reads the status, the fields and the content that were meant. */
class ResponseFuzzTest {

    private static final ConnectionThreads THREADS = new ConnectionThreads(ThreadSettings.platform(4));
    private static final BufferPool POOL = new BufferPool();

    /** Fields that the server alone decides. */
    private static final Set<String> DECIDED =
            Set.of("content-length", "transfer-encoding", "connection", "keep-alive", "date");

    /**
     * What a handler returns.
     *
     * @param parts content as it is written, part by part
     */
    private record Returned(
            int status,
            List<Headers.Field> fields,
            List<String> parts,
            boolean tellsLength,
            List<Headers.Field> trailers) {

        String content() {
            return String.join("", parts);
        }

        Response response() {
            Response response = Response.of(Status.of(status)).withHeaders(headers(fields));
            ResponseContent.Writer writer = output -> {
                for (String part : parts) {
                    byte[] octets = new Octets(part).bytes();
                    if (octets.length == 1) {
                        output.write(octets[0]);
                    } else {
                        output.write(octets);
                    }
                    if (octets.length % 3 == 0) {
                        output.flush();
                    }
                }
            };
            return response.withContent(
                            tellsLength
                                    ? ResponseContent.written(content().length(), writer)
                                    : ResponseContent.written(writer))
                    .withTrailers(() -> headers(trailers));
        }

        private static Headers headers(List<Headers.Field> fields) {
            Headers headers = Headers.empty();
            for (Headers.Field field : fields) {
                headers = headers.plus(field.name(), field.value());
            }
            return headers;
        }
    }

    @Provide
    Arbitrary<Returned> returned() {
        Arbitrary<String> names = Arbitraries.frequencyOf(
                Tuple.of(4, WireText.fieldNames()),
                Tuple.of(1, Arbitraries.of("Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive")));
        Arbitrary<Integer> statuses = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(200, 201, 204, 205, 206, 304, 400, 404, 500)),
                Tuple.of(1, Arbitraries.integers().between(200, 599)));
        Arbitrary<String> parts = Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Arbitraries.strings()
                                .withCharRange((char) 0, (char) 255)
                                .ofMaxLength(20)),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "\r\n0\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n", "d".repeat(9000), "d".repeat(20_000))));
        return Combinators.combine(
                        statuses,
                        fields(names),
                        parts.list().ofMaxSize(4),
                        Arbitraries.of(true, false),
                        // Some names may not stand in a trailer section and are left out; these may.
                        fields(WireText.fieldNames().map(name -> "x-" + name)))
                .as(Returned::new);
    }

    private static Arbitrary<List<Headers.Field>> fields(Arbitrary<String> names) {
        return Combinators.combine(names, WireText.fieldValues())
                .as(Headers.Field::new)
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Method> methods() {
        return Arbitraries.of(Method.GET, Method.HEAD, Method.POST);
    }

    @Property
    void isReadAsItWasMeant(
            @ForAll("returned") Returned returned,
            @ForAll("methods") Method method,
            @ForAll boolean isOld,
            @ForAll boolean mayPersist,
            @ForAll @IntRange(min = 1, max = 3) int count)
            throws IOException {
        HttpVersion version = isOld ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
        ScriptedTransport transport = new ScriptedTransport(new Octets(""), List.of(1));
        OpenConnection connection = ScriptedConnection.open(transport);
        ConnectionOutput output = new ConnectionOutput(connection, POOL, THREADS, Turn.on(THREADS));
        Http1ResponseWriter writer = new Http1ResponseWriter(output, POOL, new DateField(), new byte[0]);
        int sent = 0;
        boolean persists = true;
        while (persists && sent < count) {
            persists = writer.write(returned.response(), method, version, mayPersist);
            sent++;
        }
        output.flush();
        output.release();
        connection.close();
        String written = transport.written();
        for (int i = 0; i < sent; i++) {
            JettyReader.Read read = JettyReader.response(new Octets(written), method.equals(Method.HEAD), !persists);
            assertMeant(returned, method, read);
            written = written.substring(read.used());
        }
        assertEquals("", written);
    }

    private static void assertMeant(Returned returned, Method method, JettyReader.Read read) {
        Status status = Status.of(returned.status());
        boolean hasContent = status.allowsContent() && !method.equals(Method.HEAD);
        assertEquals(List.of(), read.faults());
        assertEquals(List.of("HTTP/1.1", Integer.toString(status.code()), status.reason()), read.startLine());
        assertEquals(undecided(returned.fields()), undecided(read.fields()));
        assertEquals(hasContent ? returned.content() : "", read.content());
        boolean isChunked =
                read.fields().stream().anyMatch(field -> field.name().equals("transfer-encoding"));
        assertEquals(hasContent && isChunked ? undecided(returned.trailers()) : List.of(), undecided(read.trailers()));
        assertFalse(
                isChunked
                        && read.fields().stream().anyMatch(field -> field.name().equals("content-length")),
                "both Content-Length and Transfer-Encoding");
        // RFC 9110 section 8.6: no Content-Length with 204; RFC 9112 section 6.1: no Transfer-Encoding either.
        assertFalse(
                returned.status() == 204
                        && read.fields().stream()
                                .anyMatch(field -> field.name().equals("content-length")
                                        || field.name().equals("transfer-encoding")),
                "204 with framing");
        long dates = read.fields().stream()
                .filter(field -> field.name().equals("date"))
                .count();
        assertEquals(1, dates, "Date fields");
    }

    private static List<Headers.Field> undecided(List<Headers.Field> fields) {
        return fields.stream()
                .map(field -> new Headers.Field(field.name().toLowerCase(Locale.ROOT), field.value()))
                .filter(field -> !DECIDED.contains(field.name()))
                .toList();
    }
}
