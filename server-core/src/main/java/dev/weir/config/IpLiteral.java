package dev.weir.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * IP addresses as text, read strictly and without asking a name server (RFC 3986 section 3.2.2 has the grammar).
 *
 * <p>What some readers take for an address and others for another one is none here: numbers of IPv4 with leading zeros or
 * left out, as in {@code 010.1}. A zone, as in {@code fe80::1%eth0}, means nothing to another machine and is refused too.
 */
public final class IpLiteral {

    private static final int LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();

    private static final int IPV6_OCTETS = 16;

    private IpLiteral() {}

    /** The address that a text without brackets names; an IPv4 address that is written as one of IPv6 is one of IPv4. */
    public static Optional<InetAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return (text.indexOf(':') < 0 ? ipv4(text) : ipv6(text)).map(IpLiteral::address);
    }

    private static InetAddress address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("octets of an address: " + octets.length + " (expected: 4 or 16)", e);
        }
    }

    private static Optional<byte[]> ipv4(String text) {
        String[] numbers = text.split("\\.", -1);
        byte[] octets = new byte[4];
        if (numbers.length != octets.length) {
            return Optional.empty();
        }
        for (int i = 0; i < octets.length; i++) {
            int number = number(numbers[i], 10, 3);
            if (number < 0 || number > 255 || numbers[i].length() > 1 && numbers[i].charAt(0) == '0') {
                return Optional.empty();
            }
            octets[i] = (byte) number;
        }
        return Optional.of(octets);
    }

    private static Optional<byte[]> ipv6(String text) {
        int elision = text.indexOf("::");
        if (elision < 0) {
            return groups(text, true).filter(octets -> octets.length == IPV6_OCTETS);
        }
        Optional<byte[]> before = groups(text.substring(0, elision), false);
        Optional<byte[]> after = groups(text.substring(elision + 2), true);
        // The two colons stand for one group of zeros at least.
        if (before.isEmpty() || after.isEmpty() || before.get().length + after.get().length > IPV6_OCTETS - 2) {
            return Optional.empty();
        }
        byte[] octets = Arrays.copyOf(before.get(), IPV6_OCTETS);
        int length = after.get().length;
        System.arraycopy(after.get(), 0, octets, IPV6_OCTETS - length, length);
        return Optional.of(octets);
    }

    /** Groups of one to four digits with colons between them, the last two perhaps written as IPv4; none is fine. */
    private static Optional<byte[]> groups(String text, boolean mayEndInIpv4) {
        byte[] octets = new byte[IPV6_OCTETS + 4];
        int length = 0;
        String[] groups = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < groups.length; i++) {
            if (length >= IPV6_OCTETS) {
                return Optional.empty();
            }
            if (mayEndInIpv4 && i == groups.length - 1 && groups[i].indexOf('.') >= 0) {
                Optional<byte[]> last = ipv4(groups[i]);
                if (last.isEmpty()) {
                    return Optional.empty();
                }
                System.arraycopy(last.get(), 0, octets, length, 4);
                length += 4;
                continue;
            }
            int group = number(groups[i], 16, 4);
            if (group < 0) {
                return Optional.empty();
            }
            octets[length++] = (byte) (group >> 8);
            octets[length++] = (byte) group;
        }
        return Optional.of(Arrays.copyOf(octets, length));
    }

    /** A number of one to so many ASCII digits; -1 if it is none. */
    private static int number(String text, int radix, int mostDigits) {
        if (text.isEmpty() || text.length() > mostDigits) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = radix * number + digit;
        }
        return number;
    }
}
