package dev.weir.multipart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that are kept, in memory up to ten octets and in a file beyond. */
class UploadTest {

    private static final MultipartLimits LIMITS = MultipartLimits.defaults().withMemory(10);

    @TempDir
    Path directory;

    private Upload kept(String content) throws IOException {
        return part(content, LIMITS).keepIn(directory);
    }

    private static ReceivedPart part(String content, MultipartLimits limits) throws IOException {
        String head = "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"x/y.txt\"\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n";
        return MultipartReader.of(FormRequests.of("b", head + content + "\r\n--b--"), limits)
                .next()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void isInMemoryUpToTheLimitAndInAFileBeyond() throws Exception {
        try (Upload empty = kept("");
                Upload small = kept("1234567890");
                Upload large = kept("12345678901");
                Upload larger = kept("x".repeat(100_000))) {
            assertEquals(List.of(0L, 10L, 11L, 100_000L), sizes(empty, small, large, larger));
            assertFalse(empty.isInFile());
            assertFalse(small.isInFile());
            assertTrue(large.isInFile());
            assertTrue(larger.isInFile());
            assertEquals("12345678901", large.text());
            assertEquals("x".repeat(100_000), larger.text());
        }
    }

    private static List<Long> sizes(Upload... uploads) {
        return Stream.of(uploads).map(Upload::size).toList();
    }

    @Test
    void tellsWhatTheClientSays() throws Exception {
        try (Upload upload = kept("1")) {
            assertEquals("a", upload.name());
            assertTrue(upload.isFile());
            assertEquals(Optional.of("y.txt"), upload.filename());
            assertEquals(MediaType.TEXT_PLAIN_UTF_8, upload.mediaType());
            assertTrue(
                    upload.headers().first("Content-Disposition").orElseThrow().contains("x/y.txt"));
            assertEquals("upload of 1 octets", upload.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "123456789012345678901234567890"})
    void isReadAsOftenAsWantedAndBySeveralAtATime(String content) throws Exception {
        try (Upload upload = kept(content)) {
            InputStream one = upload.stream();
            InputStream other = upload.stream();
            assertEquals('1', one.read());
            assertEquals(1, one.skip(1));
            assertEquals('1', other.read());
            assertEquals('3', one.read());
            assertEquals(content.length() - 3, one.available());
            assertEquals(content.substring(3), new String(one.readAllBytes(), StandardCharsets.US_ASCII));
            assertEquals(-1, one.read());
            assertEquals(-1, one.read(new byte[1]));
            assertEquals(0, one.skip(1));
            assertEquals(0, one.transferTo(OutputStreamThatFails.INSTANCE));
            assertArrayEquals(content.getBytes(StandardCharsets.US_ASCII), upload.bytes());
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            assertEquals(content.length() - 1, other.transferTo(copy));
            assertEquals(content.substring(1), copy.toString(StandardCharsets.US_ASCII));
        }
    }

    /** Nothing is to be written to it. */
    private static final class OutputStreamThatFails extends java.io.OutputStream {

        static final OutputStreamThatFails INSTANCE = new OutputStreamThatFails();

        @Override
        public void write(int octet) throws IOException {
            throw new IOException("written to");
        }
    }

    @Test
    void isCopiedToFiles() throws Exception {
        Path target = directory.resolve("target");
        for (String content : List.of("123", "x".repeat(50_000))) {
            try (Upload upload = kept(content)) {
                assertEquals(content.length(), upload.transferTo(target, StandardCopyOption.REPLACE_EXISTING));
                assertEquals(content, Files.readString(target));
                assertThrows(FileAlreadyExistsException.class, () -> upload.transferTo(target));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "12345678901"})
    void isOfNoUseOnceItIsClosed(String content) throws Exception {
        Upload upload = kept(content);
        InputStream open = upload.stream();
        upload.close();
        upload.close();
        assertThrows(IllegalStateException.class, upload::stream);
        assertThrows(IllegalStateException.class, upload::text);
        assertThrows(IllegalStateException.class, () -> upload.transferTo(directory.resolve("x")));
        assertThrows(IOException.class, open::read);
        assertEquals(content.length(), upload.size());
    }

    @Test
    void leavesNoFileOnceItIsClosed() throws Exception {
        kept("x".repeat(50_000)).close();
        assertEquals(List.of(), files());
    }

    @Test
    void leavesNoNameEvenWhileItIsOpen() throws Exception {
        assumeTrue(
                !System.getProperty("os.name").startsWith("Windows"), "SKIPPED: files in use keep their names there");
        try (Upload upload = kept("x".repeat(50_000))) {
            assertTrue(upload.isInFile());
            assertEquals(List.of(), files());
        }
    }

    @Test
    void leavesNoFileWhenThePartIsRefused() throws Exception {
        ReceivedPart tooLong = part("x".repeat(50_000), LIMITS.withPart(40_000));
        HttpException refused = assertThrows(HttpException.class, () -> tooLong.keepIn(directory));
        assertEquals(413, refused.status().code());
        assertEquals(List.of(), files());
    }

    @Test
    void failsWithoutADirectory() throws Exception {
        ReceivedPart large = part("x".repeat(50_000), LIMITS);
        assertThrows(IOException.class, () -> large.keepIn(directory.resolve("missing")));
    }

    @Test
    void canBeMadeForTests() throws Exception {
        byte[] octets = {1, 2};
        try (Upload upload = Upload.of("photo", "me.png", MediaType.IMAGE_PNG, octets)) {
            octets[0] = 3;
            assertEquals("photo", upload.name());
            assertEquals(Optional.of("me.png"), upload.filename());
            assertEquals(MediaType.IMAGE_PNG, upload.mediaType());
            assertArrayEquals(new byte[] {1, 2}, upload.bytes());
        }
    }
}
