package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.http.Response;
import dev.weir.testing.TestClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileAccessTest {

    @TempDir
    Path folder;

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void wantsThePasswordForFilesAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "ada:pass:wörd\nsecond line\n");
        try (TestClient client = TestClient.inMemory(
                HttpServer.builder().filter(FileAccess.of(file)).get("/{*path}", request -> Response.text("let in")))) {
            assertTrue(client.get("/files")
                    .send()
                    .expect(401)
                    .header("WWW-Authenticate")
                    .orElseThrow()
                    .startsWith("Basic realm=\"files\""));
            client.get("/%66iles/a")
                    .header("Authorization", basic("ada:pass"))
                    .send()
                    .expect(401);
            client.get("/files/a")
                    .header("Authorization", basic("ada:pass:wörd"))
                    .send()
                    .expect(200);
            assertEquals("let in", client.get("/todos").send().text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", ":secret", "ada:", "\nada:secret"})
    void refusesAFileThatNamesNobody(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), text);
        IOException e = assertThrows(IOException.class, () -> FileAccess.of(file));
        assertTrue(e.getMessage().endsWith("is not NAME:PASSWORD"), e.getMessage());
        assertFalse(e.getMessage().contains("secret"), e.getMessage());
    }
}
