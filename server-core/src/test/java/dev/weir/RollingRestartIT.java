package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.config.ThreadSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers behind HAProxy are restarted one after the other under load, and no request fails. */
@Timeout(120)
final class RollingRestartIT {

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in .*");

    @TempDir
    private Path directory;

    @BeforeAll
    static void needsTools() {
        for (String tool : List.of("haproxy", "wrk", "kill")) {
            assumeTrue(ChildProcess.isInstalled(tool), tool + " is not installed: apt-get install haproxy wrk");
        }
    }

    @Test
    void noRequestFailsWhileOneServerAfterTheOtherIsRestarted() throws Exception {
        ChildServer a = plan().start();
        ChildServer b = plan().start();
        int port = freePort();
        try (ChildProcess proxy = proxy(port, a, b)) {
            proxy.await("Health check for server weir/a succeeded", 1);
            proxy.await("Health check for server weir/b succeeded", 1);
            try (ChildProcess gets = load(port, "GET", "/");
                    ChildProcess posts = load(port, "POST", "/echo")) {
                a = restart(a, "a", proxy);
                b = restart(b, "b", proxy);
                gets.interrupt();
                posts.interrupt();
                assertNoneFailed(gets);
                assertNoneFailed(posts);
            }
        } finally {
            a.close();
            b.close();
        }
    }

    private static ChildServer.Plan plan() {
        return ChildServer.Plan.with(ThreadSettings.defaults());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private ChildProcess proxy(int port, ChildServer a, ChildServer b) throws IOException {
        Path file = directory.resolve("haproxy.cfg");
        Files.writeString(file, """
                global
                    maxconn 1000
                defaults
                    mode http
                    timeout connect 2s
                    timeout client 20s
                    timeout server 20s
                    timeout http-keep-alive 20s
                    http-reuse safe
                    option log-health-checks
                listen weir
                    bind 127.0.0.1:%d
                    balance roundrobin
                    option httpchk GET /health
                    http-check expect status 200
                    default-server check inter 500ms rise 1 fall 2
                    server a 127.0.0.1:%d
                    server b 127.0.0.1:%d
                """.formatted(port, a.port(), b.port()));
        return ChildProcess.start(List.of("haproxy", "-db", "-f", file.toString()));
    }

    /** Keeps 16 connections busy, each with a pause of up to 10 ms between requests, until it is interrupted. */
    private ChildProcess load(int port, String method, String target) throws IOException {
        Path script = directory.resolve(method + ".lua");
        Files.writeString(script, """
                wrk.method = "%s"
                wrk.body = wrk.method == "POST" and string.rep("weir", 500) or nil
                function delay() return math.random(0, 10) end
                """.formatted(method));
        return ChildProcess.start(List.of(
                "wrk",
                "-t1",
                "-c16",
                "-d100",
                "--timeout",
                "10",
                "-s",
                script.toString(),
                "http://127.0.0.1:" + port + target));
    }

    /** SIGTERM, then a server on the same port once it has ended; returns when the proxy sends requests to it. */
    private static ChildServer restart(ChildServer server, String name, ChildProcess proxy) throws Exception {
        long ups = proxy.count("Server weir/" + name + " is UP");
        server.process().terminate();
        server.process().awaitEnd();
        ChildServer next = plan().withPort(server.port()).start();
        proxy.await("Server weir/" + name + " is UP", (int) ups + 1);
        return next;
    }

    private static void assertNoneFailed(ChildProcess load) throws InterruptedException {
        load.awaitEnd();
        List<String> report = load.lines();
        Matcher requests = report.stream()
                .map(line -> REQUESTS.matcher(line.strip()))
                .filter(Matcher::matches)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no number of requests in " + report));
        assertFalse(Long.parseLong(requests.group(1)) < 1000, report::toString);
        assertEquals(0, load.count("Non-2xx"), report::toString);
        assertEquals(0, load.count("Socket errors"), report::toString);
    }
}
