package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.config.ThreadSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Contents many times as large as the heap pass in both directions, with a content coding and without. {@code
 * -Dweir.test.octets=10000000000} makes them of that length.
 */
@Timeout(1200)
final class ConstantMemoryTest {

    /** More than ten times the heap, so that whatever keeps a tenth of what passes makes the server fail. */
    private static final long OCTETS = Long.getLong("weir.test.octets", 256 << 20);

    private static final int DEADLINE_MILLIS = 60_000;

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void contentsOfTenTimesTheHeapPass(ThreadSettings threads) throws Exception {
        try (ChildProcess server =
                ChildProcess.start(StreamingServer.command(threads, "-Xmx24m", "-XX:+UseSerialGC"))) {
            String url = "http://127.0.0.1:"
                    + server.await(StreamingServer.READY, 1).substring(StreamingServer.READY.length());

            assertEquals(OCTETS, count(open(url + "/down/" + OCTETS).getInputStream()));
            assertEquals(OCTETS, uploaded(open(url + "/up")));

            HttpURLConnection coded = open(url + "/text/" + OCTETS);
            coded.setRequestProperty("Accept-Encoding", "gzip");
            assertEquals(OCTETS, count(new GZIPInputStream(coded.getInputStream())));
            HttpURLConnection upload = open(url + "/up");
            upload.setRequestProperty("Content-Encoding", "gzip");
            assertEquals(OCTETS, uploaded(upload));
        }
    }

    private static HttpURLConnection open(String url) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setReadTimeout(DEADLINE_MILLIS);
        return connection;
    }

    private static long count(InputStream content) throws IOException {
        try (content) {
            return content.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Sends so many octets, in gzip if the connection says so; what the server has counted. */
    private static long uploaded(HttpURLConnection connection) throws IOException {
        boolean isCoded = connection.getRequestProperty("Content-Encoding") != null;
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(64 << 10);
        try (OutputStream plain = connection.getOutputStream();
                OutputStream output = isCoded ? new GZIPOutputStream(plain) : plain) {
            byte[] part = new byte[64 << 10];
            for (long left = OCTETS; left > 0; left -= part.length) {
                output.write(part, 0, (int) Math.min(left, part.length));
            }
        }
        try (InputStream answer = connection.getInputStream()) {
            return Long.parseLong(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
