package dev.weir.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which peers something holds for, told by their addresses: the proxies that are trusted, say.
 *
 * @param blocks blocks of IP addresses
 * @param hasUnixSockets whether peers on Unix domain sockets, which have no address, are among them
 */
public record PeerAddresses(List<AddressBlock> blocks, boolean hasUnixSockets) {

    /** Copies the list. */
    public PeerAddresses {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty() && !hasUnixSockets) {
            throw new IllegalArgumentException("addresses of peers: none (expected: a block, or Unix domain sockets)");
        }
    }

    /**
     * Peers with an address in one of those blocks.
     *
     * @param blocks like {@code 10.0.0.0/8}, {@code 2001:db8::/32} or {@code 192.0.2.7}
     */
    public static PeerAddresses of(String... blocks) {
        return new PeerAddresses(Stream.of(blocks).map(AddressBlock::of).toList(), false);
    }

    /** Peers on the same machine that come over TCP. */
    public static PeerAddresses loopback() {
        return of("127.0.0.0/8", "::1");
    }

    /** Peers on Unix domain sockets: whoever may open the socket's path. */
    public static PeerAddresses unixSockets() {
        return new PeerAddresses(List.of(), true);
    }

    /** These, and peers on Unix domain sockets. */
    public PeerAddresses andUnixSockets() {
        return new PeerAddresses(blocks, true);
    }

    /** Whether the peer at that end of a connection is one of them; one whose address is not known never is. */
    public boolean contains(SocketAddress peer) {
        if (peer instanceof InetSocketAddress inet) {
            return inet.getAddress() != null && contains(inet.getAddress());
        }
        return hasUnixSockets && peer instanceof UnixDomainSocketAddress;
    }

    /** Whether that address is in one of the blocks. */
    public boolean contains(InetAddress address) {
        for (AddressBlock block : blocks) {
            if (block.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
