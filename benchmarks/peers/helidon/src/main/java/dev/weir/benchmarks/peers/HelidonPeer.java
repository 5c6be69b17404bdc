package dev.weir.benchmarks.peers;

import io.helidon.common.parameters.Parameters;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.staticcontent.FileSystemHandlerConfig;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import java.io.IOException;
import java.io.OutputStream;

/** Helidon SE. */
public final class HelidonPeer {

    private static final Header TEXT = type("text/plain");
    private static final Header JSON = type("application/json");
    private static final Header OCTETS = type("application/octet-stream");
    private static final HeaderName REQUEST_ID = HeaderNames.create("X-Request-Id");

    private HelidonPeer() {}

    private static Header type(String mediaType) {
        return HeaderValues.createCached(HeaderNames.CONTENT_TYPE, mediaType);
    }

    /** Serves until the process ends. */
    public static void main(String[] arguments) {
        HttpRouting.Builder routes = HttpRouting.builder();
        for (int i = 0; i < Application.OTHER_ROUTES; i++) {
            routes.get("/r" + i + "/{a}/x", (request, response) -> send(response, TEXT, Application.HELLO));
        }
        routes.get("/plaintext", (request, response) -> send(response, TEXT, Application.HELLO))
                .get("/json", (request, response) -> send(response, JSON, Application.message()))
                .get("/users/{id}/orders/{orderId}", HelidonPeer::order)
                .post(
                        "/echo",
                        (request, response) -> send(
                                response,
                                JSON,
                                Application.echo(request.content().inputStream())))
                .get("/chunked", (request, response) -> chunks(response))
                .register(
                        "/file",
                        StaticContentFeature.createService(FileSystemHandlerConfig.create(Application.folder())));
        WebServer.builder()
                .host("127.0.0.1")
                .port(Application.port())
                .addRouting(routes)
                .build()
                .start();
    }

    private static void order(ServerRequest request, ServerResponse response) {
        Parameters path = request.path().pathParameters();
        UriQuery query = request.query();
        byte[] content = Application.view(
                path.get("id"),
                path.get("orderId"),
                query.get("expand"),
                query.get("limit"),
                request.headers().get(REQUEST_ID).get());
        send(response, JSON, content);
    }

    private static void chunks(ServerResponse response) throws IOException {
        response.header(OCTETS);
        try (OutputStream output = response.outputStream()) {
            Application.writeChunks(output);
        }
    }

    private static void send(ServerResponse response, Header type, byte[] content) {
        response.header(type);
        response.send(content);
    }
}
