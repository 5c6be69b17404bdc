package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.config.Limits;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 7: Routing HTTP Messages")
class Rfc9110Section07RoutingTest extends LiveServer {

    private static Response shout(Request request) {
        return Response.upgrade("shout", connection -> {
            for (int octet = connection.input().read();
                    octet >= 0;
                    octet = connection.input().read()) {
                connection.output().write(Character.toUpperCase(octet));
            }
        });
    }

    @Test
    @DisplayName("7.2: Host reaches the application as sent, and is the authority")
    void tellsTheHost() throws Exception {
        RawClient client = client(request -> Response.text(request.header("Host")
                        .orElse("none") + " " + request.authority().orElse("none")));
        client.send("GET / HTTP/1.1\r\nHost:  Example.TEST:8080\t\r\n\r\n");
        assertEquals("Example.TEST:8080 Example.TEST:8080", client.read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1", "GET http://a.test/ HTTP/1.1", "GET / HTTP/1.0"})
    @DisplayName("7.2: two Hosts are answered with 400, whatever the target says")
    void refusesTwoHosts(String line) throws Exception {
        assertRefused(400, line + "\r\nHost: a.test\r\nHost: a.test\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/", "HTTPS://localhost/", "https://localhost:443/a?b"})
    @DisplayName("7.4: an https target over a connection that is not secured is answered with 421")
    void refusesAnHttpsTargetInTheClear(String target) throws Exception {
        RawClient client = client(LiveServer::path).get(target);
        assertEquals(421, client.read().status());
        assertTrue(client.isClosed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "Content-Length",
                "X-Name",
                "Cookie, Authorization",
                "Transfer-Encoding",
                "Connection",
                "X-None"
            })
    @DisplayName("7.6.1: a field that Connection lists still counts, for this server is the other end")
    void keepsListedFields(String option) throws Exception {
        RawClient client = client(request -> Response.text(request.header("Host")
                        .orElse("none") + " " + request.header("X-Name").orElse("none") + " "
                + request.content().text()));
        client.send(post("/", "abc", "X-Name: a", "Cookie: b=c", "Connection: " + option));
        assertEquals("localhost a abc", client.read().content());
        client.send(RawClient.request("POST", "/", "Connection: " + option, "Transfer-Encoding: chunked")
                + "3\r\nabc\r\n0\r\n\r\n");
        assertEquals("localhost none abc", client.read().content());
    }

    @Test
    @DisplayName("7.6.1: the last response tells that the connection closes")
    void tellsTheClose() throws Exception {
        HttpServer server = start(LiveServer::path, builder -> builder);
        assertEquals(
                Optional.of("close"),
                connect(server).get("/", "Connection: close").read().field("Connection"));
        assertEquals(
                Optional.of("close"),
                connect(server).send("GET / HTTP/1.0\r\n\r\n").read().field("Connection"));
        assertEquals(Optional.of("close"), connect(server).send("?\r\n").read().field("Connection"));
    }

    @Test
    @DisplayName("7.8: after 101 octets go both ways, those behind the request included")
    void speaksTheNewProtocol() throws Exception {
        RawClient client = client(Rfc9110Section07RoutingTest::shout);
        client.send(RawClient.request("GET", "/", "Connection: Upgrade", "Upgrade: shout") + "ab");
        RawClient.Reply reply = client.read();
        assertEquals(101, reply.status());
        assertEquals(Optional.of("shout"), reply.field("Upgrade"));
        assertEquals("upgrade", reply.field("Connection").orElseThrow().toLowerCase(java.util.Locale.ROOT));
        assertEquals("AB", client.readOctets(2));
        assertEquals("CD", client.send("cd").readOctets(2));
        client.endOutput();
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("7.8: content that nobody read is not taken for the new protocol")
    void skipsContentBeforeTheNewProtocol() throws Exception {
        RawClient client = client(Rfc9110Section07RoutingTest::shout)
                .send(post("/", "abc", "Connection: Upgrade", "Upgrade: shout") + "xy");
        assertEquals(101, client.read().status());
        assertEquals("XY", client.readOctets(2));
        RawClient chunked = client(Rfc9110Section07RoutingTest::shout)
                .send(RawClient.request(
                                "POST", "/", "Connection: Upgrade", "Upgrade: shout", "Transfer-Encoding: chunked")
                        + "3\r\nabc\r\n0\r\n\r\nxy");
        assertEquals(101, chunked.read().status());
        assertEquals("XY", chunked.readOctets(2));
    }

    @Test
    @DisplayName("7.8: where the client waits for it, 100 goes ahead of 101")
    void sends100Before101() throws Exception {
        RawClient client = client(Rfc9110Section07RoutingTest::shout)
                .send(RawClient.request(
                        "POST",
                        "/",
                        "Connection: Upgrade",
                        "Upgrade: shout",
                        "Content-Length: 3",
                        "Expect: 100-continue"));
        assertEquals(100, client.read().status());
        assertEquals(101, client.send("abcxy").read().status());
        assertEquals("XY", client.readOctets(2));
    }

    @Test
    @DisplayName("7.8: malformed or long content before the new protocol is refused instead")
    void refusesBadContentBeforeTheNewProtocol() throws Exception {
        String[] lines = {"Connection: Upgrade", "Upgrade: shout", "Transfer-Encoding: chunked"};
        RawClient malformed = client(Rfc9110Section07RoutingTest::shout)
                .send(RawClient.request("POST", "/", lines) + "3\r\nabcd\r\n0\r\n\r\n");
        assertEquals(400, malformed.read().status());
        assertTrue(malformed.isClosed());
        RawClient tooLong = client(
                        Rfc9110Section07RoutingTest::shout,
                        builder -> builder.limits(Limits.defaults().withDrain(1000)))
                .send(RawClient.request("POST", "/", "Connection: Upgrade", "Upgrade: shout", "Content-Length: 1001"));
        assertEquals(413, tooLong.read().status());
        assertTrue(tooLong.isClosed());
    }

    @Test
    @DisplayName("7.8: 101 is not sent to a client that did not ask for it")
    void doesNotUpgradeUnasked() throws Exception {
        RawClient client = client(Rfc9110Section07RoutingTest::shout);
        assertEquals(426, client.get("/").read().status());
        assertEquals(426, client.get("/", "Upgrade: shout").read().status());
        assertEquals(
                426,
                client.get("/", "Connection: upgrade", "Upgrade: other").read().status());
    }

    @Test
    @DisplayName("7.8: Upgrade in HTTP/1.0 is ignored")
    void ignoresUpgradeInHttp10() throws Exception {
        RawClient client = client(request -> request.path().equals("/") ? shout(request) : path(request));
        client.send("GET /a HTTP/1.0\r\nConnection: Upgrade\r\nUpgrade: shout\r\n\r\n");
        assertEquals("/a", client.read().content());
        assertTrue(client.isClosed());
        RawClient insisting = client(Rfc9110Section07RoutingTest::shout);
        insisting.send("GET / HTTP/1.0\r\nConnection: Upgrade\r\nUpgrade: shout\r\n\r\n");
        assertEquals(426, insisting.read().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shout", "SHOUT", "other, shout", "shout, other", "other\r\nUpgrade: shout"})
    @DisplayName("7.8: a protocol is found in the list that the client sends")
    void findsTheProtocolInTheList(String protocols) throws Exception {
        RawClient client = client(Rfc9110Section07RoutingTest::shout);
        client.get("/", "Connection: keep-alive, Upgrade", "Upgrade: " + protocols);
        assertEquals(101, client.read().status());
    }

    @Test
    @DisplayName("7.8: a handler may ignore Upgrade")
    void ignoresUpgrade() throws Exception {
        RawClient client = client(LiveServer::path).get("/a", "Connection: Upgrade", "Upgrade: h2c");
        assertEquals("/a", client.read().content());
    }

    @Test
    @DisplayName("7.8: Upgrade in a response is listed in Connection, also where the connection closes")
    void listsUpgradeInConnection() throws Exception {
        RawClient client =
                client(request -> Response.of(Status.UPGRADE_REQUIRED).withHeader("Upgrade", "shout"));
        assertEquals(Optional.of("upgrade"), client.get("/").read().field("Connection"));
        assertEquals(
                Optional.of("close, upgrade"),
                client.get("/", "Connection: close").read().field("Connection"));
    }

    @Test
    @DisplayName("7.8: 101 has one Date and one Server, and nothing that frames content")
    void sendsACleanHeadWith101() throws Exception {
        RawClient client = client(request -> shout(request)
                .withHeader("Content-Length", "5")
                .withHeader("Transfer-Encoding", "chunked")
                .withHeader("Date", "Sun, 06 Nov 1994 08:49:37 GMT")
                .withHeader("Server", "Test"));
        RawClient.Reply reply =
                client.get("/", "Connection: Upgrade", "Upgrade: shout").read();
        assertEquals(101, reply.status());
        assertEquals(Optional.empty(), reply.field("Content-Length"));
        assertEquals(Optional.empty(), reply.field("Transfer-Encoding"));
        assertEquals(Optional.of("Sun, 06 Nov 1994 08:49:37 GMT"), reply.field("Date"));
        assertEquals(Optional.of("Test"), reply.field("Server"));
    }
}
