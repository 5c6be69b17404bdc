package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.config.ListenerSettings;
import dev.weir.config.PeerAddresses;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.proxies.TrustedProxies;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients behind HAProxy are known: by the PROXY protocol in both versions, and by what it says in HTTP. */
@Timeout(60)
final class BehindHaproxyIT {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path directory;

    private static HttpServer proxied;
    private static HttpServer forwarded;
    private static ChildProcess haproxy;
    private static KeyStore keys;
    private static List<Integer> ports;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(ChildProcess.isInstalled("haproxy"), "haproxy is not installed: apt-get install haproxy");
        proxied = HttpServer.builder()
                .listener(ListenerSettings.defaults().withHost("127.0.0.1").withProxyProtocol(PeerAddresses.loopback()))
                .handler(BehindHaproxyIT::client)
                .start();
        forwarded = HttpServer.builder()
                .host("127.0.0.1")
                .rewrite(
                        TrustedProxies.xForwarded(PeerAddresses.of("127.0.0.1")).withForwardedHost())
                .handler(BehindHaproxyIT::client)
                .start();
        ports = freePorts(4);
        keys = keys();
        Path file = directory.resolve("haproxy.cfg");
        Files.writeString(file, configuration());
        haproxy = ChildProcess.start(List.of("haproxy", "-db", "-f", file.toString()));
        // Health checks come with a header of their own, in version 2 with the command LOCAL.
        haproxy.await("Health check for server line/a succeeded", 1);
        haproxy.await("Health check for server block/a succeeded", 1);
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable each : new AutoCloseable[] {haproxy, proxied, forwarded}) {
            try {
                if (each != null) {
                    each.close();
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private static Response client(Request request) {
        InetSocketAddress remote = (InetSocketAddress) request.peer().remote();
        return Response.text(remote.getAddress().getHostAddress() + ":" + remote.getPort()
                + (request.peer().isSecure() ? " https " : " http ")
                + request.authority().orElse("?"));
    }

    private static String configuration() {
        return """
                global
                    maxconn 100
                defaults
                    mode tcp
                    timeout connect 2s
                    timeout client 20s
                    timeout server 20s
                    option httpchk GET /
                    http-check expect status 200
                    option log-health-checks
                    default-server inter 500ms rise 1 fall 2
                listen line
                    bind 127.0.0.1:%d
                    server a 127.0.0.1:%d send-proxy check
                listen block
                    bind 127.0.0.1:%d
                    server a 127.0.0.1:%d send-proxy-v2 proxy-v2-options crc32c check
                listen tls
                    bind 127.0.0.1:%d ssl crt %s
                    server a 127.0.0.1:%d send-proxy-v2-ssl-cn proxy-v2-options crc32c,authority,ssl
                listen http
                    mode http
                    bind 127.0.0.1:%d
                    option forwardfor
                    http-request set-header X-Forwarded-Proto https
                    http-request set-header X-Forwarded-Host %%[req.hdr(host)]
                    http-request del-header X-Forwarded-Port
                    http-request set-header Host inside.test
                    server a 127.0.0.1:%d
                """.formatted(
                        ports.get(0),
                        proxied.port(),
                        ports.get(1),
                        proxied.port(),
                        ports.get(2),
                        directory.resolve("key.pem"),
                        proxied.port(),
                        ports.get(3),
                        forwarded.port());
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(socket);
                found.add(socket.getLocalPort());
            }
            return found;
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    /** A key and its certificate, also as a file for HAProxy. */
    private static KeyStore keys() throws Exception {
        Path file = directory.resolve("keys.p12");
        ChildProcess keytool = ChildProcess.start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "haproxy",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD)));
        assertEquals(0, keytool.awaitEnd(), () -> keytool.lines().toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        Key key = keys.getKey("haproxy", PASSWORD);
        Certificate certificate = keys.getCertificate("haproxy");
        Files.writeString(
                directory.resolve("key.pem"),
                pem("CERTIFICATE", certificate.getEncoded()) + pem("PRIVATE KEY", key.getEncoded()));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("haproxy", certificate);
        return trusted;
    }

    private static String pem(String kind, byte[] octets) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets) + "\n-----END " + kind
                + "-----\n";
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void takesTheClientFromALineAndFromABlock(int listener) throws Exception {
        try (RawClient client = RawClient.to("127.0.0.1", ports.get(listener))) {
            String seen = "127.0.0.1:" + client.localPort() + " http localhost";
            assertEquals(seen, client.get("/").read().content());
            assertEquals(seen, client.get("/").read().content());
        }
    }

    @Test
    void knowsThatTheClientHasTls() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (Socket socket = context.getSocketFactory().createSocket("127.0.0.1", ports.get(2))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(RawClient.request("GET", "/", "Connection: close").getBytes(StandardCharsets.US_ASCII));
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(response.endsWith("\r\n\r\n127.0.0.1:" + socket.getLocalPort() + " https localhost"), response);
        }
    }

    @Test
    void takesTheClientFromWhatIsForwarded() throws Exception {
        try (RawClient client = RawClient.from("127.0.0.2", "127.0.0.1", ports.get(3))) {
            client.get("/", "X-Forwarded-For: 192.0.2.7", "X-Forwarded-Port: 81", "Forwarded: for=192.0.2.8");
            assertEquals("127.0.0.2:0 https localhost", client.read().content());
        }
    }

    @Test
    void closesAConnectionThatDoesNotComeThroughTheProxy() throws Exception {
        try (RawClient client = RawClient.to(proxied).get("/")) {
            assertTrue(client.isClosed());
        }
    }
}
