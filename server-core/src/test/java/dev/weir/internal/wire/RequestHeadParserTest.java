package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;
import dev.weir.http.Method;
import dev.weir.http.RequestTarget;
import dev.weir.internal.wire.FeedModes.Reader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadParserTest {

    private static final String HOST = "Host: example.test\r\n";

    /** A head in a form that can be compared. */
    private record Seen(
            Method method,
            RequestTarget target,
            HttpVersion version,
            List<Headers.Field> fields,
            MessageFraming framing) {

        static Seen of(RequestHead head) {
            List<Headers.Field> fields = new ArrayList<>();
            head.headers().forEach(fields::add);
            return new Seen(head.method(), head.target(), head.version(), fields, head.framing());
        }
    }

    private static final class HeadReader implements Reader<Seen> {

        private final RequestHeadParser parser;

        HeadReader(Limits limits) {
            parser = new RequestHeadParser(limits);
        }

        @Override
        public boolean read(ByteBuffer in) throws ProtocolException {
            return parser.parse(in);
        }

        @Override
        public Seen result() {
            return Seen.of(parser.head());
        }
    }

    private static Seen accept(String message) throws ProtocolException {
        return accept(Limits.defaults(), message);
    }

    private static Seen accept(Limits limits, String message) throws ProtocolException {
        return FeedModes.accept(() -> new HeadReader(limits), message);
    }

    private static void refuse(Violation violation, Limits limits, String start) {
        FeedModes.refuse(violation, () -> new HeadReader(limits), start);
    }

    private static String field(String line) {
        return "POST / HTTP/1.1\r\n" + HOST + line + "\r\n\r\n";
    }

    // What is accepted

    @Test
    void readsAllPartsOfAHead() throws ProtocolException {
        Seen seen = accept("POST /a%20b?x=1 HTTP/1.1\r\nHost: example.test\r\nContent-Length: 12\r\nA: b c\r\n\r\n");
        assertEquals(
                new Seen(
                        Method.POST,
                        RequestTarget.origin("/a%20b?x=1"),
                        HttpVersion.HTTP_1_1,
                        List.of(
                                new Headers.Field("Host", "example.test"),
                                new Headers.Field("Content-Length", "12"),
                                new Headers.Field("A", "b c")),
                        new MessageFraming(MessageFraming.Kind.FIXED, 12)),
                seen);
    }

    @Test
    void acceptsOneEmptyLineBeforeTheRequestLine() throws ProtocolException {
        assertEquals(
                Method.GET, accept("\r\nGET / HTTP/1.1\r\n" + HOST + "\r\n").method());
    }

    @Test
    void keepsTheCaseOfAMethod() throws ProtocolException {
        assertEquals(
                "get", accept("get / HTTP/1.1\r\n" + HOST + "\r\n").method().name());
    }

    @Test
    void acceptsEveryTokenCharacterInAMethod() throws ProtocolException {
        String token = "!#$%&'*+-.^_`|~0aZ";
        assertEquals(
                token,
                accept(token + " / HTTP/1.1\r\n" + HOST + "\r\n").method().name());
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.0, HTTP_1_0", "HTTP/1.1, HTTP_1_1", "HTTP/1.2, HTTP_1_1", "HTTP/1.9, HTTP_1_1"})
    void countsHigherMinorVersionsAsOurs(String text, HttpVersion version) throws ProtocolException {
        assertEquals(version, accept("GET / " + text + "\r\n" + HOST + "\r\n").version());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "GET, /, ORIGIN, /",
                "GET, //, ORIGIN, //",
                "GET, /?, ORIGIN, /",
                "GET, /a?b?c/d, ORIGIN, /a",
                "GET, /a;b=c/~!$&'()*+=:@-._, ORIGIN, /a;b=c/~!$&'()*+=:@-._",
                "GET, /[a]|b?{x}^`\\, ORIGIN, /[a]|b",
                "OPTIONS, *, ASTERISK, *",
                "OPTIONS, /*, ORIGIN, /*",
                "GET, http://example.test, ABSOLUTE, /",
                "GET, HTTPS://EXAMPLE.test:443/a, ABSOLUTE, /a",
                "GET, http://example.test?x, ABSOLUTE, /",
                "OPTIONS, http://example.test/, ABSOLUTE, /",
                "OPTIONS, http://example.test?, ABSOLUTE, /",
                "OPTIONS, http://example.test, ASTERISK, *",
                "CONNECT, example.test:443, AUTHORITY, \"\"",
            })
    void readsTheFormsOfATarget(String method, String target, RequestTarget.Form form, String path)
            throws ProtocolException {
        RequestTarget read = accept(method + " " + target + " HTTP/1.1\r\n"
                        + (form == RequestTarget.Form.AUTHORITY ? "Host: example.test:443\r\n" : HOST) + "\r\n")
                .target();
        assertEquals(form + " " + path, read.form() + " " + read.path());
    }

    @Test
    void takesTheAuthorityFromAnAbsoluteTarget() throws ProtocolException {
        RequestTarget target = accept("GET http://[::1]:8080/a HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n")
                .target();
        assertEquals(Optional.of("[::1]:8080"), target.authority());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a:80",
                "a:",
                "a:65535",
                "a.b-c_d~",
                "%41",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:80",
                "[2001:db8::192.0.2.1]:"
            })
    void acceptsWellFormedHosts(String host) throws ProtocolException {
        assertEquals(
                host,
                accept("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                        .fields()
                        .get(0)
                        .value());
    }

    @Test
    void acceptsHttp10WithoutHost() throws ProtocolException {
        assertEquals(List.of(), accept("GET / HTTP/1.0\r\n\r\n").fields());
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.test/, a.test",
        "http://a.test/, A.TEST",
        "http://a.test:80/, a.test",
        "http://a.test/, a.test:80",
        "http://a.test:/, a.test",
        "https://a.test/, a.test:443",
        "http://a.test:8080/, a.test:8080"
    })
    void acceptsTheHostThatTheTargetNames(String target, String host) throws ProtocolException {
        assertEquals(
                target,
                accept("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                        .target()
                        .toString());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "A:b, b",
                "A: b, b",
                "\"A: \tb \t\", b",
                "A:, \"\"",
                "\"A:   \", \"\"",
                "A: b  c, b  c",
                "A: : , :",
                "A: \u0080\u00ff, \u0080\u00ff",
                "!#$%&'*+-.^_`|~0aZ: x, x"
            })
    void takesWhitespaceOffAValue(String line, String value) throws ProtocolException {
        assertEquals(value, accept(field(line)).fields().get(1).value());
    }

    @Test
    void acceptsTabsInAValue() throws ProtocolException {
        assertEquals("b\tc", accept(field("A: b\tc")).fields().get(1).value());
    }

    @Test
    void readsMoreLinesThanItFirstHasPlaceFor() throws ProtocolException {
        StringBuilder lines = new StringBuilder("GET / HTTP/1.1\r\n" + HOST);
        for (int i = 1; i < 100; i++) {
            lines.append("N").append(i).append(": ").append(i).append("\r\n");
        }
        assertEquals("99", accept(lines + "\r\n").fields().get(99).value());
    }

    @Test
    void findsValuesByNameInAnyCase() throws ProtocolException {
        RequestHeadParser parser = new RequestHeadParser(Limits.defaults());
        parser.parse(ByteBuffer.wrap(FeedModes.octets("GET / HTTP/1.1\r\n" + HOST + "X-A: 1\r\nx-a: 2\r\n\r\n")));
        assertEquals(List.of("1", "2"), parser.head().headers().all("x-A"));
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 0, NONE, 0",
        "Content-Length: 5, FIXED, 5",
        "Content-Length: 005, FIXED, 5",
        "Content-Length: 9223372036854775807, FIXED, 9223372036854775807",
        "Transfer-Encoding: chunked, CHUNKED, 0",
        "transfer-encoding: CHUNKED, CHUNKED, 0",
        "X: y, NONE, 0"
    })
    void tellsWhereContentEnds(String line, MessageFraming.Kind kind, long length) throws ProtocolException {
        assertEquals(new MessageFraming(kind, length), accept(field(line)).framing());
    }

    @Test
    void readsOneHeadAfterTheOther() throws ProtocolException {
        RequestHeadParser parser = new RequestHeadParser(Limits.defaults());
        ByteBuffer in = ByteBuffer.wrap(FeedModes.octets(
                "GET /first HTTP/1.1\r\n" + HOST + "A: b\r\n\r\n" + "HEAD /second?x HTTP/1.0\r\n\r\n"));
        parser.parse(in);
        parser.parse(in);
        assertEquals(
                new Seen(
                        Method.HEAD,
                        RequestTarget.origin("/second?x"),
                        HttpVersion.HTTP_1_0,
                        List.of(),
                        new MessageFraming(MessageFraming.Kind.NONE, 0)),
                Seen.of(parser.head()));
    }

    @Test
    void hasNotStartedWithAnEmptyLine() throws ProtocolException {
        assertFalse(afterOctets("\r\n").hasStarted());
    }

    @Test
    void hasStartedWithTheFirstOctetOfAMethod() throws ProtocolException {
        assertTrue(afterOctets("G").hasStarted());
    }

    @Test
    void hasStartedUntilTheLastOctetOfTheHead() throws ProtocolException {
        assertTrue(afterOctets("GET / HTTP/1.1\r\n" + HOST + "\r").hasStarted());
    }

    @Test
    void hasNotStartedBehindACompleteHead() throws ProtocolException {
        assertFalse(afterOctets("GET / HTTP/1.1\r\n" + HOST + "\r\n").hasStarted());
    }

    @Test
    void tellsTheMethodOnceTheRequestLineIsThere() throws ProtocolException {
        assertEquals(Method.HEAD, afterOctets("HEAD / HTTP/1.1\r\n").method());
    }

    private static RequestHeadParser afterOctets(String text) throws ProtocolException {
        RequestHeadParser parser = new RequestHeadParser(Limits.defaults());
        parser.parse(ByteBuffer.wrap(FeedModes.octets(text)));
        return parser;
    }

    // Limits: 64 octets of request line, 64 of field section, 3 field lines

    private static final Limits SMALL =
            Limits.defaults().withRequestLine(64).withFieldSection(64).withFieldLines(3);

    @Test
    void acceptsARequestLineOfTheLongestLength() throws ProtocolException {
        String line = "GET /" + "a".repeat(64 - "GET / HTTP/1.1\r\n".length()) + " HTTP/1.1\r\n";
        assertEquals(Method.GET, accept(SMALL, line + HOST + "\r\n").method());
    }

    @Test
    void refusesARequestLineOneOctetTooLong() {
        String line = "GET /" + "a".repeat(65 - "GET / HTTP/1.1\r\n".length()) + " HTTP/1.1\r\n";
        refuse(Violation.TARGET_TOO_LONG, SMALL, line);
    }

    @Test
    void refusesATargetAtTheFirstOctetPastTheLimit() {
        refuse(Violation.TARGET_TOO_LONG, SMALL, "GET /" + "a".repeat(60));
    }

    @Test
    void refusesAMethodAtTheFirstOctetPastTheLimit() {
        refuse(Violation.METHOD_TOO_LONG, SMALL, "M".repeat(65));
    }

    @Test
    void acceptsAFieldSectionOfTheLongestLength() throws ProtocolException {
        String line = "A: " + "b".repeat(64 - HOST.length() - "A: \r\n\r\n".length()) + "\r\n";
        assertEquals(
                2,
                accept(SMALL, "GET / HTTP/1.1\r\n" + HOST + line + "\r\n")
                        .fields()
                        .size());
    }

    @Test
    void refusesAFieldSectionOneOctetTooLong() {
        String line = "A: " + "b".repeat(65 - HOST.length() - "A: \r\n\r\n".length()) + "\r\n";
        refuse(Violation.FIELD_SECTION_TOO_LARGE, SMALL, "GET / HTTP/1.1\r\n" + HOST + line + "\r\n");
    }

    @Test
    void refusesAnEndlessFieldNameAtTheFirstOctetPastTheLimit() {
        refuse(Violation.FIELD_SECTION_TOO_LARGE, SMALL, "GET / HTTP/1.1\r\n" + "a".repeat(65));
    }

    @Test
    void acceptsTheMostFieldLines() throws ProtocolException {
        assertEquals(
                3,
                accept(SMALL, "GET / HTTP/1.1\r\n" + HOST + "A: b\r\nA: b\r\n\r\n")
                        .fields()
                        .size());
    }

    @Test
    void refusesAFieldLineTooManyAtItsFirstOctet() {
        refuse(Violation.TOO_MANY_FIELD_LINES, SMALL, "GET / HTTP/1.1\r\n" + HOST + "A: b\r\nA: b\r\nA");
    }

    @Test
    void theRequestLineDoesNotCountForTheFieldSection() throws ProtocolException {
        String line = "GET /" + "a".repeat(40) + " HTTP/1.1\r\n";
        assertEquals(1, accept(SMALL, line + HOST + "\r\n").fields().size());
    }

    // What is refused, up to the first octet that proves it

    static List<Refusal> refusals() {
        List<Refusal> table = new ArrayList<>();
        requestLines(table);
        targets(table);
        hosts(table);
        fieldLines(table);
        framing(table);
        return table;
    }

    private static void add(List<Refusal> table, Violation violation, String... starts) {
        for (String start : starts) {
            table.add(new Refusal(violation, start));
        }
    }

    private static void requestLines(List<Refusal> table) {
        add(table, Violation.BARE_LF, "\n", "\r\n\n", "GET / HTTP/1.1\n", "GET / HTTP/1\n");
        add(table, Violation.BARE_CR, "\rG", "\r\r", "GET / HTTP/1.1\rH", "GET / HTTP/1.1\r\r");
        add(table, Violation.MALFORMED_METHOD, " ", "\r\n\r", "GET\r", "GET\n", "GET\t", "G(", "G\0", "G\u00e9", "{");
        add(table, Violation.MALFORMED_REQUEST_LINE, "GET  ", "GET /\r", "GET /\n", "GET \r", "GET /?a\r");
        add(
                table,
                Violation.MALFORMED_VERSION,
                "GET / \r",
                "GET /  ",
                "GET / h",
                "GET / HTTP ",
                "GET / HTTP/x",
                "GET / HTTP/1,",
                "GET / HTTP/1.x",
                "GET / HTTP/1.\r",
                "GET / HTTP/1.10",
                "GET / HTTP/11",
                "GET / HTTP/1.1 ",
                "GET / HTTP/1.1\t",
                "GET /a b");
        add(
                table,
                Violation.UNSUPPORTED_VERSION,
                "GET / HTTP/0.9\r\n",
                "GET / HTTP/2.0\r\n",
                "GET / HTTP/3.1\r\n",
                "PRI * HTTP/2.0\r\n");
        add(table, Violation.METHOD_TOO_LONG, "M".repeat(257));
        add(table, Violation.TARGET_TOO_LONG, "GET /" + "a".repeat(252));
    }

    private static void targets(List<Refusal> table) {
        add(
                table,
                Violation.MALFORMED_TARGET,
                "GET \t",
                "GET /\t",
                "GET /a#",
                "GET /a?b#",
                "GET /\"",
                "GET /<",
                "GET /\\",
                "GET /\0",
                "GET /\u007f",
                "GET /\u00e9",
                "GET /?\u00e9");
        for (String line : new String[] {
            "GET a",
            "GET *",
            "GET example.test:80",
            "GET ftp://example.test/",
            "GET http:/example.test/",
            "GET http://",
            "GET http:///a",
            "GET http://:80/",
            "GET http://user@example.test/",
            "GET http://example.test:x/",
            "GET http://[::1/",
            "OPTIONS **",
            "CONNECT /",
            "CONNECT *",
            "CONNECT example.test",
            "CONNECT example.test:",
            "CONNECT :443",
            "CONNECT http://example.test:443",
            "CONNECT example.test:65536"
        }) {
            add(table, Violation.MALFORMED_TARGET, line + " HTTP/1.1\r\n" + HOST + "\r\n");
        }
    }

    private static void hosts(List<Refusal> table) {
        String get = "GET / HTTP/1.1\r\n";
        add(table, Violation.MISSING_HOST, get + "\r\n", get + "A: b\r\n\r\n", get + "Hosts: a\r\n\r\n");
        add(table, Violation.MISSING_HOST, "GET http://a.test/ HTTP/1.1\r\n\r\n");
        add(
                table,
                Violation.REPEATED_HOST,
                get + HOST + HOST + "\r\n",
                get + "HOST: a\r\nhost: b\r\n\r\n",
                "GET / HTTP/1.0\r\n" + HOST + HOST + "\r\n");
        for (String host : new String[] {
            "a b",
            "a,b",
            "a/b",
            "a@b",
            "a:b",
            "a:-1",
            "a:65536",
            "a:80:80",
            "[::1",
            "[::1]a",
            "[]",
            "::1",
            "%4",
            "%zz",
            "a?b",
            "a#b",
            "a\\b",
            "<a>",
            "\u00e9",
            "http://a",
            "[fe80::1%25eth0]",
            "[v1.a]"
        }) {
            add(table, Violation.MALFORMED_HOST, get + "Host: " + host + "\r\n\r\n");
        }
        add(table, Violation.MALFORMED_HOST, "GET / HTTP/1.0\r\nHost: a b\r\n\r\n");
        for (String host : new String[] {"b.test", "", "a.test:81", "a.test.", "xa.test"}) {
            add(table, Violation.CONFLICTING_HOST, "GET http://a.test/ HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        }
        add(table, Violation.CONFLICTING_HOST, "GET http://a.test:443/ HTTP/1.1\r\nHost: a.test\r\n\r\n");
        add(table, Violation.CONFLICTING_HOST, "GET https://a.test:80/ HTTP/1.1\r\nHost: a.test\r\n\r\n");
        add(table, Violation.CONFLICTING_HOST, "GET http://a.test/ HTTP/1.0\r\nHost: b.test\r\n\r\n");
    }

    private static void fieldLines(List<Refusal> table) {
        String start = "GET / HTTP/1.1\r\n";
        add(table, Violation.WHITESPACE_BEFORE_FIRST_FIELD, start + " ", start + "\t");
        add(table, Violation.OBSOLETE_LINE_FOLDING, start + HOST + " ", start + HOST + "\t");
        add(table, Violation.WHITESPACE_BEFORE_COLON, start + "Host ", start + "Host\t");
        add(
                table,
                Violation.MALFORMED_FIELD_NAME,
                start + ":",
                start + "Host\r",
                start + "a/",
                start + "a\0",
                start + "\u00e9",
                start + "a(",
                start + "\"");
        add(
                table,
                Violation.MALFORMED_FIELD_VALUE,
                start + "A: \0",
                start + "A:b\u0001",
                start + "A: b\u007f",
                start + "A: b\u000b",
                start + "A: b\u001b");
        add(table, Violation.BARE_LF, start + "A\n", start + "A:\n", start + "A: b\n", start + HOST + "\n");
        add(table, Violation.BARE_CR, start + "A: b\rc", start + "A: b\r\r", start + HOST + "\rA", start + "A:\r ");
        add(table, Violation.FIELD_SECTION_TOO_LARGE, start + HOST + "A: " + "b".repeat(1024 - HOST.length() - 2));
        add(table, Violation.TOO_MANY_FIELD_LINES, start + "A: b\r\n".repeat(100) + "A");
    }

    private static void framing(List<Refusal> table) {
        for (String length : new String[] {
            "",
            "+1",
            "-1",
            "1 2",
            "1,1",
            "1, 1",
            "0x10",
            "1.0",
            "1e3",
            "\u00b2",
            "9223372036854775808",
            "1".repeat(100),
            "a"
        }) {
            add(table, Violation.MALFORMED_CONTENT_LENGTH, field("Content-Length: " + length));
        }
        add(
                table,
                Violation.REPEATED_CONTENT_LENGTH,
                field("Content-Length: 1\r\nContent-Length: 1"),
                field("Content-Length: 1\r\ncontent-length: 2"));
        add(
                table,
                Violation.CONTENT_LENGTH_WITH_TRANSFER_ENCODING,
                field("Content-Length: 1\r\nTransfer-Encoding: chunked"),
                field("Transfer-Encoding: chunked\r\nContent-Length: 0"),
                field("Transfer-Encoding: chunked\r\nContent-Length: x"));
        for (String coding : new String[] {
            "",
            "identity",
            "gzip",
            "chunked, gzip",
            "chunked, chunked",
            "chunked,",
            ",chunked",
            "chunked;q=1",
            "xchunked",
            "\"chunked\"",
            "chunked x"
        }) {
            add(table, Violation.MALFORMED_TRANSFER_ENCODING, field("Transfer-Encoding: " + coding));
        }
        add(
                table,
                Violation.MALFORMED_TRANSFER_ENCODING,
                field("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
                field("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"),
                field("Transfer-Encoding: chunked\r\nTransfer-Encoding:"));
        add(
                table,
                Violation.UNSUPPORTED_TRANSFER_CODING,
                field("Transfer-Encoding: gzip, chunked"),
                field("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked"));
        add(
                table,
                Violation.TRANSFER_ENCODING_IN_HTTP_1_0,
                "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAtTheFirstOctetThatProvesIt(Refusal refusal) {
        refuse(refusal.violation(), Limits.defaults().withRequestLine(256).withFieldSection(1024), refusal.start());
    }
}
