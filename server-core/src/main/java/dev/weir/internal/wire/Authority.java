package dev.weir.internal.wire;

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
        int hostEnd = text.startsWith("[") ? endOfLiteral(text) : endOfName(text);
        return hostEnd >= 0 && (hostEnd == text.length() || text.charAt(hostEnd) == ':' && isPort(text, hostEnd + 1));
    }

    private static int endOfName(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) != ':') {
            char c = text.charAt(at);
            if (c == '%') {
                if (at + 2 >= text.length() || !isHex(text.charAt(at + 1)) || !isHex(text.charAt(at + 2))) {
                    return -1;
                }
                at += 3;
            } else if (c < 0x80 && OctetClass.is(OctetClass.REG_NAME, (byte) c) && c != ',') {
                at++;
            } else {
                return -1;
            }
        }
        return at;
    }

    private static int endOfLiteral(String text) {
        int close = text.indexOf(']');
        return close > 0 && isIpv6(text.substring(1, close)) ? close + 1 : -1;
    }

    private static boolean isPort(String text, int from) {
        int port = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            port = 10 * port + (c - '0');
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
            if (!isHex(part.charAt(i))) {
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

    private static boolean isHex(char c) {
        return c < 0x80 && OctetClass.is(OctetClass.HEX, (byte) c);
    }
}
