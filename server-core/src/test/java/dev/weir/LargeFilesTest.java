package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.ThreadSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files many times as long as the heap of the server, which has to pass them on without holding them. {@code
 * -Dweir.test.octets=10000000000} makes them of that length.
 */
@Timeout(600)
class LargeFilesTest {

    /** Longer than an int counts, so that nothing on the way may count in one. */
    private static final long LENGTH = Long.getLong("weir.test.octets", (2L << 30) + 12345);

    private static final String END = "the end";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void areSentWholeAndInPartsWithASmallHeap(ThreadSettings threads) throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("large.bin").toFile(), "rw")) {
            file.setLength(LENGTH - END.length());
            file.seek(file.length());
            file.write(END.getBytes(StandardCharsets.US_ASCII));
        }
        try (ChildServer server = ChildServer.Plan.with(threads)
                .withOptions("-Xmx32m", "-XX:MaxDirectMemorySize=32m", "-XX:+UseSerialGC", "-Dfiles=" + folder)
                .start()) {
            HttpURLConnection whole = request(server);
            assertEquals(LENGTH, whole.getContentLengthLong());
            try (InputStream in = whole.getInputStream()) {
                assertEquals(LENGTH, in.transferTo(OutputStream.nullOutputStream()));
            }
            HttpURLConnection part = request(server);
            part.setRequestProperty("Range", "bytes=" + (LENGTH - END.length()) + "-");
            assertEquals(206, part.getResponseCode());
            assertEquals(END, new String(part.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            assertTrue(server.process().isAlive());
        }
    }

    private static HttpURLConnection request(ChildServer server) throws IOException {
        return (HttpURLConnection) URI.create("http://127.0.0.1:" + server.port() + "/files/large.bin")
                .toURL()
                .openConnection(Proxy.NO_PROXY);
    }
}
