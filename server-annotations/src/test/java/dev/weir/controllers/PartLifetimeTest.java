package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.HttpServer;
import dev.weir.annotations.Controller;
import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Part;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import dev.weir.http.ContentOutput;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import dev.weir.multipart.MultipartContent;
import dev.weir.multipart.Upload;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the parts of a form are given back: not before the response is written, and in any case. */
@Timeout(60)
class PartLifetimeTest {

    /** Too long for memory. */
    private static final String LARGE = "x".repeat(400_000);

    @TempDir
    Path directory;

    /** Uploads that the endpoints have seen. */
    private static final List<Upload> SEEN = new ArrayList<>();

    static final class Failing implements Filter {
        @Override
        public Response filter(Request request, Handler next) throws Exception {
            next.handle(request);
            throw new IllegalStateException("after the endpoint");
        }
    }

    static final class Replacing implements Filter {
        @Override
        public Response filter(Request request, Handler next) throws Exception {
            return next.handle(request).withContent(MediaType.TEXT_PLAIN, ResponseContent.empty());
        }
    }

    static final class Renewing implements Filter {
        @Override
        public Response filter(Request request, Handler next) throws Exception {
            return next.handle(Request.of(request.method(), request.target().toString())
                    .withHeaders(request.headers())
                    .withContent(request.content()));
        }
    }

    static final class TooLate extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Controller
    static final class Uploads {

        @Post("/value")
        String value(@Part Upload file) {
            return seen(file).size() + "";
        }

        @Post("/void")
        void nothing(@Part Upload file) {
            seen(file);
        }

        @Post("/stream")
        InputStream stream(@Part Upload file) {
            return seen(file).stream();
        }

        @Post("/written")
        Response written(@Part Upload file) {
            Upload upload = seen(file);
            return Response.of(Status.OK)
                    .withContent(MediaType.TEXT_PLAIN, ResponseContent.written(upload.size(), output -> upload.stream()
                            .transferTo(output)));
        }

        @Post("/region")
        Response region(@Part Upload file) {
            Upload upload = seen(file);
            return Response.of(Status.OK).withContent(MediaType.TEXT_PLAIN, new ResponseContent() {
                @Override
                public OptionalLong length() {
                    return OptionalLong.of(upload.size());
                }

                @Override
                public void writeTo(ContentOutput output) throws IOException {
                    upload.stream().transferTo(output);
                }

                @Override
                public Optional<ResponseContent> region(long position, long count) {
                    return Optional.of(ResponseContent.written(
                            count, output -> output.write(upload.stream().readNBytes((int) count))));
                }
            });
        }

        @Post("/elements")
        Stream<Long> elements(@Part List<Upload> file) {
            return file.stream().map(each -> seen(each).size());
        }

