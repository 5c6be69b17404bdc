package dev.weir.multipart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.ContentOutput;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.RequestContent;
import dev.weir.http.ResponseContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from content, in whatever pieces it arrives; its boundary is {@code b} unless said otherwise. */
class MultipartReaderTest {

    private static final String A = "Content-Disposition: form-data; name=\"a\"\r\n";

    private static void assertParts(String content, String... parts) throws IOException {
        assertEquals(List.of(parts), FormRequests.read(content));
    }

    /** Asserts that it is refused with 400 for a reason that begins so, behind as many good parts. */
    private static void assertMalformed(String content, int good, String reason) throws IOException {
        List<String> parts = FormRequests.read(content);
        assertEquals(good + 1, parts.size(), parts.toString());
        String expected = "400 The multipart content is malformed: " + reason;
        assertTrue(parts.get(good).startsWith(expected), parts.toString());
    }

    @Test
    void givesPartsInTheirOrder() throws Exception {
        assertParts(
                "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
                        + "--b\r\ncontent-disposition:form-data;name=x;filename=\"y.png\"\r\nCONTENT-TYPE: image/png\r\n\r\n\0\1\r\n"
                        + "--b\r\n" + A + "X-Other: y\r\n\r\n\r\n--b--\r\n",
                "a=1",
                "x(y.png)[image/png]=\0\1",
                "a=");
    }

    @Test
    void takesNoPartsAtAll() throws Exception {
        assertParts("--b--\r\n");
        assertParts("--b--");
    }

    @Test
    void passesOverWhatStandsOutside() throws Exception {
        assertParts("nothing\r\n--\r\n\r\n--b\r\n" + A + "\r\n1\r\n--b--\r\nno\r\n--b\r\nmore", "a=1");
        assertParts("\r\n--b\r\n" + A + "\r\n1\r\n--b--\r\n", "a=1");
        assertParts("--b\r\n" + A + "\r\n1\r\n--b-- \t \r\n", "a=1");
    }

    @Test
    void takesBlanksBehindABoundary() throws Exception {
        assertParts("--b \t\r\n" + A + "\r\n1\r\n--b\t\r\n" + A + "\r\n2\r\n--b-- ", "a=1", "a=2");
    }

    @Test
    void takesAPartWhoseOnlyLineBreakBelongsToTheDelimiter() throws Exception {
        assertParts("--b\r\n" + A + "\r\n--b\r\n" + A + "\r\n--b--", "a=", "a=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b",
                "x--b",
                "\n--b\n",
                "\n--b--",
                "\r--b\r",
                "\r\n-",
                "\r\n--",
                "\r\n--c",
                "\r\n\r\n",
                "\r\n--\r\n--\r\n",
                "\r",
                "\n",
                "\r\r\n\n",
                "\r\n --b",
                "\r\n-b--b"
            })
    void keepsWhatOnlyLooksLikeADelimiter(String content) throws Exception {
        String expected = content.startsWith("--b") ? "x" + content : content;
        assertParts("--b\r\n" + A + "\r\n" + expected + "\r\n--b--\r\n", "a=" + expected);
    }

    @Test
    void findsDelimitersWhereverTheyLieInTheBuffer() throws Exception {
        for (int length : List.of(16_000, 16_200, 16_300, 16_350, 16_370, 16_384, 16_400, 32_768, 40_000)) {
            for (int more = 0; more < 12; more++) {
                String first = "x\r\n-".repeat(length / 4) + "y".repeat(more);
                assertEquals(
                        List.of("a=" + first, "a=2"),
                        FormRequests.read("--b\r\n" + A + "\r\n" + first + "\r\n--b\r\n" + A + "\r\n2\r\n--b--\r\n"));
            }
        }
    }

