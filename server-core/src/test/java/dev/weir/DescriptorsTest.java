package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.config.ThreadSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that runs out of file descriptors waits for some, and goes on. */
@Timeout(120)
final class DescriptorsTest {

    private static final int DESCRIPTORS = 256;
    private static final String FAILURE = "Cannot accept on";

    /** Far more than are written while the pause between two grows, far fewer than a loop without pause writes. */
    private static final int MOST_WARNINGS = 100;

    private final List<RawClient> clients = new ArrayList<>();
    private final List<SocketChannel> pending = new ArrayList<>();

    @BeforeEach
    void needsShell() {
        assumeTrue(ChildProcess.isInstalled("bash"), "bash is not installed: it limits the descriptors of the server");
    }

    @AfterEach
    void close() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        for (SocketChannel channel : pending) {
            channel.close();
        }
    }

    private static ChildServer.Plan limited(ThreadSettings threads) {
        return ChildServer.Plan.with(threads).withLimit("ulimit -n " + DESCRIPTORS);
    }

    /** As many connections as the server may have descriptors, each with a request: more than it can accept. */
    private void exhaust(ChildServer server) throws Exception {
        for (int i = 0; i < DESCRIPTORS; i++) {
            clients.add(server.connect().get("/"));
        }
        server.process().await(FAILURE, 6);
    }

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void acceptsAgainOnceDescriptorsAreFree(ThreadSettings threads) throws Exception {
        try (ChildServer server = limited(threads).start()) {
            exhaust(server);
            for (int i = 0; i < DESCRIPTORS / 2; i++) {
                RawClient client = clients.get(i);
                assertEquals("hello", client.read().content());
                client.close();
            }
            for (int i = DESCRIPTORS / 2; i < DESCRIPTORS; i++) {
                assertEquals("hello", clients.get(i).read().content());
            }
            try (RawClient next = server.connect()) {
                assertEquals("hello", next.get("/").read().content());
            }
            assertBounded(server);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void servesThoseItHasWhileItCannotAccept(ThreadSettings threads) throws Exception {
        try (ChildServer server = limited(threads).start()) {
            exhaust(server);
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < DESCRIPTORS / 2; i++) {
                    assertEquals("hello", clients.get(i).read().content());
                    clients.get(i).get("/");
                }
            }
            assertBounded(server);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void comesBackFromAFullBacklogToo(ThreadSettings threads) throws Exception {
        try (ChildServer server = limited(threads).withBacklog(64).start()) {
            while (server.process().count(FAILURE) == 0) {
                SocketChannel channel = connecting(server);
                while (!channel.finishConnect() && server.process().count(FAILURE) == 0) {
                    Thread.onSpinWait();
                }
            }
            for (int i = 0; i < 128; i++) {
                connecting(server);
            }
            server.process().await(FAILURE, 6);
            for (SocketChannel channel : pending) {
                channel.close();
            }
            try (RawClient next = server.connect()) {
                assertEquals("hello", next.get("/").read().content());
            }
            assertBounded(server);
        }
    }

    private SocketChannel connecting(ChildServer server) throws IOException {
        SocketChannel channel = SocketChannel.open();
        pending.add(channel);
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress("127.0.0.1", server.port()));
        return channel;
    }

    private static void assertBounded(ChildServer server) {
        assertTrue(server.process().isAlive());
        long warnings = server.process().count(FAILURE);
        assertTrue(warnings < MOST_WARNINGS, () -> warnings + " warnings");
        List<String> others = server.process().lines().stream()
                .filter(line -> line.contains("ERROR") || line.contains("SEVERE") || line.startsWith("Exception"))
                .toList();
        assertEquals(List.of(), others);
    }
}
