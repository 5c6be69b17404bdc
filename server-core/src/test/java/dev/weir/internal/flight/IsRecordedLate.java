package dev.weir.internal.flight;

import dev.weir.HttpServer;
import dev.weir.http.Response;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** A server in a JVM of its own that has answered before anything is recorded; prints the paths that then are. */
final class IsRecordedLate {

    private IsRecordedLate() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Files.createTempFile("late", ".jfr");
        HttpServer server = HttpServer.builder()
                .host("127.0.0.1")
                .get("/{name}", request -> Response.text("hello"))
                .start();
        get(server, "/early");
        try (Recording recording = new Recording()) {
            recording.enable("dev.weir.Request").withoutThreshold();
            recording.start();
            get(server, "/late");
            server.stop(Duration.ofSeconds(5));
            recording.dump(file);
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                if (event.getEventType().getName().equals("dev.weir.Request")) {
                    System.out.println(event.getString("path"));
                }
            }
        } finally {
            server.close();
            Files.delete(file);
        }
    }

    private static void get(HttpServer server, String path) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
