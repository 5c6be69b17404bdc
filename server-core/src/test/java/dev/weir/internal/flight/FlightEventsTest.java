package dev.weir.internal.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.config.DrainSettings;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What JDK Flight Recorder has of a server, over live sockets. */
final class FlightEventsTest {

    @TempDir
    private Path directory;

    private static HttpServer server() {
        return HttpServer.builder()
                .host("127.0.0.1")
                .get("/hello", request -> Response.text("hello"))
                .get(
                        "/breaks",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, out -> {
                            out.write(new byte[10]);
                            throw new IOException("made to fail");
                        }))
                .start();
    }

    /** Sends requests and reads until the server closes. */
    private static int send(HttpServer server, String requests) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            int port = socket.getLocalPort();
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
            return port;
        }
    }

    private List<RecordedEvent> dump(Recording recording, String name) throws IOException {
        Path file = directory.resolve("server.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    @Test
    void recordsAConnectionWithItsRequests() throws Exception {
        try (Recording recording = new Recording();
                HttpServer server = server()) {
            recording.enable("dev.weir.Connection").withoutThreshold();
            recording.start();
            int port = send(
                    server,
                    "GET /hello HTTP/1.1\r\nHost: a\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            server.stop(Duration.ofSeconds(5));
            List<RecordedEvent> events = dump(recording, "dev.weir.Connection");
            assertEquals(1, events.size());
            assertEquals("127.0.0.1:" + port, events.get(0).getString("peer"));
            assertEquals(2, events.get(0).getLong("requests"));
            assertTrue(events.get(0).getDuration().compareTo(Duration.ZERO) > 0);
        }
    }

    @Test
    void recordsARequestWithItsResponseAndWithoutItsQuery() throws Exception {
        try (Recording recording = new Recording();
                HttpServer server = server()) {
            recording.enable("dev.weir.Request").withoutThreshold();
            recording.start();
            int port = send(server, "GET /hello?token=secret HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            server.stop(Duration.ofSeconds(5));
            List<RecordedEvent> events = dump(recording, "dev.weir.Request");
            assertEquals(1, events.size());
            RecordedEvent event = events.get(0);
            assertEquals("GET", event.getString("method"));
            assertEquals("/hello", event.getString("path"));
            assertEquals("127.0.0.1:" + port, event.getString("peer"));
            assertEquals(200, event.getInt("status"));
            assertEquals(5, event.getLong("contentOctets"));
            assertTrue(event.getBoolean("isComplete"));
        }
    }

    @Test
    void recordsThatAResponseWasCutOff() throws Exception {
        try (Recording recording = new Recording();
                HttpServer server = server()) {
            recording.enable("dev.weir.Request").withoutThreshold();
            recording.start();
            send(server, "GET /breaks HTTP/1.1\r\nHost: a\r\n\r\n");
            server.stop(Duration.ofSeconds(5));
            List<RecordedEvent> events = dump(recording, "dev.weir.Request");
            assertEquals(1, events.size());
            assertFalse(events.get(0).getBoolean("isComplete"));
        }
    }

    @Test
    void recordsARefusalWithTheRuleThatWasBroken() throws Exception {
        try (Recording recording = new Recording();
                HttpServer server = server()) {
            recording.enable("dev.weir.Refusal");
            recording.start();
            int port = send(server, "GET / HTTP/1.1\nHost: a\n\n");
            server.stop(Duration.ofSeconds(5));
            List<RecordedEvent> events = dump(recording, "dev.weir.Refusal");
            assertEquals(1, events.size());
            assertEquals("BARE_LF", events.get(0).getString("violation"));
            assertEquals(400, events.get(0).getInt("status"));
            assertEquals("127.0.0.1:" + port, events.get(0).getString("peer"));
        }
    }

    @Test
    void recordsADrainWithItsCounts() throws Exception {
        try (Recording recording = new Recording();
                HttpServer server = server()) {
            recording.enable("dev.weir.Drain").withoutThreshold();
            recording.start();
            server.drain(DrainSettings.atOnce(Duration.ofSeconds(5)));
            List<RecordedEvent> events = dump(recording, "dev.weir.Drain");
            assertEquals(1, events.size());
            assertEquals(0, events.get(0).getInt("open"));
            assertEquals(0, events.get(0).getInt("interrupted"));
            assertEquals(0, events.get(0).getInt("cut"));
        }
    }

    @Test
    void makesNothingWhileNothingRecords() {
        assertSame(FlightEvents.Connection.NONE, FlightEvents.connection());
        assertSame(FlightEvents.Exchange.NONE, FlightEvents.exchange(Request.get("/")));
        assertSame(FlightEvents.Drain.NONE, FlightEvents.drain());
        assertFalse(FlightEvents.wantRefusals());
    }

    @Test
    void letsAServerWorkWithoutTheRecordersModule() throws Exception {
        String output = run(AnswersOneRequest.class, "--limit-modules", "java.base");
        assertEquals("HTTP/1.1 200 OK", output.lines().findFirst().orElse(""), output);
    }

    @Test
    void setsUpNoRecorderWhereNobodyAsksForOne() throws Exception {
        String output = run(AnswersOneRequest.class, "-Xlog:class+load");
        assertTrue(output.contains("HTTP/1.1 200 OK"), output);
        assertTrue(output.contains(" dev.weir.internal.flight.FlightEvents "), output);
        assertFalse(output.contains(" dev.weir.internal.flight.RequestEvent "), output);
    }

    @Test
    void recordsFromWhereTheRecorderIsFirstUsedInARunningServer() throws Exception {
        String output = run(IsRecordedLate.class);
        assertEquals("/late", output.strip());
    }

    /** What a program prints that runs in a JVM of its own. */
    private static String run(Class<?> program, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of("-cp", place(HttpServer.class) + File.pathSeparator + place(program), program.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
