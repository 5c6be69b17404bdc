package dev.weir.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding of UTF-8 (RFC 3986 section 2.1): strict in, minimal out. */
public final class PercentEncoding {

    private static final String UNRESERVED_AND_PATH = "-._~!$&'()*+,;=:@";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    /**
     * Decodes each {@code %XX} once; all other characters stay as they are.
     *
     * @return absent if an escape is cut off or not hexadecimal, or the octets are not UTF-8
     */
    public static Optional<String> decode(String text) {
        return decode(text, 0, text.length(), false);
    }

    /** Encodes text as one path segment: what may not stand there, {@code /} and {@code %} included, is escaped. */
    public static String encodeSegment(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (isAlphanumeric(c) || UNRESERVED_AND_PATH.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return encoded.toString();
    }

    /** Decodes a part of the text; with {@code plusIsSpace} each {@code +} becomes a space, as in forms. */
    static Optional<String> decode(String text, int from, int to, boolean plusIsSpace) {
        if (isPlain(text, from, to, plusIsSpace)) {
            return Optional.of(text.substring(from, to));
        }
        byte[] octets = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int value = i + 2 < to ? hexPair(text, i + 1) : -1;
                if (value < 0) {
                    return Optional.empty();
                }
                octets[length++] = (byte) value;
                i += 2;
            } else if (c == '+' && plusIsSpace) {
                octets[length++] = ' ';
            } else if (c < 0x80) {
                octets[length++] = (byte) c;
            } else {
                return Optional.empty();
            }
        }
        return utf8(octets, length);
    }

    private static boolean isPlain(String text, int from, int to, boolean plusIsSpace) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '%' || c >= 0x80 || (plusIsSpace && c == '+')) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> utf8(byte[] octets, int length) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(octets, 0, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // overlong forms, surrogates and stray octets
        }
    }

    private static int hexPair(String text, int at) {
        int high = hexDigit(text.charAt(at));
        int low = hexDigit(text.charAt(at + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
