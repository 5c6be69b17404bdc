package dev.weir.multipart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.HttpException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each limit: what is just within, and one more. */
class MultipartLimitsTest {

    private static final MultipartLimits DEFAULTS = MultipartLimits.defaults();

    private static String part(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n" + content + "\r\n";
    }

    private static void assertWithin(MultipartLimits limits, String content) throws IOException {
        List<String> parts = read(limits, content);
        assertTrue(parts.stream().noneMatch(part -> part.startsWith("413")), parts.toString());
    }

    private static void assertTooLarge(MultipartLimits limits, String content, String reason) throws IOException {
        List<String> parts = read(limits, content);
        assertEquals("413 " + reason, parts.get(parts.size() - 1));
    }

    private static List<String> read(MultipartLimits limits, String content) throws IOException {
        return FormRequests.read("b", content.getBytes(StandardCharsets.ISO_8859_1), limits);
    }

    @Test
    void parts() throws Exception {
        MultipartLimits limits = DEFAULTS.withParts(2);
        assertWithin(limits, part("a", "1").repeat(2) + "--b--");
        assertTooLarge(
                limits,
                part("a", "1").repeat(3) + "--b--",
                "The multipart content is too large: it has more than 2 parts.");
    }

    @Test
    void headerSection() throws Exception {
        String line = "Content-Disposition: form-data; name=a\r\n";
        String rest = "X: " + "y".repeat(100 - line.length() - 5);
        MultipartLimits limits = DEFAULTS.withHeaderSection(100);
        assertWithin(limits, "--b\r\n" + line + rest + "\r\n\r\n1\r\n--b--");
        String reason = "The multipart content is too large: the header section of part 1 is too long.";
        assertTooLarge(limits, "--b\r\n" + line + rest + "y\r\n\r\n1\r\n--b--", reason);
        assertTooLarge(limits, "--b\r\n" + line + "x".repeat(100_000), reason);
        assertTooLarge(limits, "--b\r\n" + line + "X: y\r\n".repeat(20) + "\r\n1\r\n--b--", reason);
        assertWithin(
                DEFAULTS.withHeaderSection(1 << 20), "--b\r\n" + line + "X: y\r\n".repeat(1000) + "\r\n1\r\n--b--");
    }

    @Test
    void name() throws Exception {
        MultipartLimits limits = DEFAULTS.withName(4);
        assertWithin(limits, part("abcd; filename=abcd", "1") + "--b--");
        String reason =
                "The multipart content is too large: the name of part 1, or of its file, is longer than 4 octets.";
        assertTooLarge(limits, part("abcde", "1") + "--b--", reason);
        assertTooLarge(limits, part("a; filename=abcde", "1") + "--b--", reason);
        assertTooLarge(limits, part("\"abc\u00c3\u00bc\"", "1") + "--b--", reason);
    }

    @Test
    void part() throws Exception {
        MultipartLimits limits = DEFAULTS.withPart(5);
        assertWithin(limits, part("a", "12345") + "--b--");
        String reason = "The multipart content is too large: part 2 is longer than 5 octets.";
        assertTooLarge(limits, part("a", "12345") + part("a", "123456") + "--b--", reason);
        MultipartReader reader =
                MultipartReader.of(FormRequests.of("b", part("a", "12345") + part("a", "123456") + "--b--"), limits);
        assertEquals("a", reader.next().orElseThrow().name());
        assertEquals("a", reader.next().orElseThrow().name());
        HttpException passedOver = assertThrows(HttpException.class, reader::next);
        assertEquals(413, passedOver.status().code());
    }

    @Test
    void content() throws Exception {
        String content = part("a", "1") + "--b--";
        assertWithin(DEFAULTS.withContent(content.length()), content);
        MultipartLimits less = DEFAULTS.withContent(content.length() - 1);
        // Where that shows depends on how much arrives at a time.
        HttpException refused =
                assertThrows(HttpException.class, () -> MultipartReader.of(FormRequests.of("b", content), less)
                        .next());
        assertEquals("413 The content is longer than " + (content.length() - 1) + " octets.", refused.getMessage());
    }

    @Test
    void outside() throws Exception {
        MultipartLimits limits = DEFAULTS.withOutside(5);
        assertWithin(limits, "12345\r\n" + part("a", "1") + "--b--\r\n12345");
        assertTooLarge(
                limits,
                "123456\r\n" + part("a", "1") + "--b--",
                "The multipart content is too large: more than 5 octets stand before the first part.");
        assertTooLarge(
                limits,
                part("a", "1") + "--b--\r\n123456",
                "The multipart content is too large: more than 5 octets stand behind the last part.");
    }

    @Test
    void memory() throws Exception {
        MultipartLimits limits = DEFAULTS.withMemory(5);
        assertEquals(5, first(limits, "12345").bytes().length);
        assertEquals(5, first(limits, "12345").keep().size());
        for (String tooLong : List.of("123456", "x".repeat(100_000))) {
            assertEquals(
                    413,
                    assertThrows(HttpException.class, () -> first(limits, tooLong)
                                    .bytes())
                            .status()
                            .code());
            assertThrows(HttpException.class, () -> first(limits, tooLong).keep());
            assertThrows(HttpException.class, () -> first(limits, tooLong).text());
        }
    }

    private static ReceivedPart first(MultipartLimits limits, String content) throws IOException {
        return MultipartReader.of(FormRequests.of("b", part("a", content) + "--b--"), limits)
                .next()
                .orElseThrow();
    }

    @Test
    void everyValueIsChecked() {
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withParts(0));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withHeaderSection(63));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withName(0));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withPart(-1));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withContent(-1));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withOutside(-1));
        Exception wrong = assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withMemory(-1));
        assertEquals("memory: -1 (expected: 0 to 1073741824)", wrong.getMessage());
    }

    @Test
    void everyLimitCanBeSetByItself() {
        MultipartLimits all = new MultipartLimits(1, 64, 3, 4, 5, 6, 7);
        assertEquals(
                all,
                DEFAULTS.withParts(1)
                        .withHeaderSection(64)
                        .withName(3)
                        .withPart(4)
                        .withContent(5)
                        .withOutside(6)
                        .withMemory(7));
    }
}
