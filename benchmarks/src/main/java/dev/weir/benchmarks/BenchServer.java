package dev.weir.benchmarks;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.controllers.Controllers;
import dev.weir.files.StaticFiles;
import java.nio.file.Path;

/** The server that is measured: everything but where it listens is as it comes. */
public final class BenchServer {

    private BenchServer() {}

    /** Serves on the loopback address until the process ends, as the system properties port, dir and style tell. */
    public static void main(String[] arguments) {
        HttpServerBuilder builder = HttpServer.builder().host("127.0.0.1").port(Integer.getInteger("port", 8080));
        Path folder = Path.of(System.getProperty("dir", "."));
        HttpServer server = withRoutes(builder, System.getProperty("style", "annotated"), folder)
                .start();
        System.out.println("Listening on http://127.0.0.1:" + server.port() + "/");
    }

    static HttpServerBuilder withRoutes(HttpServerBuilder builder, String style, Path folder) {
        return switch (style) {
            case "handlers" -> new BenchHandlers(folder).addTo(builder);
            case "annotated" ->
                builder.routes(Controllers.of(new BenchController(), new OtherRoutes()))
                        .mount("/file", StaticFiles.of(folder));
            default -> throw new IllegalArgumentException("style: \"" + style + "\" (expected: handlers or annotated)");
        };
    }
}
