package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.config.ThreadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Idle connections, many more than there are threads, keep nobody from being answered.
 *
 * <p>{@code -Dweir.idle=10000} has more of them than the 2000 by default, and {@code -Dweir.idle.cost=true} prints what one
 * costs, which is not checked, for it depends on the JVM.
 */
@Timeout(300)
final class IdleConnectionsTest {

    private static final int COUNT = Integer.getInteger("weir.idle", 2000);

    /** Descriptors that this JVM needs besides. */
    private static final int OTHERS = 200;

    static Stream<ThreadSettings> kinds() {
        Stream<ThreadSettings> pool = Stream.of(ThreadSettings.platform(200));
        return Runtime.version().feature() < 21 ? pool : Stream.concat(pool, Stream.of(ThreadSettings.virtual()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneMoreThanManyIdleConnectionsIsAnswered(ThreadSettings threads) throws Exception {
        assumeEnoughDescriptors();
        List<RawClient> idle = new ArrayList<>();
        try (ChildServer server = ChildServer.Plan.with(threads)
                .withOptions("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC")
                .start()) {
            Cost before = Cost.of(server.process().pid());
            for (int i = 0; i < COUNT; i++) {
                RawClient client = server.connect();
                idle.add(client);
                assertEquals("hello", client.get("/").read().content());
            }
            long start = System.nanoTime();
            try (RawClient next = server.connect()) {
                assertEquals("hello", next.get("/").read().content());
            }
            long micros = (System.nanoTime() - start) / 1000;
            before.print(threads, Cost.of(server.process().pid()), micros);
            assertEquals("hello", idle.get(0).get("/").read().content());
            assertEquals("hello", idle.get(COUNT - 1).get("/").read().content());
        } finally {
            for (RawClient client : idle) {
                client.close();
            }
        }
    }

    private static void assumeEnoughDescriptors() throws IOException {
        Path limits = Path.of("/proc/self/limits");
        if (Files.exists(limits)) {
            String soft = Files.readString(limits).replaceAll("(?s).*Max open files\\s+(\\w+).*", "$1");
            assumeTrue(
                    soft.equals("unlimited") || Long.parseLong(soft) >= COUNT + OTHERS,
                    "only " + soft + " file descriptors, and " + COUNT + " connections need more: ulimit -n");
        }
    }

    /** Memory of a process: what the system has given it, and what lives in its heap after a collection. */
    private record Cost(long residentKib, long liveOctets) {

        static Cost of(long pid) throws IOException, InterruptedException {
            if (!Boolean.getBoolean("weir.idle.cost")) {
                return new Cost(0, 0);
            }
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
            long resident = Long.parseLong(status.replaceAll("(?s).*VmRSS:\\s*(\\d+) kB.*", "$1"));
            // A histogram of live objects collects garbage first; its last line is the total.
            List<String> histogram = jcmd(pid, "GC.class_histogram");
            String total = histogram.get(histogram.size() - 1);
            return new Cost(resident, Long.parseLong(total.trim().split("\\s+")[2]));
        }

        private static List<String> jcmd(long pid, String command) throws IOException, InterruptedException {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            try (ChildProcess process = ChildProcess.start(List.of(jcmd.toString(), Long.toString(pid), command))) {
                process.awaitEnd();
                List<String> lines = process.lines();
                Path file = Files.createTempFile("weir-histogram-", ".txt");
                Files.write(file, lines);
                System.out.println("histogram: " + file);
                return lines.stream().filter(line -> line.startsWith("Total")).toList();
            }
        }

        void print(ThreadSettings threads, Cost after, long micros) {
            if (after.residentKib > 0) {
                System.out.printf(
                        "%s: %d idle connections, the next answered after %d µs; each costs %.2f KiB of RSS and %.2f KiB"
                                + " of live heap (RSS %d -> %d KiB, heap %d -> %d octets)%n",
                        threads,
                        COUNT,
                        micros,
                        (after.residentKib - residentKib) / (double) COUNT,
                        (after.liveOctets - liveOctets) / 1024.0 / COUNT,
                        residentKib,
                        after.residentKib,
                        liveOctets,
                        after.liveOctets);
            }
        }
    }
}
