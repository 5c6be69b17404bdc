package dev.weir.benchmarks.jmh;

import dev.weir.config.Limits;
import dev.weir.internal.wire.ProtocolException;
import dev.weir.internal.wire.RequestHead;
import dev.weir.internal.wire.RequestHeadParser;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Octets to a request's head. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RequestHeadBenchmark {

    /** Which head. */
    @Param
    public SampleHead head;

    private final RequestHeadParser parser = new RequestHeadParser(Limits.defaults());
    private ByteBuffer octets;

    /** Makes sure that the whole head is read. */
    @Setup
    public void setUp() throws ProtocolException {
        octets = ByteBuffer.wrap(head.octets());
        int lines = head == SampleHead.SMALL ? 1 : 20;
        if (parse().headers().size() != lines || octets.hasRemaining()) {
            throw new IllegalStateException("head: not read as " + lines + " field lines");
        }
    }

    /** As far as the connection goes by itself. */
    @Benchmark
    public RequestHead parse() throws ProtocolException {
        octets.position(0);
        if (!parser.parse(octets)) {
            throw new IllegalStateException("head: incomplete");
        }
        return parser.head();
    }

    /** With a handler that looks at two fields, the last of which is missing in the small head. */
    @Benchmark
    public void parseAndReadTwoFields(Blackhole sink) throws ProtocolException {
        RequestHead parsed = parse();
        sink.consume(parsed.headers().first("Host"));
        sink.consume(parsed.headers().first("Accept-Encoding"));
    }
}
