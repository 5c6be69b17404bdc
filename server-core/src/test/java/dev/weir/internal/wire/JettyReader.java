package dev.weir.internal.wire;

import dev.weir.http.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.ComplianceViolation;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** What Jetty's parser makes of octets. */
public final class JettyReader {

    /**
     * A message as Jetty reads it.
     *
     * @param startLine its three parts
     * @param fields names in lower case
     * @param used octets that it took
     * @param faults why it is refused, and what Jetty would rather not have let pass; empty if all is well
     */
    public record Read(
            List<String> startLine,
            List<Headers.Field> fields,
            String content,
            List<Headers.Field> trailers,
            int used,
            boolean isComplete,
            List<String> faults) {}

    private JettyReader() {}

    /** Reads one request. */
    public static Read request(Octets octets) {
        Collector collector = new Collector();
        HttpParser parser = new HttpParser((HttpParser.RequestHandler) collector, -1, HttpCompliance.RFC9110);
        // Else a value that Jetty knows, such as "CHUNKED", comes out in the case in which Jetty knows it.
        parser.setHeaderCacheCaseSensitive(true);
        return collector.readAll(parser, ByteBuffer.wrap(octets.bytes()));
    }

    /** Reads one final response and the interim ones before it; the last one counts. */
    public static Read response(Octets octets, boolean isAnswerToHead, boolean isEndOfConnection) {
        Collector collector = new Collector();
        HttpParser parser = new HttpParser((HttpParser.ResponseHandler) collector, -1, HttpCompliance.RFC9110);
        parser.setHeadResponse(isAnswerToHead);
        ByteBuffer in = ByteBuffer.wrap(octets.bytes());
        Read read = collector.readAll(parser, in);
        if (isEndOfConnection && !read.isComplete()) {
            parser.atEOF();
            read = collector.readAll(parser, in);
        }
        return read;
    }

    /** Notes what the parser calls. */
    private static final class Collector implements HttpParser.RequestHandler, HttpParser.ResponseHandler {

        private final List<Headers.Field> fields = new ArrayList<>();
        private final List<Headers.Field> trailers = new ArrayList<>();
        private final List<String> faults = new ArrayList<>();
        private final StringBuilder content = new StringBuilder();
        private List<String> startLine = List.of();
        private boolean isComplete;

        Read readAll(HttpParser parser, ByteBuffer in) {
            int before = -1;
            // With nothing left it is called once more: to see the end of the connection.
            while (!isComplete && faults.isEmpty() && before != in.position()) {
                before = in.position();
                parser.parseNext(in);
            }
            return new Read(
                    startLine,
                    List.copyOf(fields),
                    content.toString(),
                    List.copyOf(trailers),
                    in.position(),
                    isComplete,
                    List.copyOf(faults));
        }

        @Override
        public void startRequest(String method, String target, HttpVersion version) {
            startLine = List.of(method, target, version.asString());
        }

        @Override
        public void startResponse(HttpVersion version, int status, String reason) {
            startLine = List.of(version.asString(), Integer.toString(status), reason == null ? "" : reason);
        }

        @Override
        public void parsedHeader(HttpField field) {
            fields.add(copy(field));
        }

        @Override
        public void parsedTrailer(HttpField field) {
            trailers.add(copy(field));
        }

        private static Headers.Field copy(HttpField field) {
            // Names are the same in any case (RFC 9110 section 5.1), and Jetty spells those it knows its own way.
            return new Headers.Field(field.getLowerCaseName(), field.getValue() == null ? "" : field.getValue());
        }

        @Override
        public boolean content(ByteBuffer octets) {
            content.append(StandardCharsets.ISO_8859_1.decode(octets));
            return false;
        }

        @Override
        public boolean headerComplete() {
            return false;
        }

        @Override
        public boolean contentComplete() {
            return false;
        }

        @Override
        public boolean messageComplete() {
            isComplete = true;
            return true;
        }

        @Override
        public void earlyEOF() {
            faults.add("early end");
        }

        @Override
        public void badMessage(HttpException failure) {
            faults.add(failure.getCode() + " " + failure.getReason());
        }

        @Override
        public void onViolation(ComplianceViolation.Event event) {
            // These two tell that the case of a name was left as it was, which is as it should be.
            if (event.violation() != HttpCompliance.Violation.CASE_INSENSITIVE_METHOD
                    && event.violation() != HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME) {
                faults.add(event.toString());
            }
        }
    }
}