    @Test
    void readsWhatAWriterWrites() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 100; round++) {
            MultipartContent content = MultipartContent.formData().withBoundary("-".repeat(random.nextInt(60)) + "b");
            List<String> expected = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                String octets = randomContent(random);
                content = content.withFile(
                        "f" + i,
                        "n",
                        MediaType.IMAGE_PNG,
                        ResponseContent.of(octets.getBytes(StandardCharsets.ISO_8859_1)));
                expected.add("f" + i + "(n)[image/png]=" + octets);
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            content.writeTo(ContentOutput.to(written));
            assertEquals(content.length().orElseThrow(), written.size());
            String boundary = content.mediaType().parameter("boundary").orElseThrow();
            assertEquals(expected, FormRequests.read(boundary, written.toByteArray(), MultipartLimits.defaults()));
        }
    }

    /** Made of what delimiters are made of, but for the last octet of any. */
    private static String randomContent(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(400); i > 0; i--) {
            text.append("\r\n--x\0\u00ff".charAt(random.nextInt(7)));
        }
        return text.toString();
    }

    @Test
    void takesFilledFormsOfSeveralMegabytes() throws Exception {
        byte[] octets = new byte[5_000_000];
        new Random(3).nextBytes(octets);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        MultipartContent.formData()
                .withBoundary("b")
                .withFile("a", "a", MediaType.IMAGE_PNG, ResponseContent.of(octets))
                .writeTo(ContentOutput.to(content));
        MultipartReader reader = MultipartReader.of(FormRequests.of("b", content.toByteArray(), asked -> asked));
        assertArrayEquals(octets, reader.next().orElseThrow().stream().readAllBytes());
        assertEquals(Optional.empty(), reader.next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--", "--c--\r\n", "nothing", "x--b--\r\n"})
    void refusesContentWithoutABoundary(String content) throws Exception {
        assertMalformed(content, 0, "it ends before the first boundary");
    }

    @Test
    void refusesContentThatIsCutOffAnywhere() throws Exception {
        String whole = "--b\r\n" + A + "\r\n1\r\n--b--";
        for (int length = 0; length < whole.length(); length++) {
            List<String> parts = FormRequests.read(whole.substring(0, length));
            String last = parts.get(parts.size() - 1);
            assertTrue(last.startsWith("400 The multipart content is malformed: it ends"), length + ": " + parts);
        }
        assertParts(whole, "a=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--bx\r\n", "--b-\r\n", "--b\n", "--b \n", "--b\rx", "--b x\r\n", "--b-- x", "--b--x", "--b--\n"
            })
    void refusesWhatStandsBehindABoundary(String line) throws Exception {
        assertMalformed(line + A + "\r\n1\r\n--b--", 0, "something stands behind a boundary on its line, after part 0");
        assertMalformed(
                "--b\r\n" + A + "\r\n1\r\n" + line + A + "\r\n1\r\n--b--",
                1,
                "something stands behind a boundary on its line, after part 1");
    }

    @Test
    void refusesManyBlanksBehindABoundary() throws Exception {
        assertParts("--b" + " ".repeat(256) + "\r\n" + A + "\r\n1\r\n--b--", "a=1");
        assertMalformed("--b" + " ".repeat(257) + "\r\n" + A + "\r\n1\r\n--b--", 0, "more than 256 blanks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X\r\n",
                ": y\r\n",
                "X : y\r\n",
                " X: y\r\n",
                "X: y\r\n z\r\n",
                "X: y\r\n\tz: z\r\n",
                "X: y\0z\r\n",
                "X: y\rz\r\n",
                "X\u00fc: y\r\n",
                "--b: y z\r\n--b--"
            })
    void refusesMalformedFieldLines(String lines) throws Exception {
        assertMalformed("--b\r\n" + A + lines + "\r\n1\r\n--b--", 0, "a field line of part 1 is malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y\n", "\n"})
    void refusesLinesThatEndWithoutCr(String line) throws Exception {
        assertMalformed(
                "--b\r\n" + A + line + "\r\n1\r\n--b--",
                0,
                "a line of the header section of part 1 does not end with CRLF");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "X: y\r\n",
                "Content-Disposition: form-data\r\n",
                "Content-Disposition: attachment; name=a\r\n",
                "Content-Disposition: form-data; filename=a\r\n",
                "Content-Disposition: form-data; name*=utf-8''a\r\n",
                "Content-Disposition: form-data; name=\"\u00ff\"\r\n",
                "Content-Disposition: form-data; name=a; filename=\"\u00c3\"\r\n"
            })
    void refusesPartsWithoutAName(String lines) throws Exception {
        assertMalformed(
                "--b\r\n" + lines + "\r\n1\r\n--b--",
                0,
                "part 1 has no Content-Disposition of the kind form-data with a name in UTF-8");
    }

    @Test
    void refusesFieldsGivenTwice() throws Exception {
        assertMalformed("--b\r\n" + A + A + "\r\n1\r\n--b--", 0, "part 1 has more than one Content-Disposition");
        String type = "Content-Type: text/plain\r\n";
        assertMalformed("--b\r\n" + A + type + type + "\r\n1\r\n--b--", 0, "part 1 has more than one Content-Type");
    }

    @Test
    void refusesMalformedMediaTypes() throws Exception {
        assertMalformed(
                "--b\r\n" + A + "Content-Type: x\r\n\r\n1\r\n--b--", 0, "the Content-Type of part 1 is malformed");
    }

    @Test
    void refusesPartsThatAreCoded() throws Exception {
        for (String plain : List.of("8bit", "7BIT", "binary")) {
            assertParts("--b\r\n" + A + "Content-Transfer-Encoding: " + plain + "\r\n\r\n1\r\n--b--", "a=1");
        }
        for (String coded : List.of("base64", "Quoted-Printable")) {
            assertParts(
                    "--b\r\n" + A + "Content-Transfer-Encoding: " + coded + "\r\n\r\n1\r\n--b--",
                    "415 Part 1 of the multipart content has a Content-Transfer-Encoding that changes its octets.");
        }
    }

    @Test
    void refusesOtherMediaTypesAndSaysWhatItTakes() {
        for (String type : List.of("text/plain", "multipart/mixed; boundary=b", "multipart", "x; y")) {
            HttpException refused = refused(Request.of(Method.POST, "/").withHeader("Content-Type", type));
            assertEquals(415, refused.status().code());
            assertEquals(Optional.of("multipart/form-data"), refused.headers().first("Accept"));
        }
        assertEquals(415, refused(Request.of(Method.POST, "/")).status().code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=\"a \"",
                "multipart/form-data; boundary=\"a;b\"",
                "multipart/form-data; boundary=a=b",
                "Multipart/Form-Data; boundary=a:b",
                "multipart/form-data; boundary=a; boundary=a"
            })
    void refusesMalformedBoundaries(String type) {
        HttpException refused = refused(Request.of(Method.POST, "/").withHeader("Content-Type", type));
        assertEquals(400, refused.status().code(), type);
    }

    private static HttpException refused(Request request) {
        return assertThrows(HttpException.class, () -> MultipartReader.of(request));
    }

    @Test
    void refusesAgainWhatItHasRefused() throws Exception {
        MultipartReader reader = MultipartReader.of(FormRequests.of("b", "--b\r\nX\r\n\r\n--b\r\n" + A + "\r\n--b--"));
        HttpException first = assertThrows(HttpException.class, reader::next);
        assertSame(first, assertThrows(HttpException.class, reader::next));
    }

    @Test
    void passesOverWhatWasNotRead() throws Exception {
        MultipartReader reader = MultipartReader.of(
                FormRequests.of("b", "--b\r\n" + A + "\r\n12345\r\n--b\r\n" + A + "\r\n67890\r\n--b--"));
        InputStream first = reader.next().orElseThrow().stream();
        assertEquals('1', first.read());
        ReceivedPart second = reader.next().orElseThrow();
        assertThrows(IOException.class, first::read);
        assertThrows(IOException.class, () -> first.transferTo(new ByteArrayOutputStream()));
        assertEquals("67890", second.text());
        assertEquals(-1, second.stream().read());
        assertEquals(Optional.empty(), reader.next());
        assertEquals(Optional.empty(), reader.next());
        assertThrows(IOException.class, () -> second.stream().read());
    }

    @Test
    void givesTheStreamOfAPartLikeAnyOther() throws Exception {
        MultipartReader reader = MultipartReader.of(FormRequests.of("b", "--b\r\n" + A + "\r\n\u00ff12345\r\n--b--"));
        InputStream stream = reader.next().orElseThrow().stream();
        assertEquals(0, stream.read(new byte[0]));
        assertEquals(0xFF, stream.read());
        assertEquals(2, stream.skip(2));
        assertEquals('3', stream.read());
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        assertEquals(2, stream.transferTo(rest));
        assertEquals("45", rest.toString(StandardCharsets.US_ASCII));
        assertEquals(-1, stream.read());
        assertEquals(-1, stream.read(new byte[1]));
    }

    @Test
    void decodesTextByTheCharsetOfThePart() throws Exception {
        assertEquals("\u00fc", text("", "\u00c3\u00bc"));
        assertEquals("\u00fc", text("Content-Type: text/plain; charset=iso-8859-1\r\n", "\u00fc"));
        assertEquals("\u00fc", text("Content-Type: text/plain; charset=nobody-knows\r\n", "\u00c3\u00bc"));
        HttpException refused = assertThrows(HttpException.class, () -> text("", "\u00fc"));
        assertEquals(400, refused.status().code());
    }

    private static String text(String lines, String octets) throws IOException {
        Request request = FormRequests.of("b", "--b\r\n" + A + lines + "\r\n" + octets + "\r\n--b--");
        return MultipartReader.of(request).next().orElseThrow().text();
    }

    @Test
    void takesTheLimitOfTheRequestUnlessOneIsGiven() throws Exception {
        String content = "--b\r\n" + A + "\r\n" + "x".repeat(1000) + "\r\n--b--";
        Request request = FormRequests.of("b", content);
        RequestContent limited = request.content().limitedTo(500);
        HttpException refused = assertThrows(HttpException.class, () -> MultipartReader.of(request.withContent(limited))
                .next()
                .orElseThrow()
                .bytes());
        assertEquals(413, refused.status().code());
        MultipartReader reader = MultipartReader.of(
                FormRequests.of("b", content), MultipartLimits.defaults().withContent(2000));
        assertEquals(1000, reader.next().orElseThrow().bytes().length);
    }
}
