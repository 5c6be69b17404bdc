package dev.weir.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is replaced all the time while it is asked for: every response is one version, whole and under its own tag. */
@Timeout(60)
class ChangingFilesTest {

    private static final int REQUESTS = 3000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1000,16777216", "1000,0", "200000,16777216"})
    void everyResponseIsOneVersion(int most, long memory) throws Exception {
        Path root = Files.createDirectories(folder.resolve("root"));
        replace(root, 1, most);
        AtomicBoolean isOver = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 2; !isOver.get(); i++) {
                replace(root, i, most);
            }
        });
        StaticFiles files = StaticFiles.of(root).withMemory(memory).withCheckInterval(Duration.ZERO);
        try (HttpServer server =
                        HttpServer.builder().host("127.0.0.1").handler(files).start();
                RawClient client = RawClient.to(server)) {
            writer.start();
            Map<String, String> contentOfTag = new HashMap<>();
            for (int i = 0; i < REQUESTS; i++) {
                RawClient.Reply reply = client.get("/file.txt").read();
                assertEquals(200, reply.status());
                String content = reply.content();
                assertTrue(reply.isWhole() && isOneVersion(content), "mixed: " + content.length() + " octets");
                String tag = reply.field("ETag").orElseThrow();
                String same = contentOfTag.putIfAbsent(tag, content);
                // A weak tag says that it may be the same for versions that follow in a moment.
                assertTrue(same == null || same.equals(content) || tag.startsWith("W/"), tag);
            }
            assertTrue(contentOfTag.size() > 1, "versions seen: " + contentOfTag.size());
        } finally {
            isOver.set(true);
            writer.join();
        }
    }

    /** Every version is one letter, as often as its place in the alphabet and the version tell. */
    private void replace(Path root, int version, int most) {
        try {
            int length = 1 + new Random(version).nextInt(most);
            String text = String.valueOf((char) ('a' + length % 26)).repeat(length);
            Path next = Files.writeString(folder.resolve("next"), text);
            Files.move(next, root.resolve("file.txt"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOneVersion(String content) {
        char letter = (char) ('a' + content.length() % 26);
        return content.chars().allMatch(c -> c == letter);
    }
}
