package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.RawClient;
import dev.weir.config.PeerAddresses;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.RequestTarget;
import dev.weir.http.Response;
import dev.weir.http.Upgrade;
import dev.weir.observe.AccessLogFormat;
import dev.weir.observe.ServedRequest;
import dev.weir.observe.ServerObserver;
import dev.weir.proxies.TrustedProxies;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RFC 7239: Forwarded HTTP Extension")
class Rfc7239ForwardedTest extends LiveServer {

    private static final TrustedProxies TRUSTING = TrustedProxies.forwarded(PeerAddresses.loopback());
    private static final TrustedProxies STRICT = TrustedProxies.forwarded(PeerAddresses.of("192.0.2.1"));

    /** Client, scheme and authority, as the application sees them. */
    private static Response seen(Request request) {
        return Response.text(text(request));
    }

    private static String text(Request request) {
        return request.peer().ipAddress().orElse("?") + " "
                + (request.peer().isSecure() ? "https" : "http") + " "
                + request.authority().orElse("?");
    }

    private static HttpServerBuilder trusting(HttpServerBuilder builder) {
        return builder.rewrite(TRUSTING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=\"_gazonk\" | ? http localhost",
                "For=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe:0:0:0:0:17 http localhost",
                "for=192.0.2.60;proto=http;by=203.0.113.43 | 192.0.2.60 http localhost",
                "for=192.0.2.43, for=198.51.100.17 | 198.51.100.17 http localhost",
                "for=198.51.100.17;proto=https;host=example.test | 198.51.100.17 https example.test"
            })
    @DisplayName("4: the examples of the field, as one trusted proxy has left them")
    void readsTheExamples(String field, String seen) throws Exception {
        RawClient client = client(Rfc7239ForwardedTest::seen, Rfc7239ForwardedTest::trusting);
        assertEquals(seen, client.get("/", "Forwarded: " + field).read().content());
    }

    @Test
    @DisplayName("4: several lines are one list, in their order")
    void joinsLines() throws Exception {
        RawClient client = client(Rfc7239ForwardedTest::seen, Rfc7239ForwardedTest::trusting);
        client.get("/", "Forwarded: for=192.0.2.43", "X: y", "forwarded: for=198.51.100.17, for=127.0.0.9");
        assertEquals("198.51.100.17 http localhost", client.read().content());
    }

    @Test
    @DisplayName("5.2: a proxy that tells no client leaves one without address, never its own")
    void knowsNobody() throws Exception {
        RawClient client = client(Rfc7239ForwardedTest::seen, Rfc7239ForwardedTest::trusting);
        assertEquals(
                "? https localhost",
                client.get("/", "Forwarded: proto=https").read().content());
        assertEquals(
                "? http localhost",
                client.get("/", "Forwarded: for=unknown").read().content());
        assertEquals("127.0.0.1 http localhost", client.get("/").read().content());
    }

    @Test
    @DisplayName("8.1: the field of a peer that is not trusted is neither believed nor handed on")
    void doesNotBelieveStrangers() throws Exception {
        HttpServer server = start(
                request -> Response.text(text(request) + " " + request.headers().contains("Forwarded")),
                builder -> builder.rewrite(STRICT));
        RawClient client = connect(server).get("/", "Forwarded: for=192.0.2.43;proto=https;host=forged.test");
        assertEquals("127.0.0.1 http localhost false", client.read().content());
    }

    @Test
    @DisplayName("8.1: a forged element left of the proxy's own changes nothing, whatever is wrong with it")
    void looksNoFurtherThanTheFirstStranger() throws Exception {
        RawClient client = client(Rfc7239ForwardedTest::seen, Rfc7239ForwardedTest::trusting);
        client.get("/", "Forwarded: for=\"127.0.0.1;proto=https, for=198.51.100.17;proto=http");
        assertEquals("198.51.100.17 http localhost", client.read().content());
    }

    @Test
    @DisplayName("observers and access logs see the client, not the proxy")
    void showsTheClientToObservers() throws Exception {
        BlockingQueue<ServedRequest> served = new LinkedBlockingQueue<>();
        ServerObserver observer = new ServerObserver() {
            @Override
            public void responded(ServedRequest one) {
                served.add(one);
            }
        };
        RawClient client =
                client(Rfc7239ForwardedTest::seen, builder -> trusting(builder).observer(observer));
        client.get("/", "Forwarded: for=198.51.100.17").read();
        ServedRequest one = served.poll(10, TimeUnit.SECONDS);
        assertEquals("198.51.100.17 - -", AccessLogFormat.COMMON.line(one).substring(0, 17));
    }

    @Test
    @DisplayName("whatever a rewriting makes of a request, the response is framed for what was received")
    void framesForWhatWasReceived() throws Exception {
        RawClient client = client(
                LiveServer::path,
                builder -> builder.rewrite(
                        request -> request.withMethod(Method.GET).withTarget(RequestTarget.origin("/other"))));
        client.send(RawClient.request("HEAD", "/"));
        assertEquals("6", client.readToHead().field("Content-Length").orElseThrow());
        assertEquals("/other", client.get("/").read().content());
    }

    @Test
    @DisplayName("several rewritings come one after the other")
    void rewritesInOrder() throws Exception {
        RawClient client = client(
                LiveServer::path, builder -> builder.rewrite(rename("/a", "/b")).rewrite(rename("/b", "/c")));
        assertEquals("/c", client.get("/a").read().content());
    }

    private static UnaryOperator<Request> rename(String from, String to) {
        return request -> request.path().equals(from) ? request.withTarget(RequestTarget.origin(to)) : request;
    }

    @Test
    @DisplayName("who takes over the connection sees the client too")
    void showsTheClientToAnotherProtocol() throws Exception {
        Upgrade tell = connection -> connection
                .output()
                .write(connection.peer().ipAddress().orElse("?").getBytes(StandardCharsets.US_ASCII));
        RawClient client = client(request -> Response.upgrade("tell", tell), Rfc7239ForwardedTest::trusting);
        client.get("/", "Forwarded: for=198.51.100.17", "Connection: upgrade", "Upgrade: tell");
        assertEquals(101, client.read().status());
        assertEquals("198.51.100.17", client.readToEnd());
    }
}
