package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.HttpException;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.representation.Preconditions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {

    @TempDir
    Path directory;

    @Test
    void removesWhatAKilledProcessLeft() throws Exception {
        Path old = Files.createFile(directory.resolve(".upload-old"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path fresh = Files.createFile(directory.resolve(".upload-fresh"));

        FileStore.in(directory);
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(fresh));
    }

    @Test
    void putsNothingInPlaceOfAVersionThatCameDuringTheUpload() throws Exception {
        FileStore store = FileStore.in(directory);
        FileName name = FileName.parse("a").orElseThrow();
        Request first = Request.of(Method.PUT, "/files/a").withHeader("If-None-Match", "*");
        assertThrows(
                HttpException.class,
                () -> store.write(
                        name,
                        new SequenceInputStream(new ByteArrayInputStream(new byte[1]), new InputStream() {
                            @Override
                            public int read() throws IOException {
                                store.write(name, new ByteArrayInputStream(new byte[2]), any -> {});
                                return -1;
                            }
                        }),
                        current -> Preconditions.check(first, current)));
        assertEquals(2, Files.size(directory.resolve("a")));
        assertEquals(List.of("a"), entries());
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }
}
