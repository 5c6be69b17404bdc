package dev.weir.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.HttpServer;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** curl against a server that compresses and decompresses: a client that is not ours. */
class CurlTest {

    private static final String TEXT = "All work and no play makes Jack a dull boy.\n".repeat(2000);

    @TempDir
    private Path directory;

    private HttpServer server;

    @BeforeEach
    void start() {
        assumeTrue(isInstalled(), "SKIPPED: curl is not installed (apt-get install curl)");
        server = HttpServer.builder()
                .host("127.0.0.1")
                .filter(Compression.defaults())
                .filter(Decompression.defaults())
                .get("/text", request -> Response.text(TEXT))
                .get(
                        "/stream",
                        request -> Response.stream(MediaType.TEXT_PLAIN, output -> {
                            for (String line : TEXT.split("(?<=\n)")) {
                                output.write(line.getBytes(StandardCharsets.UTF_8));
                            }
                        }))
                .post("/length", request -> Response.text("" + request.content().bytes().length))
                .start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static boolean isInstalled() {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, "curl"))) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/text", "/stream"})
    void compressedContentIsReadBack(String path) throws Exception {
        assertEquals(TEXT, curl("--compressed", url(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void eachCodingIsReadBackAndIsShorter(String coding) throws Exception {
        String output =
                curl("--compressed", "-H", "Accept-Encoding: " + coding, "-w", "%{size_download}", url("/text"));
        assertTrue(output.startsWith(TEXT), "content in " + coding);
        assertTrue(Integer.parseInt(output.substring(TEXT.length())) < TEXT.length() / 10, "length in " + coding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void codedUploadsAreDecoded(String coding) throws Exception {
        byte[] coded = coding.equals("gzip") ? Coded.gzip(TEXT) : Coded.deflate(TEXT);
        Path file = Files.write(directory.resolve("upload"), coded);
        assertEquals(
                Integer.toString(TEXT.length()),
                curl("-H", "Content-Encoding: " + coding, "--data-binary", "@" + file, url("/length")));
    }

    @Test
    void aBombIsAnsweredWith413() throws Exception {
        Path file = Files.write(directory.resolve("bomb.gz"), Coded.gzip(new byte[50 << 20]));
        assertEquals(
                "413",
                curl(
                        "-H",
                        "Content-Encoding: gzip",
                        "--data-binary",
                        "@" + file,
                        "-o",
                        directory.resolve("answer").toString(),
                        "-w",
                        "%{http_code}",
                        url("/length")));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private String curl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "--max-time", "20"));
        command.addAll(List.of(arguments));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "curl did not end");
        String text = Files.readString(output);
        assertEquals(0, process.exitValue(), text);
        return text;
    }
}
