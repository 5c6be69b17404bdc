package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.config.PeerAddresses;
import dev.weir.proxies.TrustedProxies;
import dev.weir.security.CsrfProtection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Fetch Metadata and RFC 6454: refusing what pages of other sites send")
class FetchMetadataTest extends LiveServer {

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site: same-origin,200",
        "Sec-Fetch-Site: none,200",
        "Sec-Fetch-Site: same-site,403",
        "Sec-Fetch-Site: cross-site,403",
        "Origin: http://localhost,200",
        "Origin: http://evil.example,403",
        "Origin: null,403",
        "X: y,200"
    })
    @DisplayName("2: Sec-Fetch-Site decides; RFC 6454 section 7: Origin where that is missing")
    void judgesByFields(String field, int status) throws Exception {
        HttpServer server = start(LiveServer::echo, builder -> builder.filter(CsrfProtection.sameOrigin()));
        RawClient client = connect(server).send(post("/", "x", field));
        assertEquals(status, client.read().status());
        assertEquals(200, client.get("/", field).read().status());
    }

    @Test
    @DisplayName(
            "RFC 6454 section 7: behind a trusted proxy Origin is compared with the host that the client asked for")
    void comparesWithTheHostThatTheClientAskedFor() throws Exception {
        TrustedProxies proxies = TrustedProxies.forwarded(PeerAddresses.loopback());
        HttpServer server =
                start(LiveServer::echo, builder -> builder.rewrite(proxies).filter(CsrfProtection.sameOrigin()));
        String forwarded = "Forwarded: for=192.0.2.7;proto=https;host=app.example";
        RawClient client = connect(server);
        assertEquals(200, status(client, forwarded, "Origin: https://app.example"));
        assertEquals(403, status(client, forwarded, "Origin: http://app.example"));
        assertEquals(403, status(client, forwarded, "Origin: https://localhost"));
    }

    private static int status(RawClient client, String... fieldLines) throws Exception {
        return client.send(post("/", "x", fieldLines)).read().status();
    }
}
