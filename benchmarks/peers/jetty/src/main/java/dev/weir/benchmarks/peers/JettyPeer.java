package dev.weir.benchmarks.peers;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Jetty's core, without servlets. */
public final class JettyPeer extends Handler.Abstract {

    private interface Endpoint {
        void answer(Request request, Response response, Callback callback, Map<String, String> variables)
                throws Exception;
    }

    private final PathMappings<Endpoint> endpoints = new PathMappings<>();

    private JettyPeer() {
        for (int i = 0; i < Application.OTHER_ROUTES; i++) {
            route("/r" + i + "/{a}/x", (request, response, callback, variables) -> {
                send(response, callback, "text/plain", Application.HELLO);
            });
        }
        route("/plaintext", (request, response, callback, variables) -> {
            send(response, callback, "text/plain", Application.HELLO);
        });
        route("/json", (request, response, callback, variables) -> {
            send(response, callback, "application/json", Application.message());
        });
        route("/users/{id}/orders/{orderId}", JettyPeer::order);
        route("/echo", (request, response, callback, variables) -> {
            byte[] content = Application.echo(Content.Source.asInputStream(request));
            send(response, callback, "application/json", content);
        });
        route("/chunked", (request, response, callback, variables) -> {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
            try (OutputStream output = Response.asBufferedOutputStream(request, response)) {
                Application.writeChunks(output);
            }
            callback.succeeded();
        });
    }

    /** Serves until the process ends. */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Application.port());
        server.addConnector(connector);
        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.of(server).newResource(Application.folder()));
        server.setHandler(new Handler.Sequence(new JettyPeer(), new ContextHandler(files, "/file")));
        server.start();
    }

    private void route(String template, Endpoint endpoint) {
        endpoints.put(new UriTemplatePathSpec(template), endpoint);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        MatchedResource<Endpoint> match = endpoints.getMatched(path);
        if (match == null) {
            return false;
        }
        UriTemplatePathSpec template = (UriTemplatePathSpec) match.getPathSpec();
        match.getResource().answer(request, response, callback, template.getPathParams(path));
        return true;
    }

    private static void order(Request request, Response response, Callback callback, Map<String, String> variables) {
        Fields query = Request.extractQueryParameters(request);
        byte[] content = Application.view(
                variables.get("id"),
                variables.get("orderId"),
                query.getValue("expand"),
                query.getValue("limit"),
                request.getHeaders().get("X-Request-Id"));
        send(response, callback, "application/json", content);
    }

    private static void send(Response response, Callback callback, String type, byte[] content) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(content), callback);
    }
}
