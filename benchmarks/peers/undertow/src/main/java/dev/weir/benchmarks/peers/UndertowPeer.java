package dev.weir.benchmarks.peers;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RoutingHandler;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.PathTemplateMatch;
import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.Map;

/** Undertow: everything on its event loops but what writes to a stream. */
public final class UndertowPeer {

    private static final HttpString REQUEST_ID = new HttpString("X-Request-Id");

    private UndertowPeer() {}

    /** Serves until the process ends. */
    public static void main(String[] arguments) {
        RoutingHandler routes = new RoutingHandler();
        for (int i = 0; i < Application.OTHER_ROUTES; i++) {
            routes.get("/r" + i + "/{a}/x", exchange -> send(exchange, "text/plain", Application.HELLO));
        }
        routes.get("/plaintext", exchange -> send(exchange, "text/plain", Application.HELLO))
                .get("/json", exchange -> send(exchange, "application/json", Application.message()))
                .get("/users/{id}/orders/{orderId}", UndertowPeer::order)
                .post("/echo", exchange -> exchange.getRequestReceiver()
                        .receiveFullBytes((then, octets) -> send(then, "application/json", Application.echo(octets))))
                .get("/chunked", new BlockingHandler(exchange -> {
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/octet-stream");
                    Application.writeChunks(exchange.getOutputStream());
                }));
        PathResourceManager files = new PathResourceManager(Application.folder());
        Undertow.builder()
                .addHttpListener(Application.port(), "127.0.0.1")
                .setHandler(Handlers.path(routes).addPrefixPath("/file", Handlers.resource(files)))
                .build()
                .start();
    }

    private static void order(HttpServerExchange exchange) {
        Map<String, String> path =
                exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY).getParameters();
        Map<String, Deque<String>> query = exchange.getQueryParameters();
        byte[] content = Application.view(
                path.get("id"),
                path.get("orderId"),
                query.get("expand").getFirst(),
                query.get("limit").getFirst(),
                exchange.getRequestHeaders().getFirst(REQUEST_ID));
        send(exchange, "application/json", content);
    }

    private static void send(HttpServerExchange exchange, String type, byte[] content) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        exchange.getResponseSender().send(ByteBuffer.wrap(content));
    }
}
