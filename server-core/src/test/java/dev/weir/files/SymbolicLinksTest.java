package dev.weir.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SymbolicLinksTest {

    private static final int RACES = 5000;

    @TempDir
    Path folder;

    private Path root;
    private Path outside;

    @BeforeEach
    void writeFiles() throws IOException {
        root = Files.createDirectories(folder.resolve("root"));
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.createDirectories(root.resolve("dir/deep"));
        Files.writeString(root.resolve("a.txt"), "inside");
        Files.writeString(root.resolve("dir/a.txt"), "inside");
        Files.writeString(root.resolve("dir/deep/a.txt"), "inside");
        Files.createDirectories(outside.resolve("deep"));
        Files.writeString(outside.resolve("a.txt"), "outside");
        Files.writeString(outside.resolve("index.html"), "outside");
        Files.writeString(outside.resolve("deep/a.txt"), "outside");
        Files.createSymbolicLink(root.resolve("link.txt"), outside.resolve("a.txt"));
        Files.createSymbolicLink(root.resolve("inner.txt"), Path.of("a.txt"));
        Files.createSymbolicLink(root.resolve("links"), outside);
        Files.createSymbolicLink(root.resolve("dir/link.txt"), Path.of("../../outside/a.txt"));
        Files.createSymbolicLink(root.resolve("dir/deep/links"), outside);
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(root.resolve("dangling"), Path.of("nowhere"));
        Files.createSymbolicLink(root.resolve("a.txt.gz"), outside.resolve("a.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/link.txt",
                "/inner.txt",
                "/links",
                "/links/",
                "/links/a.txt",
                "/links/deep/a.txt",
                "/links/index.html",
                "/dir/link.txt",
                "/dir/deep/links/a.txt",
                "/dir/deep/links/",
                "/loop",
                "/loop/a",
                "/dangling"
            })
    void areNotFollowed(String target) throws Exception {
        Response response = StaticFiles.of(root).withListing().handle(Request.get(target));
        assertEquals(Status.NOT_FOUND, response.status());
    }

    @Test
    void inASiblingsPlaceAreNotFollowed() throws Exception {
        Response response = StaticFiles.of(root).handle(Request.get("/a.txt").withHeader("Accept-Encoding", "gzip"));
        assertEquals("inside", StaticFilesTest.text(response));
    }

    @Test
    void areFollowedIfTold() throws Exception {
        StaticFiles files = StaticFiles.of(root).withSymbolicLinks();
        assertEquals("outside", text(files, "/link.txt"));
        assertEquals("inside", text(files, "/inner.txt"));
        assertEquals("outside", text(files, "/links/"));
        assertEquals("outside", text(files, "/links/deep/a.txt"));
        assertEquals(Status.NOT_FOUND, files.handle(Request.get("/loop")).status());
        assertEquals(Status.NOT_FOUND, files.handle(Request.get("/dangling")).status());
        assertEquals(
                "./links/",
                files.handle(Request.get("/links")).header("Location").orElseThrow());
    }

    @Test
    void theRootMayBeOneAndMayMove() throws Exception {
        Path current = Files.createSymbolicLink(folder.resolve("current"), root);
        StaticFiles files = StaticFiles.of(current).withCheckInterval(Duration.ZERO);
        assertEquals("inside", text(files, "/dir/a.txt"));
        assertEquals("inside", text(files, "/a.txt"));
        Path next = Files.createSymbolicLink(folder.resolve("next"), outside);
        Files.move(next, current, StandardCopyOption.ATOMIC_MOVE);
        assertEquals("outside", text(files, "/a.txt"));
        assertEquals(Status.NOT_FOUND, files.handle(Request.get("/dir/a.txt")).status());
    }

    static Stream<Function<Path, Reach>> reaches() {
        return Stream.of(SafeReach::new, PathReach::withoutLinks);
    }

    @ParameterizedTest
    @MethodSource("reaches")
    void everyWayToReachFilesRefusesThem(Function<Path, Reach> kind) throws Exception {
        Reach reach = kind.apply(root);
        for (List<String> names : List.of(
                List.of("link.txt"),
                List.of("links", "a.txt"),
                List.of("dir", "link.txt"),
                List.of("dir", "deep", "links", "a.txt"),
                List.of("loop"),
                List.of("a.txt", "x"),
                List.of("dir"))) {
            assertTrue(reach.open(names).isEmpty(), names.toString());
        }
        for (List<String> names : List.of(List.of("a.txt"), List.of("dir", "a.txt"), List.of("dir", "deep", "a.txt"))) {
            try (FileChannel channel = reach.open(names).orElseThrow().channel()) {
                assertEquals(6, channel.size());
            }
            assertTrue(reach.look(names).orElseThrow().isRegularFile());
        }
        assertTrue(reach.look(List.of("dir", "deep")).orElseThrow().isDirectory());
        assertTrue(reach.look(List.of()).orElseThrow().isDirectory());
        assertEquals(Optional.empty(), reach.look(List.of("links", "a.txt")));
        reach.list(List.of("links"), (name, attributes) -> {
            throw new AssertionError("listed " + name);
        });
    }

    /** A directory on the way is exchanged for a link, and back, while files are read through it. */
    @ParameterizedTest
    @ValueSource(strings = {"/swap/a.txt", "/swap/deep/a.txt"})
    void thatTakeADirectorysPlaceMeanwhileAreNotFollowed(String target) throws Exception {
        Path directory = swapped();
        StaticFiles files = StaticFiles.of(root).withMemory(0);
        int found = whileSwapping(directory, () -> {
            Response response = files.handle(Request.get(target));
            if (!response.status().equals(Status.OK)) {
                return false;
            }
            assertEquals("inside", StaticFilesTest.text(response));
            return true;
        });
        assertTrue(found > 0, "found " + found);
    }

    /** The same of each opening alone, where nothing is compared afterwards. */
    @ParameterizedTest
    @ValueSource(strings = {"swap/a.txt", "swap/deep/a.txt"})
    void noOpeningIsLedAway(String path) throws Exception {
        Path directory = swapped();
        Reach reach = new SafeReach(root);
        int found = whileSwapping(directory, () -> {
            Optional<Reach.Found> opened = reach.open(List.of(path.split("/")));
            if (opened.isEmpty()) {
                return false;
            }
            try (FileChannel channel = opened.get().channel()) {
                assertEquals("inside".length(), channel.size(), "length of what was opened");
            }
            return true;
        });
        assertTrue(found > 0, "found " + found);
    }

    private Path swapped() throws IOException {
        Path directory = Files.createDirectories(root.resolve("swap/deep")).getParent();
        Files.writeString(directory.resolve("a.txt"), "inside");
        Files.writeString(directory.resolve("deep/a.txt"), "inside");
        return directory;
    }

    /** How many of many tries succeed while a directory is exchanged for a link to what lies outside, and back. */
    private int whileSwapping(Path directory, Callable<Boolean> tried) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), outside);
        Path aside = folder.resolve("aside");
        AtomicBoolean isOver = new AtomicBoolean();
        Thread swapper = new Thread(() -> {
            try {
                while (!isOver.get()) {
                    Files.move(directory, aside);
                    Files.move(link, directory);
                    Files.move(directory, link);
                    Files.move(aside, directory);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        swapper.start();
        int found = 0;
        try {
            for (int i = 0; i < RACES; i++) {
                found += tried.call() ? 1 : 0;
            }
            assertTrue(swapper.isAlive(), "still swapping");
        } finally {
            isOver.set(true);
            swapper.join();
        }
        return found;
    }

    private static String text(StaticFiles files, String target) throws IOException {
        return StaticFilesTest.text(files.handle(Request.get(target)));
    }
}
