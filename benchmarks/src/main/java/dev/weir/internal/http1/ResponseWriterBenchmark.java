package dev.weir.internal.http1;

import dev.weir.config.ThreadSettings;
import dev.weir.config.Timeouts;
import dev.weir.http.HttpVersion;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Response;
import dev.weir.internal.net.BufferPool;
import dev.weir.internal.net.ConnectionThreads;
import dev.weir.internal.net.Deadlines;
import dev.weir.internal.net.Turn;
import dev.weir.internal.server.OpenConnection;
import dev.weir.internal.server.Readiness;
import dev.weir.observe.ServerObserver;
import java.io.IOException;
import java.io.OutputStream;
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

/** A response on its way into a connection whose transport costs nothing: head, framing and content. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ResponseWriterBenchmark {

    private static final int CHUNKS = 100;

    private final byte[] octets = new byte[1 << 10];
    private final Response text = Response.text("Hello, World!");
    private final Response kibibyte = Response.bytes(MediaType.APPLICATION_JSON, octets);
    private final Response stream = Response.stream(MediaType.APPLICATION_OCTET_STREAM, this::writeChunks);

    private final DiscardingTransport transport = new DiscardingTransport();
    private final BufferPool pool = new BufferPool();
    private final ConnectionThreads threads = new ConnectionThreads(ThreadSettings.defaults());
    private final ConnectionOutput output = new ConnectionOutput(
            new OpenConnection(transport, new Deadlines(), Timeouts.defaults(), ServerObserver.NONE, new Readiness()),
            pool,
            threads,
            Turn.on(threads));
    private final Http1ResponseWriter writer = new Http1ResponseWriter(
            output, pool, new DateField(), "Server: Weir\r\n".getBytes(StandardCharsets.US_ASCII));

    private void writeChunks(OutputStream to) throws IOException {
        for (int i = 0; i < CHUNKS; i++) {
            to.write(octets);
        }
    }

    /** Makes sure that content arrives. */
    @Setup
    public void setUp() throws IOException {
        expectMoreThan(13, smallText());
        expectMoreThan(1 << 10, oneKibibyte());
        expectMoreThan(CHUNKS << 10, chunked());
    }

    private static void expectMoreThan(long content, long written) {
        if (written <= content) {
            throw new IllegalStateException("octets: " + written + " (expected: more than " + content + ")");
        }
    }

    /** 13 octets of content. */
    @Benchmark
    public long smallText() throws IOException {
        return write(text);
    }

    /** 1 KiB of content. */
    @Benchmark
    public long oneKibibyte() throws IOException {
        return write(kibibyte);
    }

    /** 100 times 1 KiB, in chunks. */
    @Benchmark
    public long chunked() throws IOException {
        return write(stream);
    }

    private long write(Response response) throws IOException {
        long before = transport.octets();
        if (!writer.write(response, Method.GET, HttpVersion.HTTP_1_1, true)) {
            throw new IllegalStateException("connection: does not persist");
        }
        output.flush();
        return transport.octets() - before;
    }
}
