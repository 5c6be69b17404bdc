package dev.weir.config;

import java.net.InetAddress;
import java.util.Objects;

/**
 * A block of IP addresses that begin with the same bits (CIDR, RFC 4632 section 3.1), {@code 10.0.0.0/8} say.
 *
 * @param first the first address of the block, all bits behind the prefix zero
 * @param prefixLength number of bits that the addresses have in common: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record AddressBlock(InetAddress first, int prefixLength) {

    /** Bits in front of an IPv4 address that is written as one of IPv6. */
    private static final int MAPPED_BITS = 96;

    /** Checks that the block begins where its prefix says. */
    public AddressBlock {
        Objects.requireNonNull(first, "first");
        byte[] octets = first.getAddress();
        Checks.range("prefix length of " + first.getHostAddress(), prefixLength, 0, 8L * octets.length);
        for (int bit = prefixLength; bit < 8 * octets.length; bit++) {
            if ((octets[bit / 8] & 0x80 >> bit % 8) != 0) {
                throw new IllegalArgumentException("address block: " + first.getHostAddress() + "/" + prefixLength
                        + " (expected: an address whose bits behind the first " + prefixLength + " are zero)");
            }
        }
    }

    /**
     * The block that a text names: an address in digits, alone or with a slash and the length of the prefix.
     *
     * @throws IllegalArgumentException if it names none, or an address inside the block instead of its first
     */
    public static AddressBlock of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        InetAddress first = IpLiteral.parse(address).orElseThrow(() -> malformed(text));
        int bits = 8 * first.getAddress().length;
        if (slash < 0) {
            return new AddressBlock(first, bits);
        }
        String length = text.substring(slash + 1);
        if (!length.matches("0|[1-9][0-9]{0,2}")) {
            throw malformed(text);
        }
        int prefix = Integer.parseInt(length);
        boolean isMapped = bits == 32 && address.indexOf(':') >= 0;
        if (isMapped && prefix < MAPPED_BITS) {
            throw malformed(text);
        }
        return new AddressBlock(first, isMapped ? prefix - MAPPED_BITS : prefix);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "address block: \"" + text + "\" (expected: one like 192.0.2.0/24, 2001:db8::/32 or 192.0.2.7)");
    }

    /** Whether an address is one of the block; one of IPv4 never is in a block of IPv6. */
    public boolean contains(InetAddress address) {
        byte[] prefix = first.getAddress();
        byte[] octets = address.getAddress();
        if (octets.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < prefixLength; bit += 8) {
            int mask = prefixLength - bit >= 8 ? 0xFF : 0xFF << 8 - (prefixLength - bit);
            if (((octets[bit / 8] ^ prefix[bit / 8]) & mask & 0xFF) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The block in the form that {@link #of} reads. */
    @Override
    public String toString() {
        return first.getHostAddress() + "/" + prefixLength;
    }
}
