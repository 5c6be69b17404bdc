package dev.weir.internal.wire;

import java.nio.charset.StandardCharsets;

/**
 * Host and optional port, as in a Host field (RFC 9110 section 7.2, RFC 3986 section 3.2.2).
 *
 * <p>A zone identifier in an address is refused: it means nothing to another machine.
 */
final class Authority {

    // Host = uri-host [ ":" port ]    uri-host = IP-literal / IPv4address / reg-name
    private Authority() {}

    /** Whether the text is host and optional port; an empty host and an empty port are grammatical. */
    static boolean isValid(String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1); // others become ?, which is as wrong
        return isValid(octets, 0, octets.length);
    }

    /** The same of some octets. */
    static boolean isValid(byte[] octets, int from, int to) {
        boolean isLiteral = from < to && octets[from] == '[';
        int hostEnd = isLiteral ? endOfLiteral(octets, from, to) : endOfName(octets, from, to);
        return hostEnd >= 0 && (hostEnd == to || octets[hostEnd] == ':' && isPort(octets, hostEnd + 1, to));
    }

    private static int endOfName(byte[] octets, int from, int to) {
        int at = from;
        while (at < to && octets[at] != ':') {
            byte octet = octets[at];
            if (octet == '%') {
                if (at + 2 >= to || !isHex(octets[at + 1]) || !isHex(octets[at + 2])) {
                    return -1;
                }
                at += 3;
            } else if (OctetClass.is(OctetClass.REG_NAME, octet) && octet != ',') {
                at++;
            } else {
                return -1;
            }
        }
        return at;
    }

    private static int endOfLiteral(byte[] octets, int from, int to) {
        int close = from + 1;
        while (close < to && octets[close] != ']') {
            close++;
        }
        boolean isAddress =
                close < to && isIpv6(new String(octets, from + 1, close - from - 1, StandardCharsets.ISO_8859_1));
        return isAddress ? close + 1 : -1;
    }

    private static boolean isPort(byte[] octets, int from, int to) {
        int port = 0;
        for (int i = from; i < to; i++) {
            byte octet = octets[i];
            if (octet < '0' || octet > '9') {
                return false;
            }
            port = 10 * port + (octet - '0');
            if (port > 65535) {
                return false;
            }
        }
        return true;
    }

    /** Eight groups of up to four digits, one run of zero groups left out as "::", the last two perhaps as IPv4. */
    static boolean isIpv6(String text) {
        int elision = text.indexOf("::");
        if (elision < 0) {
            return groups(text, true) == 8;
        }
        String before = text.substring(0, elision);
        String after = text.substring(elision + 2);
        int first = before.isEmpty() ? 0 : groups(before, false);
        int second = after.isEmpty() ? 0 : groups(after, true);
        return first >= 0 && second >= 0 && first + second <= 7;
    }

    /** Number of groups, where an IPv4 address at the end counts as two; -1 if one is malformed. */
    private static int groups(String text, boolean mayEndInIpv4) {
        String[] parts = text.split(":", -1);
        int count = parts.length;
        for (int i = 0; i < parts.length; i++) {
            boolean isLast = i == parts.length - 1;
            if (isLast && mayEndInIpv4 && parts[i].indexOf('.') >= 0) {
                if (!isIpv4(parts[i])) {
                    return -1;
                }
                count++;
            } else if (!isGroup(parts[i])) {
                return -1;
            }
        }
        return count;
    }

    private static boolean isGroup(String part) {
        if (part.isEmpty() || part.length() > 4) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c >= 0x80 || !isHex((byte) c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (String part : parts) {
            boolean isNumber =
                    !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!isNumber || Integer.parseInt(part) > 255 || part.length() > 1 && part.charAt(0) == '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(byte octet) {
        return OctetClass.is(OctetClass.HEX, octet);
    }
}
