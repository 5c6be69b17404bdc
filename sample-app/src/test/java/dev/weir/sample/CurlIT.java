package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** curl against the runnable jar: a client that is not ours. */
class CurlIT {

    private static final int TEN_MEGABYTES = 10_000_000;

    @TempDir
    static Path folder;

    private static SampleProcess app;
    private static Path upload;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(isInstalled(), "SKIPPED: curl is not installed (apt-get install curl)");
        byte[] octets = new byte[TEN_MEGABYTES];
        new Random(1).nextBytes(octets);
        upload = Files.write(folder.resolve("upload"), octets);
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.write(shared.resolve("video.mp4"), octets);
        Files.writeString(shared.resolve("index.html"), "<p>shared</p>");
        app = SampleProcess.start(folder, "--directory", "files", "--public", "shared");
    }

    @AfterAll
    static void stop() throws IOException {
        if (app != null) {
            app.endWithoutComplaints();
        }
    }

    @Test
    void speaksHttp11() throws Exception {
        assertEquals("abc 200 1.1", curl("--http1.1", "-w", " %{http_code} %{http_version}", url("/echo/abc")));
    }

    @Test
    void speaksHttp10() throws Exception {
        assertEquals("abc 200", curl("--http1.0", "-w", " %{http_code}", url("/echo/abc")));
    }

    @Test
    void readsGzip() throws Exception {
        assertEquals("abc", curl("--compressed", url("/echo/abc")));
        assertTrue(curl("--compressed", url("/")).contains("</html>"));
    }

    @Test
    void asksForTheHeadOnly() throws Exception {
        assertTrue(curl("--head", url("/")).startsWith("HTTP/1.1 200 OK\r\n"));
    }

    @Test
    void reusesAConnection() throws Exception {
        assertEquals("a1b0", curl("-w", "%{num_connects}", url("/echo/a"), url("/echo/b")));
    }

    @Test
    void uploadsInChunks() throws Exception {
        upload("chunked", "-H", "Transfer-Encoding: chunked");
    }

    /** As {@code tar c folder | curl -T - …} does. */
    @Test
    void uploadsWhatItIsPiped() throws Exception {
        for (String answer : List.of("201", "204")) {
            assertEquals(
                    answer, curl(Redirect.from(upload.toFile()), "-T", "-", "-w", "%{http_code}", url("/files/piped")));
            assertEquals(-1, Files.mismatch(upload, folder.resolve("files/piped")));
        }
    }

    @Test
    void uploadsAForm() throws Exception {
        Path note = Files.writeString(folder.resolve("a note é.txt"), "read by curl");
        assertEquals(
                "[{\"name\":\"upload\",\"url\":\"/files/upload\",\"size\":10000000},"
                        + "{\"name\":\"a note é.txt\",\"url\":\"/files/a%20note%20%C3%A9.txt\",\"size\":12}] 201",
                curl("-F", "file=@" + upload, "-F", "file=@" + note, "-w", " %{http_code}", url("/files")));
        assertEquals(-1, Files.mismatch(upload, folder.resolve("files/upload")));
        assertEquals("read by curl", curl(url("/files/a%20note%20%C3%A9.txt")));
    }

    @Test
    void uploadsTenMegabytesAfter100Continue() throws Exception {
        String trace = upload("continued", "-v", "-H", "Expect: 100-continue", "--expect100-timeout", "30");
        assertTrue(trace.contains("< HTTP/1.1 100 Continue"), trace);
    }

    @Test
    void uploadsOverHttp10() throws Exception {
        upload("old", "--http1.0");
    }

    @Test
    void hasTenMegabytesEchoed() throws Exception {
        Path echoed = folder.resolve("echoed");
        curl("--data-binary", "@" + upload, "-o", echoed.toString(), url("/echo"));
        assertEquals(-1, Files.mismatch(upload, echoed));
    }

    @Test
    void hasAnUploadInGzipEchoedWithoutIt() throws Exception {
        Path coded = folder.resolve("upload.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(coded))) {
            gzip.write("abc".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(
                "abc".repeat(1000), curl("-H", "Content-Encoding: gzip", "--data-binary", "@" + coded, url("/echo")));
    }

    @Test
    void readsAPublicFile() throws Exception {
        Path whole = folder.resolve("whole");
        assertEquals("200 video/mp4", curl("-w", "%{http_code} %{content_type}", "-o", whole.toString(), video()));
        assertEquals(-1, Files.mismatch(upload, whole));
        assertEquals("<p>shared</p>", curl("-L", url("/public")));
    }

    @Test
    void asksForARange() throws Exception {
        Path part = folder.resolve("part");
        assertEquals("206", curl("-w", "%{http_code}", "--range", "1000-1999", "-o", part.toString(), video()));
        assertArrayEquals(Arrays.copyOfRange(Files.readAllBytes(upload), 1000, 2000), Files.readAllBytes(part));
        assertEquals("416", curl("-w", "%{http_code}", "--range", "10000000-", "-o", "/dev/null", video()));
    }

    @Test
    void asksForSeveralRanges() throws Exception {
        String parts = curl("-w", "%{http_code} %{content_type}", "--range", "0-9,5000-5009", video());
        assertTrue(parts.contains("Content-Range: bytes 5000-5009/10000000"), parts);
        assertTrue(parts.contains("206 multipart/byteranges; boundary="), parts);
    }

    @Test
    void resumesADownload() throws Exception {
        Path resumed = folder.resolve("resumed");
        Files.write(resumed, Arrays.copyOf(Files.readAllBytes(upload), 3_000_000));
        assertEquals(
                "206 7000000",
                curl("-w", "%{http_code} %{size_download}", "-C", "-", "-o", resumed.toString(), video()));
        assertEquals(-1, Files.mismatch(upload, resumed));
    }

    @Test
    void asksWhetherAFileHasChanged() throws Exception {
        Path copy = folder.resolve("copy");
        String codeAndSize = "%{http_code} %{size_download}";
        assertEquals("200 10000000", curl("-R", "-w", codeAndSize, "-o", copy.toString(), video()));
        assertEquals("304 0", curl("-z", copy.toString(), "-w", codeAndSize, "-o", copy.toString(), video()));
        assertEquals("200 10000000", curl("-z", "1 Jan 2000", "-w", codeAndSize, "-o", copy.toString(), video()));
        Path tag = folder.resolve("tag");
        curl("--etag-save", tag.toString(), "-o", copy.toString(), video());
        assertEquals("304 0", curl("--etag-compare", tag.toString(), "-w", codeAndSize, "-o", "/dev/null", video()));
    }

    private static String video() {
        return url("/public/video.mp4");
    }

    private static String upload(String name, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(options));
        Collections.addAll(
                arguments, "-X", "POST", "-w", "%{http_code}", "--data-binary", "@" + upload, url("/files/" + name));
        String output = curl(arguments.toArray(String[]::new));
        assertTrue(output.contains("201"), output);
        assertArrayEquals(
                Files.readAllBytes(upload),
                Files.readAllBytes(folder.resolve("files").resolve(name)));
        return output;
    }

    private static String url(String path) {
        return app.url(path).toString();
    }

    private static String curl(String... arguments) throws IOException, InterruptedException {
        return curl(Redirect.PIPE, arguments);
    }

    private static String curl(Redirect input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "--noproxy", "*", "--max-time", "60"));
        Collections.addAll(command, arguments);
        Process process = new ProcessBuilder(command)
                .redirectInput(input)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private static boolean isInstalled() {
        try {
            Process process = new ProcessBuilder("curl", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
