package dev.weir.proxies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.PeerAddresses;
import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;
import dev.weir.http.Method;
import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.RequestTarget;
import dev.weir.http.Response;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final SocketAddress PROXY = new InetSocketAddress("10.0.0.1", 5000);
    private static final SocketAddress STRANGER = new InetSocketAddress("198.51.100.9", 5001);
    private static final SocketAddress LOCAL = new InetSocketAddress("10.0.0.80", 80);
    private static final PeerAddresses PROXIES = PeerAddresses.of("10.0.0.0/8");
    private static final TrustedProxies STANDARD = TrustedProxies.forwarded(PROXIES);
    private static final TrustedProxies X = TrustedProxies.xForwarded(PROXIES);

    private static Request from(SocketAddress peer, String... fieldLines) {
        Headers headers = Headers.of("Host", "inside.test").plusAll(Headers.of(fieldLines));
        return Request.of(
                Method.GET,
                RequestTarget.origin("/x?y=1"),
                HttpVersion.HTTP_1_1,
                headers,
                new Peer(peer, LOCAL, false));
    }

    private static Request through(String forwarded) {
        return STANDARD.apply(from(PROXY, "Forwarded", forwarded));
    }

    private static String client(Request request) {
        InetSocketAddress remote = (InetSocketAddress) request.peer().remote();
        return request.peer().ipAddress().orElse("(" + remote.getHostString() + ")") + " " + remote.getPort();
    }

    @Nested
    class Walk {

        @Test
        void takesTheClientFromTheProxysElement() {
            Request request = through("for=192.0.2.43;proto=https;host=example.test");
            assertEquals("192.0.2.43 0", client(request));
            assertTrue(request.peer().isSecure());
            assertEquals(Optional.of("example.test"), request.authority());
            assertEquals(LOCAL, request.peer().local());
        }

        @Test
        void stopsAtTheFirstHopThatIsNotTrusted() {
            Request request = through("for=203.0.113.1;proto=https;host=forged.test, for=192.0.2.43, for=10.0.0.2");
            assertEquals("192.0.2.43 0", client(request));
            assertEquals(Optional.of("inside.test"), request.authority());
            assertEquals(false, request.peer().isSecure());
        }

        @Test
        void goesThroughTheLinesFromTheLast() {
            Request request = STANDARD.apply(from(
                    PROXY, "Forwarded", "for=203.0.113.1", "Forwarded", "for=192.0.2.43", "Forwarded", "for=10.0.0.2"));
            assertEquals("192.0.2.43 0", client(request));
        }

        @Test
        void takesTheFirstOfAllIfAllAreTrusted() {
            assertEquals("10.0.0.4 0", client(through("for=10.0.0.4, for=10.0.0.3, for=10.0.0.2")));
        }

        @Test
        void takesSchemeAndHostFromTheProxyNextToTheClient() {
            Request request =
                    through("for=192.0.2.43;proto=https;host=example.test, for=10.0.0.2;proto=http;host=b.test");
            assertTrue(request.peer().isSecure());
            assertEquals(Optional.of("example.test"), request.authority());
        }

        @Test
        void takesFromTheNextProxyWhatThatOneDoesNotTell() {
            Request request = through("for=192.0.2.43, for=10.0.0.2;proto=https;host=b.test");
            assertTrue(request.peer().isSecure());
            assertEquals(Optional.of("b.test"), request.authority());
        }

        @Test
        void leavesAProxyThatAddsNothingAsItIs() {
            Request request = from(PROXY);
            assertSame(request, STANDARD.apply(request));
            assertSame(request, X.apply(request));
        }

        @Test
        void leavesARequestOfAStrangerAsItIs() {
            Request request = from(STRANGER);
            assertSame(request, STANDARD.apply(request));
        }

        @Test
        void trustsPeersOnUnixDomainSocketsOnlyWhereAskedFor() {
            Request request = from(UnixDomainSocketAddress.of(""), "Forwarded", "for=192.0.2.43");
            assertEquals(
                    Optional.of("192.0.2.43"),
                    TrustedProxies.forwarded(PeerAddresses.unixSockets())
                            .apply(request)
                            .peer()
                            .ipAddress());
            assertEquals(request.peer(), STANDARD.apply(request).peer());
        }

        @Test
        void isAFilterToo() throws Exception {
            Response response = STANDARD.filter(
                    from(PROXY, "Forwarded", "for=192.0.2.43"), request -> Response.text(client(request)));
            assertEquals(12, response.content().length().orElseThrow());
        }
    }

    @Nested
    class Strangers {

        @Test
        void areNotBelieved() {
            Request request = STANDARD.apply(from(STRANGER, "Forwarded", "for=127.0.0.1;proto=https;host=forged.test"));
            assertEquals("198.51.100.9 5001", client(request));
            assertEquals(false, request.peer().isSecure());
            assertEquals(Optional.of("inside.test"), request.authority());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Forwarded",
                    "forwarded",
                    "X-Forwarded-For",
                    "x-forwarded-proto",
                    "X-Forwarded-Host",
                    "X-Forwarded-Port",
                    "X-Forwarded-Prefix",
                    "X-FORWARDED-CLIENT-CERT"
                })
        void loseTheFieldsThatNobodyMayBelieve(String name) {
            for (TrustedProxies proxies : List.of(STANDARD, X, X.withForwardedHost())) {
                Request request = proxies.apply(from(STRANGER, "A", "1", name, "x", name, "y", "X-Forwarder", "2"));
                assertEquals(
                        Headers.of("Host", "inside.test", "A", "1", "X-Forwarder", "2")
                                .toString(),
                        request.headers().toString());
            }
        }
    }

    @Nested
    class OtherFamily {

        private static final String[] BOTH = {
            "Forwarded", "for=192.0.2.1;proto=https;host=a.test",
            "X-Forwarded-For", "192.0.2.2",
            "X-Forwarded-Proto", "https",
            "X-Forwarded-Host", "b.test",
            "X-Forwarded-Port", "81",
            "X-Forwarded-Prefix", "/p"
        };

        @Test
        void isNeitherReadNorLeftBesideForwarded() {
            Request request = STANDARD.apply(from(PROXY, BOTH));
            assertEquals("192.0.2.1 0", client(request));
            assertEquals(List.of("Host", "Forwarded", "X-Forwarded-Prefix"), names(request));
        }

        @Test
        void isNeitherReadNorLeftBesideXForwarded() {
            Request request = X.apply(from(PROXY, BOTH));
            assertEquals("192.0.2.2 0", client(request));
            assertEquals(Optional.of("inside.test"), request.authority());
            assertEquals(List.of("Host", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Prefix"), names(request));
        }

        @Test
        void cannotBeMixedIn() {
            assertThrows(IllegalStateException.class, STANDARD::withForwardedHost);
        }

        private static List<String> names(Request request) {
            Headers headers = request.headers();
            return java.util.stream.IntStream.range(0, headers.size())
                    .mapToObj(headers::name)
                    .toList();
        }
    }

    @Nested
    class Forwarded {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "for=192.0.2.43 | 192.0.2.43 0",
                    "For=192.0.2.43 | 192.0.2.43 0",
                    "for=\"192.0.2.43:47011\" | 192.0.2.43 47011",
                    "for=\"192.0.2.43:_port\" | 192.0.2.43 0",
                    "for=\"[2001:db8:cafe::17]\" | 2001:db8:cafe:0:0:0:0:17 0",
                    "for=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe:0:0:0:0:17 4711",
                    "for=\"1\\92.0.2.43\" | 192.0.2.43 0",
                    "by=203.0.113.43;for=192.0.2.43;ext=\"a, b;c=\\\"\" | 192.0.2.43 0",
                    ";for=192.0.2.43; | 192.0.2.43 0",
                    "for=203.0.113.1,,for=192.0.2.43, , | 192.0.2.43 0"
                })
        void readsWhatTheGrammarAllows(String field, String client) {
            assertEquals(client, client(through(field)));
        }

        @ParameterizedTest
        @CsvSource({
            "for=unknown,(unknown) 0",
            "for=Unknown,(unknown) 0",
            "for=_hidden,(_hidden) 0",
            "for=\"_SEVKISEK:_4\",(_SEVKISEK) 0",
            "proto=https,(unknown) 0"
        })
        void knowsNoAddressOfAClientThatTheProxyHides(String field, String client) {
            Request request = through(field);
            assertEquals(client, client(request));
            assertEquals(Optional.empty(), request.peer().ipAddress());
        }

        /** The proxy's own address would be worse than none: it may open doors. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "for",
                    "for=",
                    "for=\"",
                    "for=\"192.0.2.43",
                    "for=\"192.0.2.43\\",
                    "for=192.0.2.43:80",
                    "for=[2001:db8::1]",
                    "for=\"2001:db8::1\"",
                    "for=\"[2001:db8::1\"",
                    "for=\"[192.0.2.43]\"",
                    "for=\"[192.0.2.43]:80\"",
                    "for=\"[2001:db8::1]x\"",
                    "for=\"192.0.2.43:\"",
                    "for=\"192.0.2.43:65536\"",
                    "for=\"192.0.2.43:080000\"",
                    "for=\"\"",
                    "for=_",
                    "for=192.0.2.043",
                    "for=example.test",
                    "for=192.0.2.43;for=192.0.2.44",
                    "for=192.0.2.43; proto=https",
                    "for =192.0.2.43",
                    "for= 192.0.2.43",
                    "=192.0.2.43",
                    "for=192.0.2.43 proto=https",
                    "for=192.0.2.43;proto=\"ht tps\"",
                    "for=192.0.2.43;host=\"a b\"",
                    "for=192.0.2.43;host=\"a/b\"",
                    "for=192.0.2.43;host=\"user@a\"",
                    "for=192.0.2.43;host=\"a:\"",
                    "for=192.0.2.43;host=\"[::1\"",
                    "for=\"192.0.2.43\"x",
                    ";"
                })
        void knowsNothingFromAnElementThatIsMalformed(String field) {
            Request request = through(field);
            assertEquals("(unknown) 0", client(request));
            assertEquals(Optional.of("inside.test"), request.authority());
        }

        @ParameterizedTest
        @ValueSource(strings = {"for=\"192.0.2.1", "for=\\\"", "\"", ",", "for=\"a\\\\\\\"b", "for", "=;;=\"\"\""})
        void aClientCannotHideTheProxysElementBehindItsOwn(String forged) {
            assertEquals("192.0.2.43 0", client(through(forged + ", for=192.0.2.43")));
            assertEquals("2001:db8:0:0:0:0:0:1 8", client(through(forged + ",for=\"[2001:db8::1]:8\"")));
        }

        @Test
        void readsALongFieldThroughInGoodTime() {
            String forged = "for=\"\\\\\\\\\",".repeat(3000) + "for=10.0.0.9,".repeat(2000);
            assertEquals("192.0.2.43 0", client(through("for=192.0.2.43," + "for=10.0.0.9,".repeat(2000))));
            assertEquals("(unknown) 0", client(through(forged)));
        }
    }

    @Nested
    class XForwarded {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "192.0.2.43 | 192.0.2.43 0",
                    "203.0.113.1, 192.0.2.43 | 192.0.2.43 0",
                    "203.0.113.1,192.0.2.43,10.0.0.2 | 192.0.2.43 0",
                    "192.0.2.43:8443 | 192.0.2.43 8443",
                    "2001:db8::17 | 2001:db8:0:0:0:0:0:17 0",
                    "[2001:db8::17] | 2001:db8:0:0:0:0:0:17 0",
                    "[2001:db8::17]:8443 | 2001:db8:0:0:0:0:0:17 8443",
                    "unknown | (unknown) 0",
                    "example.test | (unknown) 0",
                    "\"192.0.2.43\" | (unknown) 0",
                    "\", 192.0.2.43 | 192.0.2.43 0"
                })
        void readsTheClient(String field, String client) {
            assertEquals(client, client(X.apply(from(PROXY, "X-Forwarded-For", field))));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "https | true",
                    "HTTPS | true",
                    "wss | true",
                    "http | false",
                    "http, https | true",
                    "https, http | false",
                    "'' | false",
                    "ht/tps | false"
                })
        void takesTheLastScheme(String proto, boolean isSecure) {
            Request request = X.apply(from(PROXY, "X-Forwarded-For", "192.0.2.43", "X-Forwarded-Proto", proto));
            assertEquals(isSecure, request.peer().isSecure());
        }

        @Test
        void knowsNoAddressOfAClientWhoseProxyTellsOnlyTheScheme() {
            Request request = X.apply(from(PROXY, "X-Forwarded-Proto", "https"));
            assertEquals("(unknown) 0", client(request));
            assertTrue(request.peer().isSecure());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "example.test | | http | example.test",
                    "example.test:81 | | http | example.test:81",
                    "example.test | 8443 | https | example.test:8443",
                    "example.test | 443 | https | example.test",
                    "example.test | 80 | https | example.test:80",
                    "example.test | 80 | http | example.test",
                    "example.test:81 | 8443 | https | example.test:81",
                    "forged.test, example.test | 1, 8443 | https | example.test:8443",
                    "[2001:db8::1] | 81 | http | [2001:db8::1]:81",
                    "example.test | x | http | example.test",
                    "a/b | 81 | http | inside.test"
                })
        void takesHostAndPortIfAskedTo(String host, String port, String proto, String authority) {
            Request request =
                    from(PROXY, "X-Forwarded-For", "192.0.2.43", "X-Forwarded-Proto", proto, "X-Forwarded-Host", host);
            Request whole = port == null ? request : request.withHeader("X-Forwarded-Port", port);
            assertEquals(
                    Optional.of(authority), X.withForwardedHost().apply(whole).authority());
            assertEquals(Optional.of("inside.test"), X.apply(whole).authority());
        }
    }

    @Nested
    class Authority {

        @Test
        void goesBeforeThatOfATargetInAbsoluteForm() {
            Request request = from(PROXY, "Forwarded", "for=192.0.2.43;proto=https;host=example.test")
                    .withTarget(RequestTarget.absolute("http://inside.test/x?y=1", "inside.test", "/x?y=1"));
            Request received = STANDARD.apply(request);
            assertEquals(Optional.of("example.test"), received.authority());
            assertEquals("https://example.test/x?y=1", received.target().toString());
            assertEquals("/x", received.path());
            assertEquals(Optional.of("y=1"), received.target().rawQuery());
        }

        @Test
        void goesBeforeThatOfTheWholeServer() {
            Request request = from(PROXY, "Forwarded", "for=192.0.2.43;host=example.test")
                    .withTarget(RequestTarget.wholeServer("http://inside.test", "inside.test"));
            Request received = STANDARD.apply(request);
            assertEquals(Optional.of("example.test"), received.authority());
            assertEquals(RequestTarget.Form.ASTERISK, received.target().form());
        }
    }
}
