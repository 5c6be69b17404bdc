package dev.weir.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weir.http.Method;
import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfProtectionTest {

    private static final CsrfProtection PROTECTION = CsrfProtection.sameOrigin();

    private static Status status(CsrfProtection protection, Request request) throws Exception {
        return protection.around(same -> Response.text("done")).handle(request).status();
    }

    private static Request post(String site, String origin) {
        Request request = Request.of(Method.POST, "/x").withHeader("Host", "app.test");
        Request withSite = site == null ? request : request.withHeader("Sec-Fetch-Site", site);
        return origin == null ? withSite : withSite.withHeader("Origin", origin);
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin,,200",
        "same-origin,http://app.test,200",
        "same-origin,http://other.test,200",
        "none,,200",
        "same-site,,403",
        "same-site,http://app.test,403",
        "cross-site,,403",
        "cross-site,http://app.test,403",
        "cross-site,null,403",
        "'',,403",
        "anything,,403",
        "Same-Origin,,403",
        "'same-origin, cross-site',,403",
        ",,200",
        ",http://app.test,200",
        ",https://app.test,200",
        ",http://APP.test,200",
        ",http://app.test:80,200",
        ",http://app.test:81,403",
        ",http://other.test,403",
        ",http://sub.app.test,403",
        ",http://app.test.other.test,403",
        ",http://other.test@app.test,403",
        ",http://app.test/,403",
        ",app.test,403",
        ",null,403",
        ",'',403"
    })
    void judgesByWhatTheBrowserSays(String site, String origin, int status) throws Exception {
        assertEquals(Status.of(status), status(PROTECTION, post(site, origin)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE"})
    void letsSafeMethodsPass(String method) throws Exception {
        Request request = post("cross-site", "http://other.test").withMethod(Method.of(method));
        assertEquals(Status.OK, status(PROTECTION, request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "get", "PROPFIND"})
    void judgesAllOthers(String method) throws Exception {
        Request request = post("cross-site", null).withMethod(Method.of(method));
        assertEquals(Status.FORBIDDEN, status(PROTECTION, request));
    }

    @Test
    void judgesWhatWantsToBecomeAnotherProtocol() throws Exception {
        Request request = post(null, "http://other.test").withMethod(Method.GET).withHeader("Upgrade", "websocket");
        assertEquals(Status.FORBIDDEN, status(PROTECTION, request));
        assertEquals(Status.OK, status(PROTECTION, request.withHeader("Origin", "http://app.test")));
    }

    @Test
    void refusesFieldsThatAreRepeated() throws Exception {
        Request sites = post("same-origin", null);
        Request origins = post(null, "http://app.test");
        assertEquals(
                Status.FORBIDDEN,
                status(PROTECTION, sites.withHeaders(sites.headers().plus("Sec-Fetch-Site", "same-origin"))));
        assertEquals(
                Status.FORBIDDEN,
                status(PROTECTION, origins.withHeaders(origins.headers().plus("Origin", "http://app.test"))));
    }

    @Test
    void refusesAPageInTheClearWhereTheConnectionIsSecure() throws Exception {
        InetSocketAddress address = new InetSocketAddress("192.0.2.7", 1);
        Request secure = post(null, "http://app.test").withPeer(new Peer(address, address, true));
        assertEquals(Status.FORBIDDEN, status(PROTECTION, secure));
        assertEquals(Status.OK, status(PROTECTION, secure.withHeader("Origin", "https://app.test")));
    }

    @Test
    void refusesAnOriginWhereNoHostIsKnown() throws Exception {
        Request request = Request.of(Method.POST, "/x").withHeader("Origin", "http://app.test");
        assertEquals(Status.FORBIDDEN, status(PROTECTION, request));
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site,https://sso.test,200",
        ",https://sso.test,200",
        "cross-site,http://sso.test,403",
        "cross-site,https://sso.test:8443,403",
        "cross-site,https://other.test,403",
        "cross-site,,403"
    })
    void trustsOtherOriginsByName(String site, String origin, int status) throws Exception {
        CsrfProtection trusting = PROTECTION.withTrustedOrigins("https://sso.test");
        assertEquals(Status.of(status), status(trusting, post(site, origin)));
    }

    @Test
    void refusesToTrustWhatNoBrowserSends() {
        for (String origin : new String[] {"null", "*", "https://sso.test/", "sso.test"}) {
            assertThrows(IllegalArgumentException.class, () -> PROTECTION.withTrustedOrigins(origin));
        }
    }

    @Test
    void letsPassWhatIsExempt() throws Exception {
        CsrfProtection lenient = PROTECTION
                .except(request -> request.path().equals("/hook"))
                .except(request -> request.headers().contains("X-Signature"));
        Request foreign = post("cross-site", null);
        assertEquals(Status.FORBIDDEN, status(lenient, foreign));
        assertEquals(Status.OK, status(lenient, foreign.withHeader("X-Signature", "1")));
        assertEquals(
                Status.OK,
                status(lenient, Request.of(Method.POST, "/hook").withHeader("Sec-Fetch-Site", "cross-site")));
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin,http://app.test,200",
        "same-origin,http://other.test,403",
        "none,null,403",
        "same-origin,,200",
        "cross-site,http://app.test,403",
        ",http://other.test,403"
    })
    void canCompareTheOriginAlways(String site, String origin, int status) throws Exception {
        assertEquals(Status.of(status), status(PROTECTION.comparingOriginAlways(), post(site, origin)));
    }

    @Test
    void saysInFixedTextWhy() throws Exception {
        Response response =
                PROTECTION.around(same -> Response.text("done")).handle(post("cross-site", "http://x.test"));
        assertEquals(
                "Pages of other sites must not send this.",
                response.problem().orElseThrow().detail().orElseThrow());
    }
}
