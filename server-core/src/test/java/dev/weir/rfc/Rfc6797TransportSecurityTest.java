package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.config.PeerAddresses;
import dev.weir.proxies.TrustedProxies;
import dev.weir.security.SecurityFields;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 6797: HTTP Strict Transport Security")
class Rfc6797TransportSecurityTest extends LiveServer {

    private static final String FIELD = "Strict-Transport-Security";

    private RawClient client(PeerAddresses proxies) throws Exception {
        HttpServer server = start(LiveServer::path, builder -> builder.rewrite(TrustedProxies.xForwarded(proxies))
                .filter(SecurityFields.strict()));
        return connect(server);
    }

    @Test
    @DisplayName("7.2: the field is not sent in the clear")
    void isNotSentInTheClear() throws Exception {
        RawClient.Reply reply = client(PeerAddresses.loopback()).get("/").read();
        assertEquals(Optional.empty(), reply.field(FIELD));
        assertEquals(Optional.of("nosniff"), reply.field("X-Content-Type-Options"));
    }

    @Test
    @DisplayName("7.1: it is sent to a client whose connection is secure, as a trusted proxy says")
    void isSentThroughAProxyThatSaysHttps() throws Exception {
        RawClient client = client(PeerAddresses.loopback());
        client.get("/", "X-Forwarded-For: 192.0.2.7", "X-Forwarded-Proto: https");
        assertEquals(Optional.of("max-age=31536000"), client.read().field(FIELD));
        client.get("/", "X-Forwarded-For: 192.0.2.7", "X-Forwarded-Proto: http");
        assertEquals(Optional.empty(), client.read().field(FIELD));
    }

    @Test
    @DisplayName("7.2: a client that says so itself is not believed")
    void isNotSentToAStrangerWhoSaysHttps() throws Exception {
        RawClient client = client(PeerAddresses.of("192.0.2.1"));
        client.get("/", "X-Forwarded-For: 192.0.2.7", "X-Forwarded-Proto: https");
        assertEquals(Optional.empty(), client.read().field(FIELD));
    }

    @Test
    @DisplayName("errors and refusals of routes have the fields too")
    void isThereForErrors() throws Exception {
        HttpServer server = start(
                request -> {
                    throw new IllegalStateException("x");
                },
                builder -> builder.filter(SecurityFields.strict()));
        RawClient.Reply reply = connect(server).get("/").read();
        assertEquals(500, reply.status());
        assertEquals(Optional.of("no-referrer"), reply.field("Referrer-Policy"));
    }
}
