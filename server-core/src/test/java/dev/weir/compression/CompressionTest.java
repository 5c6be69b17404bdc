package dev.weir.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.ContentOutput;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {

    private static final Request ACCEPTING = Request.get("/").withHeader("Accept-Encoding", "br, gzip;q=0.9");
    private static final String LONG_TEXT = "All work and no play. ".repeat(100);

    @Nested
    class Chosen {

        @Test
        void sendsGzipWithItsLengthToAClientThatAcceptsIt() throws Exception {
            Response response = answer(ACCEPTING, Response.text(LONG_TEXT));

            byte[] octets = octets(response);
            assertEquals(Optional.of("gzip"), response.header("Content-Encoding"));
            assertEquals(OptionalLong.of(octets.length), response.content().length());
            assertTrue(octets.length < LONG_TEXT.length() / 4, "length " + octets.length);
            assertEquals(LONG_TEXT, gunzipped(octets));
        }

        @Test
        void keepsStatusMediaTypeAndOtherFields() throws Exception {
            Response response = answer(
                    ACCEPTING,
                    Response.json("[" + " ".repeat(2000) + "]")
                            .withStatus(Status.CREATED)
                            .withHeader("Location", "/x"));

            assertEquals(Status.CREATED, response.status());
            assertEquals(Optional.of("application/json"), response.header("Content-Type"));
            assertEquals(Optional.of("/x"), response.header("Location"));
            assertEquals(Optional.of("gzip"), response.header("Content-Encoding"));
        }

        @Test
        void compressesThreeOctetsIfToldThatNothingIsTooShort() throws Exception {
            Response response =
                    Compression.gzip().withMinimumSize(0).filter(ACCEPTING, request -> Response.text("abc"));

            assertEquals(Optional.of("gzip"), response.header("Content-Encoding"));
            assertEquals("abc", gunzipped(octets(response)));
        }

        @Test
        void answersHeadWithTheFieldsOfGet() throws Exception {
            Response toGet = answer(ACCEPTING, Response.text(LONG_TEXT));
            Response toHead = answer(ACCEPTING.withMethod(Method.HEAD), Response.text(LONG_TEXT));

            assertEquals(toGet.headers().toString(), toHead.headers().toString());
            assertEquals(toGet.content().length(), toHead.content().length());
        }

        @Test
        void compressesMoreAtAHigherLevel() throws Exception {
            String text = Files.readString(Path.of("src/main/java/dev/weir/http/MediaType.java"));
            Handler handler = request -> Response.text(text);

            int fastest = octets(Compression.of(ContentCoding.gzip(1)).filter(ACCEPTING, handler)).length;
            int shortest = octets(Compression.of(ContentCoding.gzip(9)).filter(ACCEPTING, handler)).length;
            assertTrue(shortest < fastest, shortest + " < " + fastest);
        }

        @Test
        void leavesWhatItCodedAlone() throws Exception {
            Compression compression = Compression.gzip();
            Handler inner = compression.around(request -> Response.text(LONG_TEXT));

            assertEquals(LONG_TEXT, gunzipped(octets(compression.filter(ACCEPTING, inner))));
        }

        @Test
        void takesAcceptRangesAway() throws Exception {
            Response response = answer(ACCEPTING, Response.text(LONG_TEXT).withHeader("Accept-Ranges", "bytes"));
            assertEquals(Optional.empty(), response.header("Accept-Ranges"));
        }
    }

    @Nested
    class NotChosen {

        @Test
        void sendsContentAsItIsToAClientThatDoesNotAcceptGzip() throws Exception {
            Response response = answer(Request.get("/").withHeader("Accept-Encoding", "br"), Response.text(LONG_TEXT));

            assertEquals(Optional.empty(), response.header("Content-Encoding"));
            assertEquals(Optional.of("Accept-Encoding"), response.header("Vary"));
            assertEquals(LONG_TEXT, new String(octets(response), StandardCharsets.UTF_8));
        }

        @Test
        void keepsTheEntityTagStrong() throws Exception {
            Response response =
                    answer(Request.get("/"), Response.text(LONG_TEXT).withHeader("ETag", "\"1\""));
            assertEquals(Optional.of("\"1\""), response.header("ETag"));
        }
    }

    @Nested
    class LeftAlone {

        @Test
        void contentThatIsShort() throws Exception {
            assertUntouched(Response.text("x".repeat(1023)));
            assertCompressed(Response.text("x".repeat(1024)));
        }

        @Test
        void contentThatIsEmpty() throws Exception {
            Response empty = Response.text("");
            assertSame(empty, Compression.gzip().withMinimumSize(0).filter(ACCEPTING, request -> empty));
        }

        @Test
        void contentThatIsCodedAlready() throws Exception {
            assertUntouched(Response.text(LONG_TEXT).withHeader("Content-Encoding", "br"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"image/png", "application/octet-stream", "video/mp4", "application/zip"})
        void contentThatWouldNotGetShorter(String type) throws Exception {
            assertUntouched(Response.bytes(MediaType.parse(type).orElseThrow(), new byte[5000]));
        }

        @Test
        void contentOfAMediaTypeThatIsMissingOrMalformed() throws Exception {
            ResponseContent content = ResponseContent.of(new byte[5000]);
            assertUntouched(Response.of(Status.OK).withContent(content));
            assertUntouched(Response.of(Status.OK).withContent(content).withHeader("Content-Type", "text"));
        }

        @Test
        void partOfARepresentation() throws Exception {
            Response whole = Response.text(LONG_TEXT);
            assertUntouched(whole.withStatus(Status.PARTIAL_CONTENT));
            assertUntouched(whole.withHeader("Content-Range", "bytes 0-2199/9000"));
        }

        @Test
        void statusThatHasNoContent() throws Exception {
            assertUntouched(Response.text(LONG_TEXT).withStatus(Status.NO_CONTENT));
        }

        @ParameterizedTest
        @ValueSource(strings = {"no-transform", "max-age=60, No-Transform"})
        void contentThatIsNotToBeTransformed(String cacheControl) throws Exception {
            assertUntouched(Response.text(LONG_TEXT).withHeader("Cache-Control", cacheControl));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Content-Digest", "Repr-Digest"})
        void contentWithADigest(String fieldName) throws Exception {
            assertUntouched(Response.text(LONG_TEXT).withHeader(fieldName, "sha-256=:AA==:"));
        }

        private static void assertUntouched(Response response) throws Exception {
            assertSame(response, answer(ACCEPTING, response));
        }

        private static void assertCompressed(Response response) throws Exception {
            assertEquals(Optional.of("gzip"), answer(ACCEPTING, response).header("Content-Encoding"));
        }
    }

    @Nested
    class Metadata {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Origin                   | Origin, Accept-Encoding",
                    "Origin, Accept-Language  | Origin, Accept-Language, Accept-Encoding",
                    "accept-encoding, Origin  | accept-encoding, Origin",
                    "*                        | *",
                    "''                       | Accept-Encoding",
                })
        void mergesVary(String before, String after) throws Exception {
            Response response = answer(ACCEPTING, Response.text(LONG_TEXT).withHeader("Vary", before));
            assertEquals(List.of(after), response.headers().all("Vary"));
        }

        @Test
        void joinsLinesOfVary() throws Exception {
            Response response = answer(
                    ACCEPTING,
                    Response.text(LONG_TEXT).plusHeader("Vary", "Origin").plusHeader("Vary", "Cookie"));
            assertEquals(
                    List.of("Origin, Cookie, Accept-Encoding"),
                    response.headers().all("Vary"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"\"1\" | W/\"1\"", "W/\"1\" | W/\"1\""})
        void weakensEntityTags(String before, String after) throws Exception {
            Response response = answer(ACCEPTING, Response.text(LONG_TEXT).withHeader("ETag", before));
            assertEquals(Optional.of(after), response.header("ETag"));
        }

        @Test
        void givesNotModifiedTheFieldsOfItsRepresentation() throws Exception {
            Response response =
                    answer(ACCEPTING, Response.of(Status.NOT_MODIFIED).withHeader("ETag", "\"1\""));

            assertEquals(Optional.of("W/\"1\""), response.header("ETag"));
            assertEquals(Optional.of("Accept-Encoding"), response.header("Vary"));
            assertEquals(Optional.empty(), response.header("Content-Encoding"));
        }
    }

    @Nested
    class Streams {

        @Test
        void compressesContentOfUnknownLengthOnItsWay() throws Exception {
            Response response = answer(
                    ACCEPTING,
                    Response.stream(
                            MediaType.TEXT_PLAIN, output -> output.write("abc".getBytes(StandardCharsets.UTF_8))));

            assertEquals(OptionalLong.empty(), response.content().length());
            assertEquals("abc", gunzipped(octets(response)));
        }

        @Test
        void doesNotRunTheWriterBeforeItsTurn() throws Exception {
            answer(ACCEPTING, Response.stream(MediaType.TEXT_PLAIN, output -> {
                throw new IOException("too early");
            }));
        }

        @Test
        void compressesLongContentOnItsWay() throws Exception {
            String text = "0123456789abcdef".repeat(16 << 10);
            assertEquals(
                    OptionalLong.empty(),
                    answer(ACCEPTING, Response.text(text + "!")).content().length());
            assertTrue(answer(ACCEPTING, Response.text(text)).content().length().isPresent());
            assertEquals(text + "!", gunzipped(octets(answer(ACCEPTING, Response.text(text + "!")))));
        }

        @Test
        void sendsAtOnceWhatIsFlushed() throws Exception {
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            Response response = answer(ACCEPTING, Response.stream(MediaType.TEXT_EVENT_STREAM, output -> {
                output.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
                output.flush();
                assertEquals("data: 1\n\n", startOf(sent.toByteArray(), 9));
                output.write("data: 2\n\n".getBytes(StandardCharsets.UTF_8));
            }));

            response.content().writeTo(ContentOutput.to(sent));
            assertEquals("data: 1\n\ndata: 2\n\n", gunzipped(sent.toByteArray()));
        }

        @Test
        void flushesTheOutputBehindIt() throws Exception {
            int[] flushes = {0};
            Response response = answer(ACCEPTING, Response.stream(MediaType.TEXT_PLAIN, ContentOutput::flush));

            response.content().writeTo(ContentOutput.to(new ByteArrayOutputStream() {
                @Override
                public void flush() {
                    flushes[0]++;
                }
            }));
            assertEquals(1, flushes[0]);
        }

        @Test
        void compressesFiles(@TempDir Path directory) throws Exception {
            Path file = Files.writeString(directory.resolve("long.txt"), LONG_TEXT);
            assertEquals(LONG_TEXT, gunzipped(octets(answer(ACCEPTING, Response.file(file)))));
        }

        @Test
        void doesNotCloseTheOutput() throws Exception {
            Response response = answer(ACCEPTING, Response.stream(MediaType.TEXT_PLAIN, output -> {}));

            response.content().writeTo(ContentOutput.to(new ByteArrayOutputStream() {
                @Override
                public void close() {
                    throw new AssertionError("closed");
                }
            }));
        }
    }

    @Nested
    class Failures {

        @Test
        void contentInMemoryIsClosedAtOnce() throws Exception {
            RecordingContent content = new RecordingContent(2000, OptionalLong.of(2000));
            answer(ACCEPTING, Response.of(Status.OK).withContent(MediaType.TEXT_PLAIN, content));
            assertTrue(content.isClosed);
        }

        @Test
        void contentThatStreamsIsClosedWithTheResponse() throws Exception {
            RecordingContent content = new RecordingContent(2000, OptionalLong.empty());
            Response response = answer(ACCEPTING, Response.of(Status.OK).withContent(MediaType.TEXT_PLAIN, content));
            response.content().writeTo(ContentOutput.to(new ByteArrayOutputStream()));
            assertEquals(false, content.isClosed);
            response.content().close();
            assertTrue(content.isClosed);
        }

        @Test
        void contentThatFailsInMemoryIsClosedAndFails() {
            RecordingContent content = new RecordingContent(1999, OptionalLong.of(2000));
            Response response = Response.of(Status.OK).withContent(MediaType.TEXT_PLAIN, content);

            assertThrows(IOException.class, () -> answer(ACCEPTING, response));
            assertTrue(content.isClosed);
        }

        @Test
        void contentThatIsCutShortDoesNotLookComplete() throws Exception {
            long length = 300 << 10;
            RecordingContent content = new RecordingContent(2000, OptionalLong.of(length));
            Response response = answer(ACCEPTING, Response.of(Status.OK).withContent(MediaType.TEXT_PLAIN, content));

            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            assertThrows(IOException.class, () -> response.content().writeTo(ContentOutput.to(sent)));
            assertThrows(IOException.class, () -> gunzipped(sent.toByteArray()));
        }

        @Test
        void refusesSettingsOutOfRange() {
            assertThrows(
                    IllegalArgumentException.class, () -> Compression.gzip().withMinimumSize(-1));
            assertThrows(IllegalArgumentException.class, () -> ContentCoding.gzip(0));
            assertThrows(IllegalArgumentException.class, () -> ContentCoding.deflate(10));
            assertThrows(IllegalArgumentException.class, Compression::of);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Compression.of(ContentCoding.gzip(), ContentCoding.deflate(), ContentCoding.gzip(9)));
        }
    }

    /** Writes so many octets and remembers whether it was closed. */
    private static final class RecordingContent implements ResponseContent {

        private final int written;
        private final OptionalLong length;
        private boolean isClosed;

        RecordingContent(int written, OptionalLong length) {
            this.written = written;
            this.length = length;
        }

        @Override
        public OptionalLong length() {
            return length;
        }

        @Override
        public void writeTo(ContentOutput output) throws IOException {
            output.write(new byte[written]);
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private static Response answer(Request request, Response response) throws Exception {
        return Compression.gzip().filter(request, same -> response);
    }

    private static byte[] octets(Response response) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        response.content().writeTo(ContentOutput.to(octets));
        response.content().close();
        return octets.toByteArray();
    }

    private static String gunzipped(byte[] octets) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(octets))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String startOf(byte[] gzip, int length) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            byte[] start = in.readNBytes(length);
            assertArrayEquals(new String(start, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), start);
            return new String(start, StandardCharsets.UTF_8);
        }
    }
}
