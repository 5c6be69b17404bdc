package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.InMemoryConnection;
import dev.weir.RawClient;
import dev.weir.config.DrainSettings;
import dev.weir.config.ListenerSettings;
import dev.weir.config.PeerAddresses;
import dev.weir.config.Timeouts;
import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.internal.net.ProxyBlocks;
import dev.weir.observe.ServerObserver;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The PROXY protocol, versions 1 and 2 (haproxy.org, doc/proxy-protocol.txt)")
class ProxyProtocolTest extends LiveServer {

    private static final String LINE = "PROXY TCP4 192.0.2.7 198.51.100.1 56324 443\r\n";
    private static final String GET = RawClient.request("GET", "/");

    private static HttpServerBuilder proxied(HttpServerBuilder builder) {
        return from(builder, PeerAddresses.loopback());
    }

    private static HttpServerBuilder from(HttpServerBuilder builder, PeerAddresses proxies) {
        return builder.listener(
                ListenerSettings.defaults().withHost("127.0.0.1").withProxyProtocol(proxies));
    }

    /** Both ends, and whether they are secure, as the application sees them. */
    private static Response ends(Request request) {
        Peer peer = request.peer();
        return Response.text(text((InetSocketAddress) peer.remote()) + " " + text((InetSocketAddress) peer.local())
                + (peer.isSecure() ? " secure" : ""));
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private RawClient client() throws Exception {
        return client(ProxyProtocolTest::ends, ProxyProtocolTest::proxied);
    }

    @Test
    @DisplayName("2.1: the line's addresses are those of each request on the connection")
    void takesTheEndsFromALine() throws Exception {
        RawClient client = client().send(LINE + GET + GET);
        assertEquals("192.0.2.7:56324 198.51.100.1:443", client.read().content());
        assertEquals("192.0.2.7:56324 198.51.100.1:443", client.read().content());
        assertEquals("192.0.2.7:56324 198.51.100.1:443", client.send(GET).read().content());
    }

    @Test
    @DisplayName("2.2: so are the block's")
    void takesTheEndsFromABlock() throws Exception {
        RawClient client = client().send(ProxyBlocks.ipv4()).send(GET);
        assertEquals("192.0.2.7:56324 198.51.100.1:443", client.read().content());
    }

    @Test
    @DisplayName("2.2.6: a client with TLS has a secure connection")
    void knowsOfTls() throws Exception {
        byte[] tls = ProxyBlocks.value(0x20, new byte[] {1, 0, 0, 0, 0});
        RawClient client = client().send(ProxyBlocks.ipv4(tls)).send(GET);
        assertEquals("192.0.2.7:56324 198.51.100.1:443 secure", client.read().content());
        client.send("GET https://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertEquals(200, client.read().status());
    }

    @Test
    @DisplayName("2: a header in pieces is put together, and the request may come later, in pieces too")
    void takesPieces() throws Exception {
        RawClient client = client();
        for (char c : (LINE + GET).toCharArray()) {
            client.send(String.valueOf(c));
        }
        assertEquals("192.0.2.7:56324 198.51.100.1:443", client.read().content());
    }

    @Test
    @DisplayName("2.2: a block of many values is read, and long requests behind it are whole")
    void takesLongBlocksAndRequests() throws Exception {
        byte[] block = ProxyBlocks.ipv4(ProxyBlocks.value(0x04, new byte[4000]));
        String content = "x".repeat(100_000);
        RawClient client = client(LiveServer::echo, ProxyProtocolTest::proxied);
        client.send(ByteBuffer.allocate(block.length + 3)
                .put(block)
                .put("GET".getBytes(StandardCharsets.US_ASCII))
                .array());
        client.send(" / HTTP/1.1\r\nHost: a\r\n\r\n" + post("/", content));
        assertEquals("", client.read().content());
        assertEquals(content, client.read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROXY UNKNOWN\r\n", "\r\n\r\n\u0000\r\nQUIT\n\u0020\u0000\u0000\u0000"})
    @DisplayName("2.1, 2.2: for LOCAL and UNKNOWN the ends are the connection's own")
    void keepsTheConnectionsEnds(String header) throws Exception {
        String ends = client().send(header + GET).read().content();
        assertTrue(ends.matches("127\\.0\\.0\\.1:\\d+ 127\\.0\\.0\\.1:\\d+"), ends);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "PROXY TCP4 192.0.2.7 198.51.100.1 56324\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "PROXY TCP4 192.0.2.7 198.51.100.1 56324 443\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\r\n\r\n\u0000\r\nQUIT\n\u0031\u0000\u0000\u0000GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\u0016\u0003\u0001"
            })
    @DisplayName("2: a connection without a header, or with a malformed one, is closed without a word")
    void closesWithoutAHeader(String octets) throws Exception {
        assertTrue(client().send(octets).isClosed());
    }

    @Test
    @DisplayName("2: a second header is none, but a malformed request")
    void takesOneHeader() throws Exception {
        assertEquals(400, client().send(LINE + LINE + GET).read().status());
    }

    @Test
    @DisplayName("2: whoever is not one of the proxies is turned away, whatever it sends")
    void turnsStrangersAway() throws Exception {
        HttpServer server =
                start(ProxyProtocolTest::ends, builder -> from(builder, PeerAddresses.of("192.0.2.0/24", "::1")));
        for (int i = 0; i < 3; i++) {
            assertTrue(connect(server).isClosed());
        }
        assertEquals(0, server.openConnections());
    }

    @Test
    @DisplayName("2: without the setting a header is a malformed request")
    void isNeverGuessed() throws Exception {
        assertEquals(
                400, client(ProxyProtocolTest::ends).send(LINE + GET).read().status());
    }

    @Test
    @DisplayName("a connection in memory comes past the listener, and has no proxy")
    void isNotExpectedInMemory() throws Exception {
        HttpServer server = start(LiveServer::path, ProxyProtocolTest::proxied);
        try (InMemoryConnection client = server.connect(Duration.ofSeconds(10))) {
            client.send(GET.getBytes(StandardCharsets.US_ASCII));
            byte[] octets = new byte[1000];
            int count = client.receive(octets, Duration.ofSeconds(10));
            assertEquals("HTTP/1.1 200 OK", new String(octets, 0, Math.min(count, 15), StandardCharsets.US_ASCII));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PROXY TCP4 192.0.2.7", "\r\n\r\n\u0000\r\nQUIT\n\u0021\u0011\u0000\u000c1234"})
    @DisplayName("2: a peer that does not finish its header in the time of a handshake is cut off")
    void cutsSilentPeers(String start) throws Exception {
        BlockingQueue<String> phases = new LinkedBlockingQueue<>();
        RawClient client = client(ProxyProtocolTest::ends, builder -> proxied(builder)
                .timeouts(Timeouts.defaults().withHandshake(Duration.ofMillis(100)))
                .observer(new ServerObserver() {
                    @Override
                    public void deadlinePassed(Peer peer, String phase) {
                        phases.add(phase);
                    }
                }));
        assertTrue(client.send(start).isClosed());
        assertEquals("HANDSHAKE", phases.poll(10, TimeUnit.SECONDS));
    }

    @Test
    @DisplayName("2: the time of a handshake ends with the header; then the client has that of any other")
    void givesTheClientItsTime() throws Exception {
        BlockingQueue<String> phases = new LinkedBlockingQueue<>();
        Timeouts timeouts =
                Timeouts.defaults().withHandshake(Duration.ofSeconds(60)).withKeepAlive(Duration.ofMillis(100));
        RawClient client = client(
                ProxyProtocolTest::ends,
                builder -> proxied(builder).timeouts(timeouts).observer(new ServerObserver() {
                    @Override
                    public void deadlinePassed(Peer peer, String phase) {
                        phases.add(phase + " " + peer.ipAddress().orElseThrow());
                    }
                }));
        assertTrue(client.send(LINE).isClosed());
        assertEquals("IDLE 192.0.2.7", phases.poll(10, TimeUnit.SECONDS));
    }

    @Test
    @DisplayName("silent peers keep nobody from being served, and do not hold up a stop")
    void silentPeersHarmNobody() throws Exception {
        HttpServer server = start(ProxyProtocolTest::ends, ProxyProtocolTest::proxied);
        List<RawClient> silent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            silent.add(connect(server).send(i % 2 == 0 ? "" : "PROXY"));
        }
        RawClient client = connect(server).send(LINE + GET);
        assertEquals("192.0.2.7:56324 198.51.100.1:443", client.read().content());
        assertEquals(
                0, server.drain(DrainSettings.atOnce(Duration.ofSeconds(20))).interrupted());
        for (RawClient one : silent) {
            assertTrue(one.isClosed());
        }
    }

    @Test
    @DisplayName("observers see proxies connect, and clients' requests and refusals")
    void tellsObservers() throws Exception {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        ServerObserver observer = new ServerObserver() {
            @Override
            public void connectionOpened(Peer peer) {
                events.add("opened " + peer.ipAddress().orElseThrow());
            }

            @Override
            public void requestStarted(Request request) {
                events.add("request " + request.peer().ipAddress().orElseThrow());
            }

            @Override
            public void refused(Peer peer, Status status, String violation) {
                events.add("refused " + peer.ipAddress().orElseThrow());
            }

            @Override
            public void connectionClosed(Peer peer) {
                events.add("closed " + peer.ipAddress().orElseThrow());
            }
        };
        RawClient client =
                client(ProxyProtocolTest::ends, builder -> proxied(builder).observer(observer));
        client.send(LINE + GET).read();
        client.send("x\r\n\r\n").read();
        client.close();
        for (String event : List.of("opened 127.0.0.1", "request 192.0.2.7", "refused 192.0.2.7", "closed 127.0.0.1")) {
            assertEquals(event, events.poll(10, TimeUnit.SECONDS));
        }
    }
}
