package dev.weir.benchmarks.peers;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;

/** Javalin, on the Jetty that it brings along. */
public final class JavalinPeer {

    private JavalinPeer() {}

    /** Serves until the process ends. */
    public static void main(String[] arguments) {
        Javalin.start(JavalinPeer::configure);
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.jetty.host = "127.0.0.1";
        config.jetty.port = Application.port();
        config.staticFiles.add(files -> {
            files.hostedPath = "/file";
            files.directory = Application.folder().toString();
            files.location = Location.EXTERNAL;
        });
        for (int i = 0; i < Application.OTHER_ROUTES; i++) {
            config.routes.get("/r" + i + "/{a}/x", context -> send(context, "text/plain", Application.HELLO));
        }
        config.routes.get("/plaintext", context -> send(context, "text/plain", Application.HELLO));
        config.routes.get("/json", context -> send(context, "application/json", Application.message()));
        config.routes.get("/users/{id}/orders/{orderId}", JavalinPeer::order);
        config.routes.post("/echo", context -> {
            send(context, "application/json", Application.echo(context.bodyAsBytes()));
        });
        config.routes.get("/chunked", context -> {
            context.contentType("application/octet-stream");
            Application.writeChunks(context.outputStream());
        });
    }

    private static void order(Context context) {
        byte[] content = Application.view(
                context.pathParam("id"),
                context.pathParam("orderId"),
                context.queryParam("expand"),
                context.queryParam("limit"),
                context.header("X-Request-Id"));
        send(context, "application/json", content);
    }

    private static void send(Context context, String type, byte[] content) {
        context.contentType(type);
        context.result(content);
    }
}
