package dev.weir.benchmarks.jmh;

import dev.weir.compression.Compression;
import dev.weir.config.Limits;
import dev.weir.http.ContentOutput;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.internal.wire.ChunkedDecoder;
import dev.weir.internal.wire.ProtocolException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
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

/** Codings of content: chunks undone, and gzip done through its filter. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ContentCodecBenchmark {

    private static final int CHUNKS = 100;
    private static final int CHUNK_SIZE = 1 << 10;

    private final ByteBuffer chunked = ByteBuffer.wrap(chunkedBody());
    private final byte[] text = json().getBytes(StandardCharsets.UTF_8);
    private final Request acceptsGzip = Request.get("/").withHeader("Accept-Encoding", "gzip");
    private final Compression compression = Compression.gzip();

    private static byte[] chunkedBody() {
        String chunk = Integer.toHexString(CHUNK_SIZE) + "\r\n" + "x".repeat(CHUNK_SIZE) + "\r\n";
        return (chunk.repeat(CHUNKS) + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static String json() {
        StringBuilder array = new StringBuilder("[");
        for (int i = 0; array.length() < 16 << 10; i++) {
            array.append("{\"id\":").append(i).append(",\"name\":\"Item ").append(i * i);
            array.append("\",\"price\":")
                    .append(i % 97)
                    .append(".95,\"stock\":")
                    .append(i * 31 % 1009);
            array.append("},");
        }
        return array.append("null]").toString();
    }

    /** Makes sure that each coding takes place. */
    @Setup
    public void setUp() throws Exception {
        if (decodeChunks() != CHUNKS * CHUNK_SIZE) {
            throw new IllegalStateException("chunks: not all decoded");
        }
        for (Response response : new Response[] {gzipInMemory(), compressed(streamed())}) {
            if (!response.headers().containsToken("Content-Encoding", "gzip")) {
                throw new IllegalStateException("response: not compressed");
            }
        }
    }

    /** 100 chunks of 1 KiB, all there at once; the data itself is not copied. */
    @Benchmark
    public int decodeChunks() throws ProtocolException {
        ChunkedDecoder decoder = new ChunkedDecoder(Limits.defaults());
        chunked.position(0);
        int octets = 0;
        int found = decoder.decode(chunked);
        while (found > 0) {
            chunked.position(chunked.position() + found);
            decoder.taken(found);
            octets += found;
            found = decoder.decode(chunked);
        }
        return octets;
    }

    /** 16 KiB of JSON whose length is known, compressed before the response goes out. */
    @Benchmark
    public Response gzipInMemory() throws Exception {
        return compressed(Response.bytes(MediaType.APPLICATION_JSON, text));
    }

    /** 16 KiB of JSON whose length is not known, compressed while it is written. */
    @Benchmark
    public void gzipWhileWritten() throws Exception {
        compressed(streamed()).content().writeTo(ContentOutput.to(OutputStream.nullOutputStream()));
    }

    private Response streamed() {
        return Response.stream(MediaType.APPLICATION_JSON, this::writeText);
    }

    private void writeText(OutputStream output) throws IOException {
        output.write(text);
    }

    private Response compressed(Response response) throws Exception {
        return compression.filter(acceptsGzip, request -> response);
    }
}
