package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {

    private static String content(Response response) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        response.content().writeTo(ContentOutput.to(octets));
        response.content().close();
        return octets.toString(StandardCharsets.UTF_8);
    }

    @Test
    void textIsPlainTextInUtf8() {
        assertEquals("200 OK\nContent-Type: text/plain;charset=utf-8\n", shown(Response.text("a")));
    }

    /** Status and field lines, without regard to how a media type spells its parameters. */
    private static String shown(Response response) {
        return response.status().code() + " " + response.status().reason() + "\n"
                + response.headers()
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .replace("; ", ";")
                        .replace("content-type", "Content-Type");
    }

    @Test
    void htmlIsHtmlInUtf8() {
        assertEquals("200 OK\nContent-Type: text/html;charset=utf-8\n", shown(Response.html("a")));
    }

    @Test
    void jsonIsJson() {
        assertEquals("200 OK\nContent-Type: application/json\n", shown(Response.json("{}")));
    }

    @Test
    void textIsWrittenInUtf8() throws IOException {
        assertEquals("\u20ac", content(Response.text("\u20ac")));
    }

    @Test
    void textHasTheLengthOfItsOctets() {
        assertEquals(OptionalLong.of(3), Response.text("\u20ac").content().length());
    }

    @Test
    void aStreamHasNoLength() {
        assertEquals(
                OptionalLong.empty(),
                Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> output.write('a'))
                        .content()
                        .length());
    }

    @Test
    void aStreamIsWhatTheWriterWrites() throws IOException {
        assertEquals("a", content(Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> output.write('a'))));
    }

    @Test
    void anInputStreamIsClosedAfterwards() throws IOException {
        AtomicBoolean isClosed = new AtomicBoolean();
        content(Response.stream(MediaType.TEXT_PLAIN_UTF_8, new ByteArrayInputStream(new byte[3]) {
            @Override
            public void close() {
                isClosed.set(true);
            }
        }));
        assertTrue(isClosed.get());
    }

    @Test
    void aFileIsWrittenWhole(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.html"), "<p>");
        assertEquals("<p>", content(Response.file(file)));
    }

    @Test
    void aFileHasTheMediaTypeOfItsName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{}");
        Response response = Response.file(file);
        response.content().close();
        assertEquals(Optional.of(MediaType.APPLICATION_JSON), response.contentType());
    }

    @Test
    void aFolderIsNoFile(@TempDir Path folder) {
        assertThrows(IOException.class, () -> Response.file(folder));
    }

    @Test
    void noContentHasNoFieldLines() {
        assertEquals("204 No Content\n", shown(Response.noContent()));
    }

    @Test
    void createdTellsWhere() {
        assertEquals(Optional.of("/a/7"), Response.created("/a/7").header("Location"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsWithTheStatusAskedFor(int code) {
        assertEquals(code, Response.redirect(Status.of(code), "/a").status().code());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 300, 304, 305, 400})
    void refusesToRedirectWithAnyOtherStatus(int code) {
        assertThrows(IllegalArgumentException.class, () -> Response.redirect(Status.of(code), "/a"));
    }

    @ParameterizedTest
    @CsvSource({"/a?b=c#d, /a?b=c#d", "/\u00e9, /%C3%A9", "https://a.test/, https://a.test/", "?a, ?a", "../b, ../b"})
    void escapesALocationOutsideAscii(String location, String sent) {
        assertEquals(Optional.of(sent), Response.seeOther(location).header("Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\r\nSet-Cookie: b=c", "/a\nb", "/a b", "/%zz", "/\0"})
    void refusesALocationThatIsNoUriReference(String location) {
        assertThrows(IllegalArgumentException.class, () -> Response.seeOther(location));
    }

    @Test
    void refusesAnInjectedFieldValue() {
        Response response = Response.noContent();
        assertThrows(IllegalArgumentException.class, () -> response.withHeader("A", "b\r\nC: d"));
    }

    @Test
    void refusesAnInjectedFieldName() {
        Response response = Response.noContent();
        assertThrows(IllegalArgumentException.class, () -> response.plusHeader("A: b\r\nC", "d"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 103})
    void refusesAnInformationalStatus(int code) {
        assertThrows(IllegalArgumentException.class, () -> Response.of(Status.of(code)));
    }

    @Test
    void refusesToBecomeInformational() {
        Response response = Response.noContent();
        assertThrows(IllegalArgumentException.class, () -> response.withStatus(Status.CONTINUE));
    }

    @Test
    void aProblemIsAProblemDocument() throws IOException {
        Problem problem = Problem.of(Status.NOT_FOUND, "No such user.");
        assertEquals(problem.toJson(), content(Response.problem(problem)));
    }

    @Test
    void aProblemRemembersItself() {
        Problem problem = Problem.of(Status.NOT_FOUND);
        assertEquals(
                Optional.of(problem),
                Response.problem(problem).withHeader("A", "b").problem());
    }

    @Test
    void otherContentEndsAProblem() {
        assertEquals(
                Optional.empty(),
                Response.problem(Problem.of(Status.NOT_FOUND))
                        .withContent(ResponseContent.empty())
                        .problem());
    }

    @Test
    void anUpgradeSwitchesProtocols() {
        assertEquals("101 Switching Protocols\nupgrade: echo\n", shown(Response.upgrade("echo", connection -> {})));
    }

    @Test
    void anUpgradeKeepsWhoTakesOver() {
        Upgrade upgrade = connection -> {};
        assertSame(upgrade, Response.upgrade("echo", upgrade).upgrade().orElseThrow());
    }

    @Test
    void refusesAnInjectedProtocol() {
        assertThrows(IllegalArgumentException.class, () -> Response.upgrade("a\r\nB: c", connection -> {}));
    }

    @Test
    void eachCookieHasALineOfItsOwn() {
        Response response =
                Response.noContent().withCookie(SetCookie.of("a", "1")).withCookie(SetCookie.of("b", "2"));
        assertEquals(2, response.headers().all("Set-Cookie").size());
    }

    @Test
    void otherContentOfATypeReplacesTheType() {
        assertEquals(
                Optional.of(MediaType.APPLICATION_JSON),
                Response.text("a")
                        .withContent(MediaType.APPLICATION_JSON, new byte[0])
                        .contentType());
    }

    @Test
    void announcesNoTrailersUnlessAsked() {
        assertFalse(Response.noContent().hasTrailers());
    }

    @Test
    void announcesTrailersByTheirNames() {
        Response response = Response.noContent().withTrailers(List.of("A", "B"), () -> Headers.of("A", "b"));
        assertEquals(Optional.of("A, B"), response.header("Trailer"));
        assertEquals(Headers.of("A", "b"), response.trailers());
        for (List<String> names : List.of(List.<String>of(), List.of(""), List.of("A B"), List.of("A", "B\r\n"))) {
            assertThrows(
                    IllegalArgumentException.class, () -> Response.noContent().withTrailers(names, Headers::empty));
        }
    }

    @Test
    void makesTrailersWhenAskedForThem() {
        assertEquals(
                Headers.of("A", "b"),
                Response.noContent().withTrailers(() -> Headers.of("A", "b")).trailers());
    }

    @Test
    void aChangeLeavesTheOriginalAlone() {
        Response response = Response.noContent();
        response.withHeader("A", "b");
        assertTrue(response.headers().isEmpty());
    }

    @Test
    void aProblemOfAnotherStatusSaysSoThroughout() {
        Response hidden =
                Response.problem(Problem.of(Status.FORBIDDEN, "Go away.")).withStatus(Status.NOT_FOUND);
        assertEquals(Optional.of(Problem.of(Status.NOT_FOUND, "Go away.")), hidden.problem());
    }

    @Test
    void refusesNegativeLengths(@TempDir Path folder) throws IOException {
        assertThrows(IllegalArgumentException.class, () -> ResponseContent.written(-1, output -> {}));
        Path file = Files.createFile(folder.resolve("a"));
        try (FileChannel channel = FileChannel.open(file)) {
            assertThrows(IllegalArgumentException.class, () -> new ResponseContent.FileRegion(channel, -1, 1));
            assertThrows(IllegalArgumentException.class, () -> new ResponseContent.FileRegion(channel, 0, -1));
        }
    }
}
