package dev.weir.benchmarks.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's own server, with virtual threads where there are any. */
public final class JdkPeer {

    private JdkPeer() {}

    /** Serves until the process ends. */
    public static void main(String[] arguments) throws IOException {
        // Without it each response waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Application.port()), 1024);
        server.setExecutor(executor());
        for (int i = 0; i < Application.OTHER_ROUTES; i++) {
            server.createContext("/r" + i + "/", exchange -> send(exchange, "text/plain", Application.HELLO));
        }
        server.createContext("/plaintext", exchange -> send(exchange, "text/plain", Application.HELLO));
        server.createContext("/json", exchange -> send(exchange, "application/json", Application.message()));
        server.createContext("/users/", JdkPeer::order);
        server.createContext("/echo", exchange -> {
            send(exchange, "application/json", Application.echo(exchange.getRequestBody()));
        });
        server.createContext("/file/", JdkPeer::file);
        server.createContext("/chunked", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream output = exchange.getResponseBody()) {
                Application.writeChunks(output);
            }
        });
        server.start();
    }

    private static ExecutorService executor() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newCachedThreadPool(); // before JDK 21
        }
    }

    private static void order(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        if (path.length != 5 || !path[3].equals("orders")) {
            notFound(exchange);
            return;
        }
        Map<String, String> query = new HashMap<>();
        for (String parameter : exchange.getRequestURI().getQuery().split("&")) {
            int equals = parameter.indexOf('=');
            query.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        String requestId = exchange.getRequestHeaders().getFirst("X-Request-Id");
        send(
                exchange,
                "application/json",
                Application.view(path[2], path[4], query.get("expand"), query.get("limit"), requestId));
    }

    private static void file(HttpExchange exchange) throws IOException {
        Path folder = Application.folder();
        Path file = folder.resolve(exchange.getRequestURI().getPath().substring("/file/".length()))
                .normalize();
        if (!folder.equals(file.getParent()) || !Files.isRegularFile(file)) {
            notFound(exchange);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, Files.size(file));
        try (OutputStream output = exchange.getResponseBody()) {
            Files.copy(file, output);
        }
    }

    private static void notFound(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(404, -1);
        exchange.close();
    }

    private static void send(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, content.length);
        try (OutputStream output = exchange.getResponseBody()) {
            output.write(content);
        }
    }
}
