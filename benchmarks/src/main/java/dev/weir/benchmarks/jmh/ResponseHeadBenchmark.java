package dev.weir.benchmarks.jmh;

import dev.weir.http.Headers;
import dev.weir.http.Status;
import dev.weir.internal.wire.ResponseHeadEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A response's head to octets. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ResponseHeadBenchmark {

    private static final byte[] DATE = octets("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n");
    private static final byte[] SERVER = octets("Server: Weir\r\n");
    private static final String EXPECTED = "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nServer: Weir\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 13\r\n\r\n";

    private final Headers plain = Headers.of("Content-Type", "text/plain; charset=utf-8");
    private final Headers many = plain.plus("Cache-Control", "no-cache, private")
            .plus("ETag", "\"5d8c72a5edda8d6a\"")
            .plus("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT")
            .plus("Vary", "Accept-Encoding")
            .plus("X-Content-Type-Options", "nosniff")
            .plus("Strict-Transport-Security", "max-age=31536000");

    private final ResponseHeadEncoder encoder = new ResponseHeadEncoder();
    private final byte[] into = new byte[16 << 10];

    private static byte[] octets(String line) {
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    /** Makes sure that the head is whole. */
    @Setup
    public void setUp() {
        int length = small();
        String head = new String(encoder.array(), 0, length, StandardCharsets.US_ASCII);
        if (!head.equals(EXPECTED)) {
            throw new IllegalStateException("head: " + head);
        }
    }

    /** The least that a response with content has. */
    @Benchmark
    public int small() {
        return encode(plain);
    }

    /** Six field lines more. */
    @Benchmark
    public int manyFields() {
        return encode(many);
    }

    private int encode(Headers fields) {
        encoder.start(Status.OK, into, 0).octets(DATE).octets(SERVER);
        for (int i = 0; i < fields.size(); i++) {
            encoder.field(fields.name(i), fields.value(i));
        }
        return encoder.field("Content-Length", "13").end().length();
    }
}
