package dev.weir.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerAddressesTest {

    private static final UnixDomainSocketAddress UNIX = UnixDomainSocketAddress.of("");

    @Test
    void holdsPeersInAnyOfTheBlocks() {
        PeerAddresses peers = PeerAddresses.of("10.0.0.0/8", "2001:db8::/32");
        assertTrue(peers.contains(new InetSocketAddress("10.1.2.3", 4711)));
        assertTrue(peers.contains(new InetSocketAddress("2001:db8::7", 4711)));
        assertFalse(peers.contains(new InetSocketAddress("192.0.2.7", 4711)));
    }

    @Test
    void holdsNoPeerWhoseAddressIsNotKnown() {
        PeerAddresses all = PeerAddresses.of("0.0.0.0/0", "::/0").andUnixSockets();
        assertFalse(all.contains(InetSocketAddress.createUnresolved("unknown", 0)));
        assertFalse(all.contains(InetSocketAddress.createUnresolved("127.0.0.1", 0)));
    }

    @Test
    void holdsPeersOnUnixDomainSocketsOnlyWhereAskedFor() {
        assertFalse(PeerAddresses.of("0.0.0.0/0", "::/0").contains(UNIX));
        assertTrue(PeerAddresses.of("10.0.0.0/8").andUnixSockets().contains(UNIX));
        assertTrue(PeerAddresses.unixSockets().contains(UNIX));
        assertFalse(PeerAddresses.unixSockets().contains(new InetSocketAddress("127.0.0.1", 1)));
    }

    @Test
    void holdsTheSameMachineAsLoopback() {
        assertTrue(PeerAddresses.loopback().contains(new InetSocketAddress("127.1.2.3", 1)));
        assertTrue(PeerAddresses.loopback().contains(new InetSocketAddress("::1", 1)));
        assertFalse(PeerAddresses.loopback().contains(UNIX));
    }

    @Test
    void refusesToHoldNobody() {
        assertThrows(IllegalArgumentException.class, PeerAddresses::of);
        assertThrows(IllegalArgumentException.class, () -> new PeerAddresses(List.of(), false));
    }

    @Test
    void isAValue() {
        assertEquals(PeerAddresses.of("10.0.0.0/8"), PeerAddresses.of("10.0.0.0/8"));
    }
}
