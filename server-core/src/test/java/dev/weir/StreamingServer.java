package dev.weir;

import dev.weir.compression.Compression;
import dev.weir.compression.Decompression;
import dev.weir.config.ThreadSettings;
import dev.weir.http.ContentOutput;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A server in a JVM of its own that sends and takes contents of any length, for tests of how much memory that needs. */
final class StreamingServer {

    static final String READY = "listening on port ";

    private StreamingServer() {}

    /** The command that starts it, with those options of the JVM. */
    static List<String> command(ThreadSettings threads, String... options) {
        return new ArrayList<>(ChildProcess.java(
                List.of(options), StreamingServer.class, threads.kind().name(), Integer.toString(threads.poolSize())));
    }

    /** Starts the server: kind of threads, size of the pool. */
    public static void main(String[] arguments) {
        HttpServer server = HttpServer.builder()
                .host("127.0.0.1")
                .threads(new ThreadSettings(ThreadSettings.Kind.valueOf(arguments[0]), Integer.parseInt(arguments[1])))
                .filter(Compression.defaults())
                .filter(Decompression.defaults().withGrowthLimit(1032, 1 << 20))
                .get("/down/{octets}", request -> sent(MediaType.APPLICATION_OCTET_STREAM, request))
                .get("/text/{octets}", request -> sent(MediaType.TEXT_PLAIN, request))
                .post("/up", request -> Response.text(Long.toString(count(request))))
                .put("/up", request -> Response.text(Long.toString(count(request))))
                .start();
        System.out.println(READY + server.port());
    }

    private static Response sent(MediaType type, Request request) {
        long octets = Long.parseLong(request.pathParam("octets"));
        return Response.stream(type, output -> write(output, octets));
    }

    private static void write(ContentOutput output, long octets) throws IOException {
        byte[] part = new byte[64 << 10];
        for (long left = octets; left > 0; left -= part.length) {
            output.write(part, 0, (int) Math.min(left, part.length));
        }
    }

    private static long count(Request request) throws IOException {
        try (InputStream content = request.content().limitedTo(Long.MAX_VALUE).stream()) {
            return content.transferTo(OutputStream.nullOutputStream());
        }
    }
}
