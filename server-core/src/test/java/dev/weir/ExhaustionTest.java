package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.config.ThreadSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that runs out of memory or threads goes on once there are some again. */
@Timeout(120)
final class ExhaustionTest {

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void goesOnAfterAHandlerHasTakenTheWholeHeap(ThreadSettings threads) throws Exception {
        try (ChildServer server = ChildServer.Plan.with(threads)
                        .withOptions("-Xmx48m", "-XX:+UseSerialGC")
                        .start();
                RawClient idle = server.connect()) {
            assertEquals("hello", idle.get("/").read().content());
            for (int i = 0; i < 5; i++) {
                try (RawClient greedy = server.connect()) {
                    assertEquals(500, greedy.get("/memory").read().status());
                }
                try (RawClient next = server.connect()) {
                    assertEquals("hello", next.get("/").read().content());
                }
            }
            assertEquals("hello", idle.get("/").read().content());
            assertTrue(server.process().isAlive());
        }
    }

    /** Stacks of a quarter GiB make the system refuse threads where only the addresses for a few of them are left. */
    @Test
    void thePoolDoesWithTheThreadsItHasIfTheSystemGivesNoMore() throws Exception {
        assumeTrue(ChildProcess.isInstalled("bash"), "bash is not installed: it limits the memory of the server");
        try (ChildServer server = ChildServer.Plan.with(ThreadSettings.platform(200))
                .withOptions(
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-Xss256m",
                        "-XX:CompressedClassSpaceSize=64m",
                        "-XX:ReservedCodeCacheSize=64m")
                .withLimit("ulimit -v 8000000")
                .start()) {
            List<RawClient> clients = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                clients.add(server.connect().send(RawClient.request("POST", "/echo", "Content-Length: 2") + "a"));
            }
            server.process().await("Failed to start", 1);
            for (RawClient client : clients) {
                client.send("b");
            }
            for (RawClient client : clients) {
                assertEquals("ab", client.read().content());
                client.close();
            }
            try (RawClient next = server.connect()) {
                assertEquals("hello", next.get("/").read().content());
            }
        }
    }
}
