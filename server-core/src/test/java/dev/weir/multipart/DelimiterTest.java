package dev.weir.multipart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimiterTest {

    @ParameterizedTest
    @ValueSource(strings = {"b", "0", "----WebKitFormBoundaryAbc123", "a'()+_,-./:=?z", "a b", "-", "?"})
    void isABoundary(String text) {
        assertTrue(Delimiter.isBoundary(text));
    }

    @Test
    void isABoundaryUpToSeventyCharacters() {
        assertTrue(Delimiter.isBoundary("b".repeat(70)));
        assertFalse(Delimiter.isBoundary("b".repeat(71)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a ", "a\"b", "a\\b", "a;b", "a\tb", "a\r\nb", "ü", "a{b", "a%b", "a\0b"})
    void isNoBoundary(String text) {
        assertFalse(Delimiter.isBoundary(text));
        assertThrows(IllegalArgumentException.class, () -> new Delimiter(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "--", "bab", "----b", "abcabcab", "-b-b-b-"})
    void findsWhatAPlainSearchFinds(String boundary) {
        Delimiter delimiter = new Delimiter(boundary);
        String whole = "\r\n--" + boundary;
        Random random = new Random(boundary.hashCode());
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = randomText(random, whole);
            byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
            int from = random.nextInt(octets.length + 1);
            int to = from + random.nextInt(octets.length - from + 1);
            int index = text.substring(0, to).indexOf(whole, from);
            assertEquals(index, delimiter.indexIn(octets, from, to), text);
            assertEquals(
                    beginning(text.substring(from, to), whole) + from, delimiter.beginningIn(octets, from, to), text);
            found += index >= 0 ? 1 : 0;
        }
        assertTrue(found > 1000, "found " + found);
    }

    /** Pieces of the delimiter behind each other, and what is nearly one. */
    private static String randomText(Random random, String whole) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            int from = random.nextInt(3) == 0 ? random.nextInt(whole.length()) : 0;
            int to = random.nextInt(2) == 0 ? whole.length() : from + random.nextInt(whole.length() - from);
            text.append(whole, from, to).append("\r\n-bx".charAt(random.nextInt(5)));
        }
        return text.toString();
    }

    private static int beginning(String text, String whole) {
        for (int at = Math.max(0, text.length() - whole.length() + 1); at < text.length(); at++) {
            if (whole.startsWith(text.substring(at))) {
                return at;
            }
        }
        return text.length();
    }
}