        @Post("/later")
        CompletionStage<String> later(@Part Upload file) {
            return CompletableFuture.supplyAsync(() -> {
                try {
                    return seen(file).text().length() + "";
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        @Post("/throws")
        String fails(@Part Upload file) {
            seen(file);
            throw new IllegalStateException("the endpoint");
        }

        @Post("/handled")
        String handled(@Part Upload file) {
            seen(file);
            throw new TooLate();
        }

        @ExceptionHandler
        String answer(TooLate exception) {
            return "too late";
        }

        @Post("/unbound")
        String unbound(@Part Upload file, @QueryParam int missing) {
            throw new AssertionError("called");
        }

        @Post("/filtered/failing")
        @FilteredBy(Failing.class)
        InputStream failing(@Part Upload file) {
            return seen(file).stream();
        }

        @Post("/filtered/replacing")
        @FilteredBy(Replacing.class)
        InputStream replacing(@Part Upload file) {
            return seen(file).stream();
        }

        @Post("/filtered/renewing")
        @FilteredBy(Renewing.class)
        InputStream renewing(@Part Upload file) {
            return seen(file).stream();
        }

        private static Upload seen(Upload upload) {
            SEEN.add(upload);
            return upload;
        }
    }

    private Weir weir() {
        SEEN.clear();
        return Weir.of(Controllers.builder().add(new Uploads()).uploadDirectory(directory));
    }

    private static Request request(String target) throws IOException {
        return PartRequests.of(target, PartRequests.file("file", "f", LARGE));
    }

    private static void assertClosed(int count) {
        assertEquals(count, SEEN.size());
        SEEN.forEach(upload -> assertThrows(IllegalStateException.class, upload::stream));
        SEEN.forEach(upload -> assertTrue(upload.isInFile()));
    }

    private static void assertOpen() {
        SEEN.forEach(upload -> assertEquals(LARGE.length(), assertReadable(upload)));
    }

    private static long assertReadable(Upload upload) {
        try {
            return upload.bytes().length;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Files of the directory that this process has open, whether or not they have a name; only on Linux. */
    private List<String> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        List<String> open = new ArrayList<>();
        if (!Files.isDirectory(descriptors)) {
            return open;
        }
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path each : all.toList()) {
                try {
                    String target = Files.readSymbolicLink(each).toString();
                    if (target.startsWith(directory.toRealPath().toString())) {
                        open.add(target);
                    }
                } catch (IOException goneMeanwhile) {
                    // It was the descriptor of the listing.
                }
            }
        }
        return open;
    }

    private void assertNothingIsLeft() throws IOException {
        assertEquals(List.of(), openFiles());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/value", "/void", "/later"})
    void areGivenBackBeforeAResponseThatIsComplete(String target) throws Exception {
        Response response = weir().handle(request(target));
        assertTrue(response.status().isSuccessful());
        assertClosed(1);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stream", "/written", "/filtered/renewing"})
    void areThereUntilTheResponseIsWritten(String target) throws Exception {
        Response response = weir().handle(request(target));
        assertOpen();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        response.content().writeTo(ContentOutput.to(octets));
        assertEquals(LARGE, octets.toString(StandardCharsets.UTF_8));
        assertOpen();
        response.content().close();
        assertClosed(1);
        assertNothingIsLeft();
    }

    @Test
    void doNotChangeWhatAResponseSaysOfItsLength() throws Exception {
        Response response = weir().handle(request("/written"));
        assertEquals(LARGE.length(), response.content().length().orElseThrow());
        response.content().close();
    }

    @Test
    void areThereForARegionOfTheContentAndGivenBackWithIt() throws Exception {
        Response response = weir().handle(request("/region"));
        ResponseContent region = response.content().region(0, 3).orElseThrow();
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        region.writeTo(ContentOutput.to(octets));
        assertEquals("xxx", octets.toString(StandardCharsets.UTF_8));
        assertOpen();
        region.close();
        assertClosed(1);
        assertNothingIsLeft();
    }

    @Test
    void areThereForResultsThatAreWrittenElementByElement() throws Exception {
        MultipartContent form = PartRequests.file("file", "1", LARGE)
                .withFile("file", "2", MediaType.TEXT_PLAIN, PartRequests.octets(LARGE));
        Response response = weir().handle(PartRequests.of("/elements", form));
        assertOpen();
        assertEquals("[400000,400000]", Weir.contentOf(response).replaceAll("\\s", ""));
        response.content().close();
        assertClosed(2);
        assertNothingIsLeft();
    }

    @Test
    void areGivenBackWhenTheContentIsNeverWritten() throws Exception {
        Response response = weir().handle(request("/stream"));
        response.content().close(); // as for HEAD
        assertClosed(1);
        assertNothingIsLeft();
    }

    @Test
    void areGivenBackWhenTheEndpointThrows() throws Exception {
        Weir weir = weir();
        Request request = request("/throws");
        assertThrows(IllegalStateException.class, () -> weir.handle(request));
        assertClosed(1);
        assertNothingIsLeft();
    }

    @Test
    void areGivenBackWhenAnExceptionIsHandled() throws Exception {
        assertEquals("500 too late", weir().text(request("/handled")));
        assertClosed(1);
        assertNothingIsLeft();
    }

    @Test
    void areGivenBackWhenBindingFails() throws Exception {
        assertTrue(weir().text(request("/unbound")).startsWith("400"));
        assertNothingIsLeft();
    }

    @Test
    void areGivenBackWhenTheContentIsMalformedBehindThem() throws Exception {
        String text = "--b\r\nContent-Disposition: form-data; name=file; filename=f\r\n\r\n" + LARGE + "\r\n--b\r\nx";
        Request request = Request.post("/value", MediaType.MULTIPART_FORM_DATA.with("boundary", "b"), text);
        assertTrue(weir().text(request).startsWith("400"));
        assertNothingIsLeft();
    }

    @Test
    void areGivenBackWhenAFilterThrows() throws Exception {
        Weir weir = weir();
        Request request = request("/filtered/failing");
        assertThrows(IllegalStateException.class, () -> weir.handle(request));
        assertClosed(1);
        assertNothingIsLeft();
    }

    @Test
    void areGivenBackWhenAFilterReplacesTheContent() throws Exception {
        assertEquals("200", weir().text(request("/filtered/replacing")));
        assertClosed(1);
        assertNothingIsLeft();
    }

    @Test
    void waitInTheDirectoryThatIsSet() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "SKIPPED: open files cannot be listed here");
        Response response = weir().handle(request("/stream"));
        assertEquals(1, openFiles().size());
        response.content().close();
        assertNothingIsLeft();
    }

    @Test
    void areRefusedADirectoryThatIsNone() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> Controllers.builder()
                .uploadDirectory(directory.resolve("missing")));
        assertTrue(refused.getMessage().endsWith("(expected: a directory)"), refused.getMessage());
    }

    @Test
    void areGivenBackByAServer() throws Exception {
        SEEN.clear();
        try (HttpServer server = HttpServer.builder()
                .host("127.0.0.1")
                .routes(Controllers.builder()
                        .add(new Uploads())
                        .uploadDirectory(directory)
                        .routes())
                .start()) {
            for (String target : List.of("/stream", "/written", "/filtered/renewing")) {
                assertTrue(send(server, target).contains("x".repeat(4000)), target);
            }
            assertTrue(send(server, "/throws").startsWith("HTTP/1.1 500"));
            assertTrue(send(server, "/unbound").startsWith("HTTP/1.1 400"));
            assertTrue(send(server, "/void").startsWith("HTTP/1.1 204"));
        }
        // A server that has stopped has written, and closed, all contents.
        assertClosed(5);
        assertNothingIsLeft();
    }

    /** Sends a form over a connection of its own, and reads all that comes back. */
    private static String send(HttpServer server, String target) throws Exception {
        Request form = request(target);
        byte[] content = form.content().bytes();
        String head = "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + form.header("Content-Type").orElseThrow() + "\r\nContent-Length: " + content.length + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(content);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void areGivenBackWhenTheContentIsTooLong() throws Exception {
        Request request = request("/value");
        assertTrue(weir().text(request.withContent(request.content().limitedTo(300_000)))
                .startsWith("413"));
        assertNothingIsLeft();
    }
}
