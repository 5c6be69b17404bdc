package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.LayerTable.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each package of server-core uses only packages of lower layers. */
class LayersTest {

    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void everyPackageUsesOnlyWhatTheTableAllows() throws IOException {
        assertEquals("", String.join("\n", LayerTable.faults(sources())));
    }

    @Test
    void noPackagesUseEachOtherInACircle() throws IOException {
        assertEquals(List.of(), LayerTable.cycle(sources()));
    }

    @Test
    void theSourcesAreFound() throws IOException {
        assertTrue(sources().size() > 50, "sources in " + SOURCES.toAbsolutePath());
    }

    @Test
    void anImportUpwardsIsReportedWithFileAndLineAndName() {
        assertEquals(
                List.of("Wire.java:3: dev.weir.internal.wire may not use dev.weir.internal.http1.Http1Connection"),
                faults("Wire.java", """
                        package dev.weir.internal.wire;

                        import dev.weir.internal.http1.Http1Connection;

                        final class Wire {}
                        """));
    }

    @Test
    void aStaticImportUpwardsIsReported() {
        assertEquals(
                List.of("Net.java:2: dev.weir.internal.net may not use dev.weir.http.Status"), faults("Net.java", """
                        package dev.weir.internal.net;
                        import static dev.weir.http.Status.OK;
                        """));
    }

    @Test
    void anImportOfAWholePackageUpwardsIsReported() {
        assertEquals(List.of("Net.java:2: dev.weir.internal.net may not use dev.weir.http.*"), faults("Net.java", """
                        package dev.weir.internal.net;
                        import dev.weir.http.*;
                        """));
    }

    @Test
    void aQualifiedNameInCodeIsReported() {
        assertEquals(
                List.of("Status.java:3: dev.weir.http may not use dev.weir.routing.Router"),
                faults("Status.java", """
                        package dev.weir.http;
                        final class Status {
                            private dev.weir.routing.Router router;
                        }
                        """));
    }

    @Test
    void aNameInACommentOrAStringIsNoUse() {
        assertEquals(List.of(), faults("Status.java", """
                        package dev.weir.http;
                        /**
                         * See {@link dev.weir.routing.Router}.
                         */
                        final class Status { // like dev.weir.routing.Route
                            String text = "dev.weir.routing.Router" + '"';
                            String block = \"""
                                    "dev.weir.routing.Router"
                                    \""";
                        }
                        """));
    }

    @Test
    void codeBehindAStringThatLooksLikeACommentIsStillRead() {
        assertEquals(
                List.of("Status.java:2: dev.weir.http may not use dev.weir.routing.Router"),
                faults("Status.java", """
                        package dev.weir.http;
                        class Status { String s = "http://"; dev.weir.routing.Router r; }
                        """));
    }

    @Test
    void aRoomThatUsesAnotherRoomIsReported() {
        assertEquals(
                List.of("Events.java:2: dev.weir.sse may not use dev.weir.compression.Compression"),
                faults("Events.java", """
                        package dev.weir.sse;
                        import dev.weir.compression.Compression;
                        """));
    }

    @Test
    void aRoomThatUsesInternalsIsReported() {
        assertEquals(
                List.of("Events.java:2: dev.weir.sse may not use dev.weir.internal.net.Transport"),
                faults("Events.java", """
                        package dev.weir.sse;
                        import dev.weir.internal.net.Transport;
                        """));
    }

    @Test
    void aRoomMayUsePublicPackages() {
        assertEquals(List.of(), faults("Events.java", """
                        package dev.weir.sse;
                        import dev.weir.http.Response;
                        import dev.weir.routing.Handler;
                        """));
    }

    @Test
    void aLayerThatUsesARoomIsReported() {
        assertEquals(
                List.of("Router.java:2: dev.weir.routing may not use dev.weir.sse.Events"), faults("Router.java", """
                        package dev.weir.routing;
                        import dev.weir.sse.Events;
                        """));
    }

    @Test
    void filesMayUseRepresentation() {
        assertEquals(List.of(), faults("Files.java", """
                        package dev.weir.files;
                        import dev.weir.representation.Validators;
                        """));
    }

    @Test
    void representationMayNotUseFiles() {
        assertEquals(
                List.of("Validators.java:2: dev.weir.representation may not use dev.weir.files.Files"),
                faults("Validators.java", """
                        package dev.weir.representation;
                        import dev.weir.files.Files;
                        """));
    }

    @Test
    void anInternalPackageOutsideTheTableIsReported() {
        assertEquals(
                List.of("Quic.java: package dev.weir.internal.quic is neither in the table of layers nor a room"),
                faults("Quic.java", "package dev.weir.internal.quic;\n"));
    }

    @Test
    void packagesInACircleAreReported() {
        assertEquals(
                List.of("dev.weir", "dev.weir.sse", "dev.weir"),
                LayerTable.cycle(List.of(
                        new Source("A.java", "package dev.weir;\nimport dev.weir.sse.Events;\n"),
                        new Source("B.java", "package dev.weir.sse;\nimport dev.weir.HttpServer;\n"))));
    }

    private static List<String> faults(String file, String text) {
        return LayerTable.faults(List.of(new Source(file, text)));
    }

    private static List<Source> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .sorted()
                    .map(LayersTest::read)
                    .toList();
        }
    }

    private static Source read(Path file) {
        try {
            return new Source(SOURCES.relativize(file).toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
