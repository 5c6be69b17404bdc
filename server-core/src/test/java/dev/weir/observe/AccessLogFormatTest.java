package dev.weir.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.Status;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AccessLogFormatTest {

    private static final InetSocketAddress CLIENT = new InetSocketAddress("192.0.2.7", 5000);

    private static ServedRequest served(Request request) {
        return new ServedRequest(
                request.withPeer(new Peer(CLIENT, CLIENT, false)),
                Status.OK,
                1234,
                Instant.parse("2026-01-02T10:20:30Z"),
                Duration.ofNanos(1_500_000),
                true);
    }

    @Test
    void commonHasPeerTimeRequestLineStatusAndOctets() {
        assertEquals(
                "192.0.2.7 - - [02/Jan/2026:10:20:30 +0000] \"GET /x?y=1 HTTP/1.1\" 200 1234",
                AccessLogFormat.COMMON.line(served(Request.get("/x?y=1"))));
    }

    @Test
    void combinedHasRefererAndUserAgentBehindIt() {
        Request request = Request.get("/").withHeader("User-Agent", "curl/8 \"x\"");
        assertEquals(
                "192.0.2.7 - - [02/Jan/2026:10:20:30 +0000] \"GET / HTTP/1.1\" 200 1234 \"-\" \"curl/8 \\\"x\\\"\"",
                AccessLogFormat.COMBINED.line(served(request)));
    }

    @Test
    void jsonIsOneObject() {
        assertEquals(
                "{\"time\":\"2026-01-02T10:20:30Z\",\"peer\":\"192.0.2.7\",\"method\":\"GET\",\"target\":\"/\","
                        + "\"version\":\"HTTP/1.1\",\"status\":200,\"octets\":1234,\"microseconds\":1500,"
                        + "\"complete\":true,\"userAgent\":\"\"}",
                AccessLogFormat.JSON.line(served(Request.get("/"))));
    }

    @ParameterizedTest
    @EnumSource
    void noFormatLetsAClientStartALine(AccessLogFormat format) {
        Request request = Request.get("/\u0085\u2028\r\nforged").withHeader("User-Agent", "a\u0085b\tc");
        assertFalse(format.line(served(request)).chars().anyMatch(c -> c < ' ' || c >= 0x7f));
    }
}
