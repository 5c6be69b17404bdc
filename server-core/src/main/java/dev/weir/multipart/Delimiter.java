package dev.weir.multipart;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The octets that stand before each part and behind the last one, and the search for them (RFC 2046 section 5.1.1).
 *
 * <pre>
 *   delimiter    = CRLF "--" boundary
 *   boundary     = 0*69bchars bcharsnospace
 *   bchars       = bcharsnospace / " "
 *   bcharsnospace = DIGIT / ALPHA / "'" / "(" / ")" / "+" / "_" / "," / "-" / "." / "/" / ":" / "=" / "?"
 * </pre>
 *
 * <p>The search looks at the last octet first and usually skips the whole length of the delimiter from there (Horspool).
 * Where that does not tell, it goes to the next CR, for only the first octet is one: where some octets matched and the next
 * did not, no delimiter begins within those that did. So the work is a few comparisons for an octet at most, whatever
 * boundary and content a client sends.
 */
final class Delimiter {

    private static final int LONGEST_BOUNDARY = 70;
    private static final String PUNCTUATION = "'()+_,-./:=? ";

    private final byte[] octets;

    /** By octet, how far the delimiter can be moved when that octet stands under its last one. */
    private final byte[] shifts = new byte[256];

    /**
     * The delimiter of a boundary.
     *
     * @throws IllegalArgumentException if it {@linkplain #isBoundary is none}
     */
    Delimiter(String boundary) {
        if (!isBoundary(boundary)) {
            throw new IllegalArgumentException("boundary (expected: 1 to 70 of the characters of RFC 2046)");
        }
        octets = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(shifts, (byte) octets.length);
        for (int i = 0; i < octets.length - 1; i++) {
            shifts[octets[i]] = (byte) (octets.length - 1 - i);
        }
    }

    /** Whether a text may be a boundary. */
    static boolean isBoundary(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_BOUNDARY
                && !text.endsWith(" ")
                && text.chars().allMatch(Delimiter::isBoundaryCharacter);
    }

    private static boolean isBoundaryCharacter(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || PUNCTUATION.indexOf(c) >= 0;
    }

    /** Number of octets. */
    int length() {
        return octets.length;
    }

    /** Where the delimiter first stands as a whole between two indexes; -1 if nowhere. */
    int indexIn(byte[] text, int from, int to) {
        int last = octets.length - 1;
        byte lastOctet = octets[last];
        int at = from;
        while (at < to - last) {
            byte octet = text[at + last];
            int next = at + shifts[octet & 0xFF];
            if (octet == lastOctet) {
                int matched = matched(text, at, last);
                if (matched == last) {
                    return at;
                }
                next = nextCr(text, Math.max(next, at + matched), at + last);
            }
            at = next;
        }
        return -1;
    }

    /** Where the next CR stands, up to {@code most}; the index behind that if there is none. */
    private static int nextCr(byte[] text, int from, int most) {
        int at = from;
        while (at <= most && text[at] != '\r') {
            at++;
        }
        return at;
    }

    /** Where at the end the delimiter may have begun, of which the rest is still to come; {@code to} if nowhere. */
    int beginningIn(byte[] text, int from, int to) {
        for (int at = Math.max(from, to - octets.length + 1); at < to; at++) {
            if (matched(text, at, to - at) == to - at) {
                return at;
            }
        }
        return to;
    }

    /** How many of the first octets, up to {@code most}, stand at that index. */
    private int matched(byte[] text, int at, int most) {
        int count = 0;
        while (count < most && text[at + count] == octets[count]) {
            count++;
        }
        return count;
    }
}
