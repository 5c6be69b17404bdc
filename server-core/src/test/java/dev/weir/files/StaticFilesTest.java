package dev.weir.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.ContentOutput;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {

    private static final Instant CHANGED = Instant.parse("2024-02-29T12:00:00.123456789Z");

    @TempDir
    Path folder;

    private Path root;
    private StaticFiles files;

    @BeforeEach
    void writeFiles() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        write("index.html", "<p>home</p>");
        write("a.txt", "text of a");
        write("dir/index.html", "<p>dir</p>");
        write("dir/b c.css", "p {}");
        write("empty/.hidden", "hidden");
        write(".env", "secret");
        write(".well-known/x", "known");
        Files.writeString(folder.resolve("outside.txt"), "outside");
        files = StaticFiles.of(root);
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setLastModifiedTime(file, FileTime.from(CHANGED));
    }

    private Response get(String target) throws Exception {
        return get(files, Request.get(target));
    }

    private static Response get(StaticFiles files, Request request) throws Exception {
        return Router.builder().mount("/public", files).build().handle(request);
    }

    @ParameterizedTest
    @CsvSource({
        "/public/a.txt,text of a,text/plain; charset=utf-8",
        "/public/%61.txt?x=1,text of a,text/plain; charset=utf-8",
        "/public/dir/b%20c.css,p {},text/css; charset=utf-8",
        "/public/,<p>home</p>,text/html; charset=utf-8",
        "/public/index.html,<p>home</p>,text/html; charset=utf-8",
        "/public/dir/,<p>dir</p>,text/html; charset=utf-8",
    })
    void servesFiles(String target, String text, String type) throws Exception {
        for (int i = 0; i < 2; i++) { // from the disk and from memory
            Response response = get(target);
            assertEquals(Status.OK, response.status());
            assertEquals(text, text(response));
            assertEquals(Optional.of(type), response.header("Content-Type"));
            assertEquals(Optional.of("Thu, 29 Feb 2024 12:00:00 GMT"), response.header("Last-Modified"));
            assertEquals(Optional.of("no-cache"), response.header("Cache-Control"));
            assertEquals(Optional.of("bytes"), response.header("Accept-Ranges"));
            assertEquals(Optional.empty(), response.header("Vary"));
            assertTrue(response.header("ETag").orElseThrow().startsWith("\""), response.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public/b.txt",
                "/public/a.txt/",
                "/public/a.txt/x",
                "/public/.env",
                "/public/.well-known/x",
                "/public/empty/",
                "/public/empty",
                "/public/empty/.hidden",
                "/public/dir/x",
                "/public//a.txt",
                "/public/dir//index.html",
                "/public/a.txt%2F",
                "/public/dir%2Findex.html",
                "/public/dir%5Cindex.html",
                "/public/%20",
                "/public/dir/%5C",
                "/public//",
                "/public/outside.txt"
            })
    void hasNothingElse(String target) throws Exception {
        assertEquals("<p>dir</p>", text(get("/public/dir/index.html"))); // is in memory from now on
        assertEquals(Status.NOT_FOUND, get(target).status());
    }

    @Test
    void aNameThatIsTooLongForTheFileSystemIsNotFound() throws Exception {
        assertEquals(Status.NOT_FOUND, get("/public/" + "a".repeat(1000)).status());
        assertEquals(
                Status.NOT_FOUND, get("/public/" + "dir/".repeat(2000) + "a").status());
    }

    @ParameterizedTest
    @CsvSource({
        "/public,./public/",
        "/public/dir,./dir/",
        "/public/dir?a=b%20|^,./dir/?a=b%20%7C%5E",
        "/public/%64ir,./dir/",
    })
    void redirectsToTheSlash(String target, String location) throws Exception {
        Response response = get(target);
        assertEquals(Status.PERMANENT_REDIRECT, response.status());
        assertEquals(Optional.of(location), response.header("Location"));
    }

    @Test
    void redirectsWithinADirectoryWhoseNameLooksLikeAScheme() throws Exception {
        write("a:b%/index.html", "x");
        assertEquals(Optional.of("./a:b%25/"), get("/public/a:b%25").header("Location"));
    }

    @Test
    void servesAsTheWholeApplicationToo() throws Exception {
        assertEquals("text of a", text(files.handle(Request.get("/a.txt"))));
        assertEquals("<p>home</p>", text(files.handle(Request.get("/"))));
    }

    @Test
    void answersHeadLikeGet() throws Exception {
        Response head = get(files, Request.of(Method.HEAD, "/public/a.txt"));
        assertEquals(get("/public/a.txt").headers(), head.headers());
        assertEquals(9, head.content().length().orElseThrow());
    }

    @Test
    void allowsNothingButReading() throws Exception {
        Response post = get(files, Request.of(Method.POST, "/public/a.txt"));
        assertEquals(Status.METHOD_NOT_ALLOWED, post.status());
        assertEquals(Optional.of("GET, HEAD, OPTIONS"), post.header("Allow"));
        Response options = get(files, Request.of(Method.OPTIONS, "/public/a.txt"));
        assertEquals(Status.NO_CONTENT, options.status());
        assertEquals(Optional.of("GET, HEAD, OPTIONS"), options.header("Allow"));
    }

    @Test
    void knowsTheVersionThatTheClientHas() throws Exception {
        String tag = get("/public/a.txt").header("ETag").orElseThrow();
        Request request = Request.get("/public/a.txt");
        assertEquals(
                Status.NOT_MODIFIED,
                get(files, request.withHeader("If-None-Match", tag)).status());
        assertEquals(
                Status.NOT_MODIFIED,
                get(files, request.withHeader("If-Modified-Since", "Thu, 29 Feb 2024 12:00:00 GMT"))
                        .status());
        assertEquals(
                Status.PRECONDITION_FAILED,
                get(files, request.withHeader("If-Match", "\"x\"")).status());
        Response part = get(files, request.withHeader("If-Range", tag).withHeader("Range", "bytes=5-6"));
        assertEquals("of", text(part));
    }

    @Test
    void aFileChangedAMomentAgoHasAWeakTag() throws Exception {
        Files.writeString(root.resolve("new.txt"), "new");
        assertTrue(get("/public/new.txt").header("ETag").orElseThrow().startsWith("W/\""));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 16 << 20})
    void seesAChangeAtOnceIfToldToLook(long memory) throws Exception {
        StaticFiles looking = files.withCheckInterval(Duration.ZERO).withMemory(memory);
        Request request = Request.get("/public/a.txt");
        String before = get(looking, request).header("ETag").orElseThrow();
        Files.writeString(root.resolve("a.txt"), "more text of a");
        Response changed = get(looking, request);
        assertEquals("more text of a", text(changed));
        assertNotEquals(before, changed.header("ETag").orElseThrow());
        Files.writeString(root.resolve("a.txt"), "also text of a"); // as long, and perhaps in the same tick
        assertEquals("also text of a", text(get(looking, request)));
        Files.delete(root.resolve("a.txt"));
        assertEquals(Status.NOT_FOUND, get(looking, request).status());
    }

    @Test
    void doesNotLookAgainBeforeItsTime() throws Exception {
        StaticFiles patient = files.withCheckInterval(Duration.ofDays(1));
        assertEquals("text of a", text(get(patient, Request.get("/public/a.txt"))));
        Files.delete(root.resolve("a.txt"));
        assertEquals("text of a", text(get(patient, Request.get("/public/a.txt"))));
    }

    @Test
    void findsAnotherFileUnderTheSameName() throws Exception {
        StaticFiles looking = files.withCheckInterval(Duration.ZERO);
        assertEquals("text of a", text(get(looking, Request.get("/public/a.txt"))));
        Path other = write("other", "text of b");
        Files.move(other, root.resolve("a.txt"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals("text of b", text(get(looking, Request.get("/public/a.txt")))); // as long and as old
    }

    @Test
    void aLongFileComesFromTheDiskEveryTime() throws Exception {
        String text = "0123456789".repeat(50_000);
        Path file = write("long.bin", text);
        StaticFiles patient = files.withCheckInterval(Duration.ofDays(1));
        Request request = Request.get("/public/long.bin");
        Response first = get(patient, request);
        assertEquals(text, text(first));
        assertEquals(Optional.of("application/octet-stream"), first.header("Content-Type"));
        assertEquals("678", text(get(patient, request.withHeader("Range", "bytes=499996-499998"))));
        assertEquals(
                Status.NOT_MODIFIED,
                get(
                                patient,
                                request.withHeader(
                                        "If-None-Match", first.header("ETag").orElseThrow()))
                        .status());
        Files.writeString(file, "short");
        Response changed = get(patient, request);
        assertEquals("short", text(changed));
        assertNotEquals(first.header("ETag"), changed.header("ETag"));
        Files.delete(file);
        assertEquals(Status.NOT_FOUND, get(patient, request).status());
    }

    @Test
    void cacheRulesAreAskedInOrder() throws Exception {
        StaticFiles ruled = files.withCacheControl(path -> path.endsWith(".css"), "max-age=60")
                .withCacheControl(path -> path.equals("dir/index.html"), "")
                .withCacheControl("private");
        assertEquals(
                Optional.of("max-age=60"),
                get(ruled, Request.get("/public/dir/b%20c.css")).header("Cache-Control"));
        assertEquals(Optional.empty(), get(ruled, Request.get("/public/dir/")).header("Cache-Control"));
        assertEquals(
                Optional.of("private"), get(ruled, Request.get("/public/a.txt")).header("Cache-Control"));
        assertThrows(IllegalArgumentException.class, () -> files.withCacheControl("a\nb"));
    }

    @Test
    void mediaTypesCanBeSet() throws Exception {
        StaticFiles typed =
                files.withMediaType("TXT", MediaType.parse("text/x-own").orElseThrow());
        assertEquals(
                Optional.of("text/x-own"),
                get(typed, Request.get("/public/a.txt")).header("Content-Type"));
    }

    @Test
    void indexCanBeAnotherOrNone() throws Exception {
        assertEquals("text of a", text(get(files.withIndex("a.txt"), Request.get("/public/"))));
        assertEquals(
                Status.NOT_FOUND,
                get(files.withoutIndex(), Request.get("/public/")).status());
        assertThrows(IllegalArgumentException.class, () -> files.withIndex("../outside.txt"));
    }

    @Test
    void hiddenFilesCanBeShown() throws Exception {
        StaticFiles some = files.withHidden(".well-known");
        assertEquals("known", text(get(some, Request.get("/public/.well-known/x"))));
        assertEquals(Status.NOT_FOUND, get(some, Request.get("/public/.env")).status());
        assertEquals("secret", text(get(files.withAllHidden(), Request.get("/public/.env"))));
    }

    @Test
    void wantsADirectoryThatIsThere() {
        assertThrows(IllegalArgumentException.class, () -> StaticFiles.of(root.resolve("none")));
        assertThrows(IllegalArgumentException.class, () -> StaticFiles.of(root.resolve("a.txt")));
        assertThrows(IllegalArgumentException.class, () -> files.withMemory(-1));
        assertThrows(IllegalArgumentException.class, () -> files.withCheckInterval(Duration.ofSeconds(-1)));
    }

    @Test
    void listsADirectoryOnlyWhenAsked() throws Exception {
        write("list/<b>&'\".txt", "12345");
        write("list/a:b", "1");
        write("list/sub/x", "1");
        write("list/.hidden", "1");
        Files.createSymbolicLink(root.resolve("list/link"), folder.resolve("outside.txt"));
        assertEquals(Status.NOT_FOUND, get("/public/list/").status());
        StaticFiles listing = files.withListing();
        assertEquals(
                Optional.of("./list/"),
                get(listing, Request.get("/public/list")).header("Location"));
        Response response = get(listing, Request.get("/public/list/"));
        String page = text(response);
        assertEquals(Optional.of("text/html; charset=utf-8"), response.header("Content-Type"));
        assertTrue(page.contains("<a href=\"./%3Cb%3E&amp;&#39;%22.txt\">&lt;b&gt;&amp;&#39;&quot;.txt</a>"), page);
        assertTrue(page.contains("<a href=\"./a:b\">a:b</a>"), page);
        assertTrue(page.contains("<a href=\"./sub/\">sub/</a>"), page);
        assertTrue(page.contains("<a href=\"../\">"), page);
        assertFalse(page.contains("hidden") || page.contains("link"), page);
        assertEquals("<p>dir</p>", text(get(listing, Request.get("/public/dir/"))));
        assertFalse(text(get(listing.withoutIndex(), Request.get("/public/"))).contains("../"));
        assertEquals(
                Status.NOT_FOUND, get(listing, Request.get("/public/none/")).status());
        assertEquals(
                Status.NOT_FOUND, get(listing, Request.get("/public/a.txt/")).status());
    }

    static String text(Response response) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            response.content().writeTo(ContentOutput.to(octets));
        } finally {
            response.content().close();
        }
        assertEquals(response.content().length().orElseThrow(), octets.size());
        return octets.toString(StandardCharsets.UTF_8);
    }
}
