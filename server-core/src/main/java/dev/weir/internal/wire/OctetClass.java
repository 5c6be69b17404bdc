package dev.weir.internal.wire;

import java.nio.charset.StandardCharsets;

/** Sets of octets that the grammar names, as one table of bits. */
final class OctetClass {

    /** tchar of RFC 9110 section 5.6.2. */
    static final int TOKEN = 1;

    /** What a field value may hold: HTAB, SP, VCHAR and obs-text (RFC 9110 section 5.5). */
    static final int FIELD_VALUE = 2;

    /** What a path may hold (RFC 3986 section 3.3), and the three that browsers leave unescaped there. */
    static final int PATH = 4;

    /** What a query may hold (RFC 3986 section 3.4), and those that browsers leave unescaped there. */
    static final int QUERY = 8;

    /** What a registered name may hold besides percent-encoding (RFC 3986 section 3.2.2). */
    static final int REG_NAME = 16;

    /** DIGIT and A to F in either case. */
    static final int HEX = 32;

    private static final byte[] TABLE = new byte[256];

    static {
        String alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        String pchar = alphanumeric + "-._~!$&'()*+,;=:@%";
        mark(TOKEN, alphanumeric + "!#$%&'*+-.^_`|~");
        mark(PATH, pchar + "/[]|");
        mark(QUERY, pchar + "/?[]|{}^`\\");
        mark(REG_NAME, alphanumeric + "-._~!$&'()*+,;=");
        mark(HEX, "0123456789ABCDEFabcdef");
        for (int octet = 0; octet < 256; octet++) {
            if (octet == '\t' || octet >= ' ' && octet != 0x7f) {
                TABLE[octet] |= FIELD_VALUE;
            }
        }
    }

    private OctetClass() {}

    private static void mark(int kind, String octets) {
        for (byte octet : octets.getBytes(StandardCharsets.US_ASCII)) {
            TABLE[octet] |= (byte) kind;
        }
    }

    /** Whether the octet belongs to the set. */
    static boolean is(int kind, byte octet) {
        return (TABLE[octet & 0xff] & kind) != 0;
    }

    /** Value of a hexadecimal digit, -1 for any other octet. */
    static int hexValue(byte octet) {
        if (octet >= '0' && octet <= '9') {
            return octet - '0';
        }
        int lower = octet | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
