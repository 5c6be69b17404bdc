package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.config.AddressFamily;
import dev.weir.config.ListenerSettings;
import dev.weir.config.ThreadSettings;
import dev.weir.http.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpServerTest {

    private static final String KINDS = "dev.weir.ThreadKinds#available";

    private static HttpServerBuilder hello() {
        return HttpServer.builder().host("127.0.0.1").get("/", request -> Response.text("hello"));
    }

    private static String answer(HttpServer server) throws IOException {
        return answer("127.0.0.1", server.port());
    }

    private static String answer(String host, int port) throws IOException {
        try (RawClient client = RawClient.to(host, port)) {
            return client.get("/").read().content();
        }
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void answersOnceItIsStarted(ThreadSettings threads) throws IOException {
        try (HttpServer server = hello().threads(threads).start()) {
            assertEquals("hello", answer(server));
        }
    }

    @Test
    void tellsThePortThatWasFoundForPortZero() {
        try (HttpServer server = hello().start()) {
            assertNotEquals(0, server.port());
            assertEquals(new InetSocketAddress("127.0.0.1", server.port()), server.address());
        }
    }

    @Test
    void listensOnThePortAskedFor() throws IOException {
        HttpServer first = hello().start();
        int port = first.port();
        first.close();
        try (HttpServer second = hello().port(port).start()) {
            assertEquals(port, second.port());
            assertEquals("hello", answer(second));
        }
    }

    @Test
    void tellsItsPortAfterItWasStopped() {
        HttpServer server = hello().start();
        int port = server.port();
        server.close();
        assertEquals(port, server.port());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void acceptsNoConnectionOnceItIsClosed(ThreadSettings threads) {
        HttpServer server = hello().threads(threads).start();
        server.close();
        assertThrows(ConnectException.class, () -> RawClient.to(server));
    }

    @Test
    void closesTwiceWithoutComplaint() {
        HttpServer server = hello().start();
        server.close();
        server.close();
        server.stop(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void startsAndStopsManyTimesInOneJvm(ThreadSettings threads) throws IOException {
        for (int i = 0; i < 50; i++) {
            try (HttpServer server = hello().threads(threads).start()) {
                assertEquals("hello", answer(server));
            }
        }
    }

    @Test
    void runsBesideOthersInOneJvm() throws IOException {
        try (HttpServer first = hello().start();
                HttpServer second = HttpServer.builder()
                        .host("127.0.0.1")
                        .handler(request -> Response.text("second"))
                        .start()) {
            assertEquals("hello", answer(first));
            assertEquals("second", answer(second));
        }
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void leavesNoThreadBehind(ThreadSettings threads) throws IOException {
        Set<Thread> before = weirThreads();
        HttpServer server = hello().threads(threads).start();
        try (RawClient idle = RawClient.to(server);
                RawClient halfway = RawClient.to(server)) {
            idle.get("/").read();
            halfway.send("GET / HT");
            assertEquals("hello", answer(server));
            server.close();
        }
        Set<Thread> after = weirThreads();
        after.removeAll(before);
        assertEquals(Set.of(), after);
    }

    private static Set<Thread> weirThreads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> !thread.getName().startsWith("weir-"));
        return threads;
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void countsNoConnectionAfterItWasClosed(ThreadSettings threads) throws IOException {
        HttpServer server = hello().threads(threads).start();
        try (RawClient halfway = RawClient.to(server);
                RawClient idle = RawClient.to(server)) {
            halfway.send("GET / HT");
            idle.get("/").read();
            server.close();
            assertEquals(0, server.openConnections());
        }
    }

    @Test
    void namesTheAddressOfAPortInUse() {
        try (HttpServer server = hello().start()) {
            HttpServerBuilder second = hello().port(server.port());
            StartException e = assertThrows(StartException.class, second::start);
            assertTrue(e.getMessage().contains("127.0.0.1:" + server.port()), e.getMessage());
        }
    }

    @Test
    void namesAHostThatDoesNotExist() {
        HttpServerBuilder builder = hello().host("no-such-host.invalid");
        StartException e = assertThrows(StartException.class, builder::start);
        assertTrue(e.getMessage().contains("no-such-host.invalid"), e.getMessage());
    }

    // 192.0.2.0/24 is for documentation (RFC 5737), so no machine has such an address.
    @Test
    void namesAnAddressOfAnotherMachine() {
        HttpServerBuilder builder = hello().host("192.0.2.1");
        StartException e = assertThrows(StartException.class, builder::start);
        assertTrue(e.getMessage().contains("192.0.2.1"), e.getMessage());
    }

    @Test
    void leavesNoThreadBehindIfItCannotStart() {
        try (HttpServer server = hello().start()) {
            Set<Thread> before = weirThreads();
            HttpServerBuilder second = hello().port(server.port()).threads(ThreadSettings.platform(4));
            assertThrows(StartException.class, second::start);
            assertEquals(before, weirThreads());
        }
    }

    @Test
    void namesTheSocketThatDoesNotSupportAnOption(@TempDir Path directory) {
        Path path = directory.resolve("s");
        HttpServerBuilder builder = HttpServer.builder()
                .listener(ListenerSettings.defaults().withUnixPath(path).withReusePort(true))
                .handler(request -> Response.noContent());
        StartException e = assertThrows(StartException.class, builder::start);
        assertTrue(e.getMessage().contains(path.toString()), e.getMessage());
    }

    @Test
    void sharesItsPortWithAnotherServer() throws IOException {
        ListenerSettings shared =
                ListenerSettings.defaults().withHost("127.0.0.1").withReusePort(true);
        try (HttpServer first = HttpServer.builder()
                        .listener(shared)
                        .handler(request -> Response.text("first"))
                        .start();
                HttpServer second = HttpServer.builder()
                        .listener(shared.withPort(first.port()))
                        .handler(request -> Response.text("second"))
                        .start()) {
            Set<String> answers = new HashSet<>();
            for (int i = 0; i < 200 && answers.size() < 2; i++) {
                answers.add(answer(second));
            }
            assertEquals(Set.of("first", "second"), answers);
        }
    }

    private static HttpServer listening(AddressFamily family) {
        return HttpServer.builder()
                .listener(ListenerSettings.defaults().withFamily(family))
                .handler(request -> Response.text("hello"))
                .start();
    }

    private static void assumeIpv6() {
        try (ServerSocketChannel probe = ServerSocketChannel.open(StandardProtocolFamily.INET6)) {
            probe.bind(new InetSocketAddress(InetAddress.getByName("::1"), 0));
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "no IPv6 on this machine");
        }
    }

    @Test
    void listensOnIpv4Only() throws IOException {
        assumeIpv6();
        try (HttpServer server = listening(AddressFamily.IPV4)) {
            assertEquals("hello", answer("127.0.0.1", server.port()));
            assertThrows(ConnectException.class, () -> RawClient.to("::1", server.port()));
        }
    }

    @Test
    void turnsIpv4AwayWhereItListensOnIpv6() throws IOException {
        assumeIpv6();
        try (HttpServer server = listening(AddressFamily.IPV6)) {
            assertEquals("hello", answer("::1", server.port()));
            try (RawClient client = RawClient.to("127.0.0.1", server.port())) {
                assertTrue(client.isClosed());
            } catch (ConnectException e) {
                // turned away earlier still
            }
        }
    }

    @Test
    void listensOnBothFamilies() throws IOException {
        assumeIpv6();
        try (HttpServer server = listening(AddressFamily.DUAL_STACK)) {
            assertEquals("hello", answer("::1", server.port()));
            assertEquals("hello", answer("127.0.0.1", server.port()));
        }
    }

    @Test
    void listensOnTheAddressOfAHost() throws IOException {
        assumeIpv6();
        try (HttpServer server = HttpServer.builder()
                .host("::1")
                .handler(request -> Response.text("hello"))
                .start()) {
            assertTrue(((InetSocketAddress) server.address()).getAddress() instanceof Inet6Address);
            assertEquals("hello", answer("::1", server.port()));
        }
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void listensOnAUnixDomainSocket(ThreadSettings threads, @TempDir Path directory) throws IOException {
        Path path = directory.resolve("s");
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
        try (HttpServer server = HttpServer.builder()
                .listener(ListenerSettings.defaults().withUnixPath(path))
                .threads(threads)
                .handler(request -> Response.text("hello"))
                .start()) {
            assertEquals(address, server.address());
            assertThrows(IllegalStateException.class, server::port);
            try (SocketChannel client = SocketChannel.open(address)) {
                String request = RawClient.request("GET", "/", "Connection: close");
                client.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
                String response = new String(Channels.newInputStream(client).readAllBytes(), StandardCharsets.US_ASCII);
                assertTrue(response.endsWith("\r\n\r\nhello"), response);
            }
        }
        assertFalse(Files.exists(path));
    }

    @Test
    void keepsTheJvmAliveUntilItIsClosed() throws Exception {
        assertEquals("", standalone(port -> {}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET / HT", "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc"})
    void logsNothingOfClientsThatDie(String sent) throws Exception {
        String logged = standalone(port -> {
            for (int i = 0; i < 10; i++) {
                RawClient client = RawClient.to("127.0.0.1", port);
                client.send(RawClient.request("POST", "/echo", "Content-Length: 1") + "a")
                        .read();
                client.send(sent).reset();
            }
        });
        assertEquals("", logged);
    }

    private interface Visit {
        void to(int port) throws IOException;
    }

    /** Runs the program in a JVM of its own, where the log goes to the standard error; what was logged. */
    private static String standalone(Visit visit) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        TestJar.path().toString(),
                        Standalone.class.getName())
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(output.readLine());
            assertEquals("main has returned", output.readLine());
            visit.to(port);
            assertEquals("bye", answer("127.0.0.1", port));
            assertTrue(child.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, child.exitValue());
            return new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            child.destroyForcibly();
        }
    }

    /** A program that starts a server and lets main return; the server closes after its first request. */
    static final class Standalone {

        private Standalone() {}

        public static void main(String[] arguments) {
            CompletableFuture<HttpServer> started = new CompletableFuture<>();
            HttpServer server = HttpServer.builder()
                    .host("127.0.0.1")
                    .threads(ThreadSettings.platform(8))
                    .post("/echo", request -> Response.text(request.content().text()))
                    .get("/", request -> {
                        Thread closing = new Thread(() -> started.join().stop(Duration.ofSeconds(20)));
                        closing.setDaemon(false); // or the JVM would not wait for it
                        closing.start();
                        return Response.text("bye");
                    })
                    .start();
            started.complete(server);
            System.out.println(server.port());
            Thread main = Thread.currentThread();
            Thread watcher = new Thread(() -> {
                try {
                    main.join();
                    System.out.println("main has returned");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            watcher.setDaemon(true);
            watcher.start();
        }
    }

    /** A server whose one request is in the handler until it is let go. */
    private record Busy(HttpServer server, RawClient client, CountDownLatch go) {

        static Busy start(ThreadSettings threads) throws Exception {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            HttpServer server = hello().threads(threads)
                    .get("/slow", request -> {
                        entered.countDown();
                        go.await();
                        return Response.text("done");
                    })
                    .start();
            RawClient client = RawClient.to(server).get("/slow");
            entered.await();
            return new Busy(server, client, go);
        }
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void letsARequestInProgressFinish(ThreadSettings threads) throws Exception {
        Busy busy = Busy.start(threads);
        Thread stopping = new Thread(() -> busy.server().stop(Duration.ofSeconds(30)));
        try (RawClient client = busy.client();
                RawClient idle = RawClient.to(busy.server())) {
            idle.get("/").read();
            stopping.start();
            assertTrue(idle.isClosed());
            // Connections are told one after the other; only when all are does the stop wait for them.
            while (stopping.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            busy.go().countDown();
            RawClient.Reply reply = client.read();
            assertEquals("done", reply.content());
            assertEquals("close", reply.field("Connection").orElse("none"));
            assertTrue(client.isClosed());
        }
        stopping.join();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void cutsARequestOffOnceTheGraceIsOver(ThreadSettings threads) throws Exception {
        Busy busy = Busy.start(threads);
        try (RawClient client = busy.client()) {
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(() -> busy.server().stop(Duration.ofMillis(100)));
            assertTrue(client.isClosed());
            busy.go().countDown();
            stopped.join();
        }
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void endsIdleConnectionsWhenItStops(ThreadSettings threads) throws Exception {
        HttpServer server = hello().threads(threads).start();
        try (RawClient used = RawClient.to(server);
                RawClient unused = RawClient.to(server)) {
            used.get("/").read();
            server.stop(Duration.ofSeconds(30));
            assertTrue(used.isClosed());
            assertTrue(unused.isClosed());
        }
    }

    @Test
    void refusesVirtualThreadsWhereThereAreNone() {
        assumeTrue(Runtime.version().feature() < 21);
        HttpServerBuilder builder = hello().threads(ThreadSettings.virtual());
        IllegalStateException e = assertThrows(IllegalStateException.class, builder::start);
        assertTrue(e.getMessage().contains("virtual"), e.getMessage());
    }
}
