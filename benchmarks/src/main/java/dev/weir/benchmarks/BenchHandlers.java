package dev.weir.benchmarks;

import dev.weir.files.StaticFiles;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Routing;
import java.nio.file.Path;
import java.util.Optional;

/** The application as handlers. */
public final class BenchHandlers {

    /** Routes that no request of a benchmark takes, so that there is something to choose from. */
    private static final int OTHER_ROUTES = 200;

    private final Path folder;

    /** Handlers that serve the files of that folder. */
    public BenchHandlers(Path folder) {
        this.folder = folder;
    }

    /** Adds all routes to a server's or a router's builder, which is returned. */
    public <B extends Routing<B>> B addTo(B routing) {
        for (int i = 0; i < OTHER_ROUTES; i++) {
            routing.get("/r" + i + "/{a}/x", request -> Response.text(request.pathParam("a")));
        }
        return routing.get("/plaintext", request -> Response.text("Hello, World!"))
                .get("/json", request -> Json.of(new Message("Hello, World!")))
                .get("/users/{id}/orders/{orderId}", request -> Json.of(view(request)))
                .post("/echo", request -> Json.of(Json.order(request.content().bytes())))
                .mount("/file", StaticFiles.of(folder))
                .get("/chunked", request -> Response.stream(MediaType.APPLICATION_OCTET_STREAM, Chunks::writeTo));
    }

    private static OrderView view(Request request) {
        try {
            return new OrderView(
                    Long.parseLong(request.pathParam("id")),
                    Long.parseLong(request.pathParam("orderId")),
                    Boolean.parseBoolean(required(request.queryParam("expand"))),
                    Integer.parseInt(required(request.queryParam("limit"))),
                    required(request.header("X-Request-Id")));
        } catch (NumberFormatException e) {
            throw new HttpException(Status.BAD_REQUEST, "Ids and the limit have to be numbers.");
        }
    }

    private static String required(Optional<String> parameter) {
        return parameter.orElseThrow(() -> new HttpException(Status.BAD_REQUEST, "A parameter is missing."));
    }
}
