package dev.weir.benchmarks;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import java.io.IOException;
import java.io.OutputStream;

/** The server whose cost is measured as load grows: everything but where it listens is as it comes. */
public final class ScaleServer {

    /** What the upload route allows instead of the default limit. */
    private static final long LONGEST_UPLOAD = 100_000_000;

    private ScaleServer() {}

    /** Serves on the loopback address until the process ends, as the system properties port and routes tell. */
    public static void main(String[] arguments) {
        HttpServerBuilder builder = HttpServer.builder().host("127.0.0.1").port(Integer.getInteger("port", 8080));
        HttpServer server = withRoutes(builder, Integer.getInteger("routes", 1)).start();
        System.out.println("Listening on http://127.0.0.1:" + server.port() + "/");
    }

    /**
     * Adds what is measured.
     *
     * @param count number of routes that there are only to choose from
     */
    static HttpServerBuilder withRoutes(HttpServerBuilder builder, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("routes: " + count + " (expected: 0 or more)");
        }
        for (int i = 0; i < count; i++) {
            builder.get("/r" + i + "/{a}/x", request -> Response.text(request.pathParam("a")));
        }
        PreparedContent contents = new PreparedContent();
        return builder.get("/plaintext", request -> Response.text("Hello, World!"))
                .get(
                        "/id",
                        request -> Response.text(request.header("X-Request-Id").orElse("none")))
                .get(
                        "/bytes/{length}",
                        request -> Response.bytes(
                                MediaType.APPLICATION_OCTET_STREAM, contents.octets(request.pathParam("length"))))
                .get("/stream/{length}", request -> stream(PreparedContent.length(request.pathParam("length"))))
                .post("/upload", ScaleServer::count);
    }

    private static Response stream(int length) {
        return Response.of(Status.OK)
                .withContent(
                        MediaType.APPLICATION_OCTET_STREAM,
                        ResponseContent.written(length, output -> PreparedContent.write(length, output)));
    }

    /** Reads a request's content block by block and answers how many octets it has. */
    private static Response count(Request request) throws IOException {
        long count = request.content().limitedTo(LONGEST_UPLOAD).stream().transferTo(OutputStream.nullOutputStream());
        return Response.text(Long.toString(count));
    }
}
