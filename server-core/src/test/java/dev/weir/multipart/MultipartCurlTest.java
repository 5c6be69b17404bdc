package dev.weir.multipart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.HttpServer;
import dev.weir.config.Limits;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Forms as {@code curl -F} sends them: a client that is not ours. */
@Timeout(60)
class MultipartCurlTest {

    @TempDir
    static Path folder;

    private static HttpServer server;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(isInstalled(), "SKIPPED: curl is not installed (apt-get install curl)");
        server = HttpServer.builder()
                .host("127.0.0.1")
                .limits(Limits.defaults().withContent(20_000_000))
                .post("/", MultipartCurlTest::parts)
                .start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Answers with name, file name, media type, size and checksum of each part. */
    private static Response parts(Request request) throws IOException {
        StringBuilder text = new StringBuilder();
        MultipartReader reader = MultipartReader.of(request);
        for (Optional<ReceivedPart> part = reader.next(); part.isPresent(); part = reader.next()) {
            try (Upload upload = part.get().keepIn(folder)) {
                text.append(upload.name()).append('|');
                text.append(upload.filename().orElse("-")).append('|');
                text.append(upload.mediaType().essence()).append('|');
                text.append(upload.size())
                        .append('|')
                        .append(sum(upload.bytes()))
                        .append('\n');
            }
        }
        return Response.text(text.toString());
    }

    private static String sum(byte[] octets) {
        CRC32 sum = new CRC32();
        sum.update(octets);
        return Long.toHexString(sum.getValue());
    }

    private static byte[] random(int length) {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        return octets;
    }

    private static String line(String name, String filename, String type, byte[] octets) {
        return name + "|" + filename + "|" + type + "|" + octets.length + "|" + sum(octets) + "\n";
    }

    @Test
    void sendsTextAndFiles() throws Exception {
        byte[] octets = random(3_000_000);
        Path file = Files.write(folder.resolve("photo.png"), octets);
        assertEquals(
                line("title", "-", "text/plain", "a=b &\r\nc".getBytes(StandardCharsets.UTF_8))
                        + line("photo", "photo.png", "image/png", octets),
                curl("-F", "title=a=b &\r\nc", "-F", "photo=@" + file));
    }

    @Test
    void sendsJson() throws Exception {
        assertEquals(
                line("meta", "-", "application/json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8)),
                curl("-F", "meta={\"a\":1};type=application/json"));
    }

    @Test
    void sendsNamesBeyondAscii() throws Exception {
        Path file = Files.write(folder.resolve("x"), new byte[] {1});
        assertEquals(
                line("f", "caf\u00e9 1.bin", "application/octet-stream", new byte[] {1}),
                curl("-F", "f=@" + file + ";filename=caf\u00e9 1.bin;type=application/octet-stream"));
    }

    @Test
    void sendsSeveralFilesOfOneField() throws Exception {
        Path empty = Files.write(folder.resolve("empty.txt"), new byte[0]);
        byte[] octets = "\r\n--------------------------".repeat(2000).getBytes(StandardCharsets.US_ASCII);
        Path dashes = Files.write(folder.resolve("dashes.txt"), octets);
        assertEquals(
                line("f", "empty.txt", "text/plain", new byte[0]) + line("f", "dashes.txt", "text/plain", octets),
                curl("-F", "f=@" + empty, "-F", "f=@" + dashes));
    }

    @Test
    void sendsInChunks() throws Exception {
        byte[] octets = random(100_000);
        Path file = Files.write(folder.resolve("y.png"), octets);
        assertEquals(
                line("f", "y.png", "image/png", octets), curl("-H", "Transfer-Encoding: chunked", "-F", "f=@" + file));
    }

    @Test
    void waitsFor100Continue() throws Exception {
        byte[] octets = random(2_000_000);
        Path file = Files.write(folder.resolve("z.png"), octets);
        assertEquals(
                line("f", "z.png", "image/png", octets),
                curl("-H", "Expect: 100-continue", "--expect100-timeout", "30", "-F", "f=@" + file));
    }

    private static String curl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "--noproxy", "*", "--max-time", "30"));
        Collections.addAll(command, arguments);
        command.add("http://127.0.0.1:" + server.port() + "/");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("curl", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
