package dev.weir.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.ContentOutput;
import dev.weir.http.MediaType;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which coding a response gets, and the codings that others bring. */
class CompressionCodingsTest {

    private static final String LONG_TEXT = "All work and no play. ".repeat(100);

    @Test
    void deflateIsTheZlibFormat() throws Exception {
        Response response = Compression.defaults().filter(accepting("deflate"), request -> Response.text(LONG_TEXT));

        assertEquals(Optional.of("deflate"), response.header("Content-Encoding"));
        byte[] octets = octets(response);
        assertEquals(0, ((octets[0] & 0xff) << 8 | octets[1] & 0xff) % 31, "check bits of the zlib header");
        assertEquals(LONG_TEXT, text(new InflaterInputStream(new ByteArrayInputStream(octets))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9})
    void gzipIsReadByTheJdkAtEachLevel(int level) throws Exception {
        Response response =
                Compression.of(ContentCoding.gzip(level)).filter(accepting("gzip"), r -> Response.text(LONG_TEXT));
        assertEquals(LONG_TEXT, text(new GZIPInputStream(new ByteArrayInputStream(octets(response)))));
    }

    @Test
    void gzipOfNothingIsAWholeMember() throws Exception {
        Response response = Compression.gzip()
                .filter(accepting("gzip"), request -> Response.stream(MediaType.TEXT_PLAIN, output -> {}));
        assertEquals("", text(new GZIPInputStream(new ByteArrayInputStream(octets(response)))));
    }

    @Test
    void aClientThatExcludesIdentityGetsShortContentCompressed() throws Exception {
        Response response =
                Compression.gzip().filter(accepting("gzip, identity;q=0"), request -> Response.text("short"));

        assertEquals(Optional.of("gzip"), response.header("Content-Encoding"));
        assertEquals(Optional.of("Accept-Encoding"), response.header("Vary"));
        assertEquals("short", text(new GZIPInputStream(new ByteArrayInputStream(octets(response)))));
    }

    @Test
    void aClientThatExcludesIdentityGetsAnyMediaTypeCompressed() throws Exception {
        Response response = Compression.gzip()
                .filter(accepting("gzip, *;q=0"), request -> Response.bytes(MediaType.IMAGE_PNG, new byte[5000]));
        assertEquals(Optional.of("gzip"), response.header("Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity;q=0", "*;q=0", "br, identity;q=0", "gzip;q=0, deflate;q=0, identity;q=0"})
    void aClientThatAcceptsNothingGetsTheResponseAsItIs(String acceptEncoding) throws Exception {
        Response response =
                Compression.defaults().filter(accepting(acceptEncoding), request -> Response.text(LONG_TEXT));

        assertEquals(Status.OK, response.status());
        assertEquals(Optional.empty(), response.header("Content-Encoding"));
        assertEquals(LONG_TEXT, new String(octets(response), StandardCharsets.UTF_8));
    }

    @Test
    void mediaTypesAreTheRulesAlone() throws Exception {
        Compression compression =
                Compression.gzip().withMediaTypes(type -> type.essence().equals("image/png"));
        Response text = Response.text(LONG_TEXT);

        assertSame(text, compression.filter(accepting("gzip"), request -> text));
        assertEquals(
                Optional.of("gzip"),
                compression
                        .filter(accepting("gzip"), request -> Response.bytes(MediaType.IMAGE_PNG, new byte[5000]))
                        .header("Content-Encoding"));
    }

    @Test
    void problemsAreLeftToTheServerToRender() throws Exception {
        Response problem = Response.problem(Problem.of(Status.NOT_FOUND, "x".repeat(5000)));
        assertSame(problem, Compression.gzip().filter(accepting("gzip"), request -> problem));
    }

    @Test
    void aCodingOfSomebodyElseIsUsedWhereItIsWanted() throws Exception {
        Compression compression = Compression.of(reversing("upside-down"), ContentCoding.gzip());
        Response response = compression.filter(accepting("gzip, upside-down"), request -> Response.text(LONG_TEXT));

        assertEquals(Optional.of("upside-down"), response.header("Content-Encoding"));
        assertEquals(LONG_TEXT, text(reversing("upside-down").decoder(new ByteArrayInputStream(octets(response)))));
        assertEquals(
                Optional.of("gzip"),
                compression
                        .filter(accepting("gzip"), request -> Response.text(LONG_TEXT))
                        .header("Content-Encoding"));
    }

    @Test
    void anEncoderIsClosedOnceWhenAllIsWell() throws Exception {
        Closes closes = new Closes();
        Response response = Compression.of(closes.coding()).filter(accepting("counted"), r -> streamed(LONG_TEXT));

        assertEquals(LONG_TEXT + "!", new String(octets(response), StandardCharsets.UTF_8));
        assertEquals(1, closes.count);
    }

    @Test
    void anEncoderIsClosedWithoutItsEndWhenContentFails() throws Exception {
        Closes closes = new Closes();
        Response response = Compression.of(closes.coding())
                .filter(
                        accepting("counted"),
                        r -> Response.stream(MediaType.TEXT_PLAIN, output -> {
                            output.write('a');
                            throw new IOException("the database is gone");
                        }));

        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        IOException e = assertThrows(IOException.class, () -> response.content().writeTo(ContentOutput.to(sent)));
        assertEquals("the database is gone", e.getMessage());
        assertEquals("a", sent.toString(StandardCharsets.UTF_8));
        assertEquals(1, closes.count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GZIP", "x-gzip", "identity", "*", "a b", "a,b", "a;b", "é"})
    void refusesNamesThatNoCodingHas(String name) {
        assertThrows(IllegalArgumentException.class, () -> ContentCoding.of(name, out -> out, in -> in));
    }

    @Test
    void codingsMustBeTold() {
        assertThrows(NullPointerException.class, () -> ContentCoding.of("a", null, in -> in));
        assertTrue(ContentCoding.gzip().name().equals("gzip")
                && ContentCoding.deflate().name().equals("deflate"));
    }

    /** A coding that writes a mark as its end, and counts how often it is closed. */
    private static final class Closes {
        private int count;

        ContentCoding coding() {
            return ContentCoding.of(
                    "counted",
                    out -> new FilterOutputStream(out) {
                        @Override
                        public void close() throws IOException {
                            count++;
                            out.write('!');
                            out.close();
                        }
                    },
                    in -> in);
        }
    }

    /** Each octet with all its bits turned. */
    private static ContentCoding reversing(String name) {
        return ContentCoding.of(
                name,
                out -> new FilterOutputStream(out) {
                    @Override
                    public void write(int octet) throws IOException {
                        out.write(~octet);
                    }
                },
                in -> new InputStream() {
                    @Override
                    public int read() throws IOException {
                        int octet = in.read();
                        return octet < 0 ? -1 : ~octet & 0xff;
                    }
                });
    }

    private static Response streamed(String text) {
        return Response.stream(MediaType.TEXT_PLAIN, output -> output.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Request accepting(String codings) {
        return Request.get("/").withHeader("Accept-Encoding", codings);
    }

    private static byte[] octets(Response response) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        response.content().writeTo(ContentOutput.to(octets));
        return octets.toByteArray();
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
