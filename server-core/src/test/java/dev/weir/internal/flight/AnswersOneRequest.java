package dev.weir.internal.flight;

import dev.weir.HttpServer;
import dev.weir.http.Response;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server in a JVM of its own that answers one request and prints the status line. */
final class AnswersOneRequest {

    private AnswersOneRequest() {}

    public static void main(String[] arguments) throws Exception {
        try (HttpServer server = HttpServer.builder()
                        .host("127.0.0.1")
                        .get("/", request -> Response.text("hello"))
                        .start();
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            System.out.println(new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse(""));
        }
    }
}
