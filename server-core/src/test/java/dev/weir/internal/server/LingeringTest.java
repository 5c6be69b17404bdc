package dev.weir.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.weir.config.ThreadSettings;
import dev.weir.config.Timeouts;
import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.net.ConnectionThreads;
import dev.weir.internal.net.Deadlines;
import dev.weir.internal.net.Transport;
import dev.weir.observe.ServerObserver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When connections that linger are ended; the sweeps are called by the test, with the time that it says. */
final class LingeringTest {

    private static final int MOST_DROPPED = 1000;

    private final Deadlines deadlines = new Deadlines();
    private final Lingering lingering =
            new Lingering(deadlines, new ConnectionThreads(ThreadSettings.platform(4)), MOST_DROPPED);
    private final Transport transport = mock(Transport.class);
    private final OpenConnection connection =
            new OpenConnection(transport, deadlines, Timeouts.defaults(), ServerObserver.NONE, new Readiness());
    private int endings;

    @BeforeEach
    void linger() {
        lingering.add(connection, () -> endings++);
    }

    private void sweepAfter(long millis) {
        lingering.check(deadlines.now() + millis);
    }

    private void arrives(int octets) throws ConnectionLostException {
        when(transport.readNow(any())).thenReturn(octets);
    }

    @Test
    void halfClosesBeforeItDropsAnything() throws ConnectionLostException {
        arrives(7);
        sweepAfter(1);
        var order = inOrder(transport);
        order.verify(transport).shutdownOutput();
        order.verify(transport).readNow(any());
        assertEquals(ConnectionPhase.LINGERING, connection.phase());
    }

    @Test
    void waitsForAPeerThatSaysNothing() throws ConnectionLostException {
        arrives(0);
        sweepAfter(200);
        sweepAfter(2000);
        assertEquals(0, endings);
    }

    @Test
    void endsOnceThePeerHasClosed() throws ConnectionLostException {
        arrives(-1);
        sweepAfter(1);
        sweepAfter(2);
        assertEquals(1, endings);
    }

    @Test
    void endsOncePeersHaveHadTheirTime() throws ConnectionLostException {
        arrives(0);
        sweepAfter(2001);
        sweepAfter(2002);
        assertEquals(1, endings);
    }

    @Test
    void endsOnceTooMuchWasDropped() throws ConnectionLostException {
        arrives(MOST_DROPPED);
        sweepAfter(1);
        assertEquals(0, endings);
        arrives(1);
        sweepAfter(2);
        assertEquals(1, endings);
    }

    @Test
    void endsOnceTheConnectionIsLost() throws ConnectionLostException {
        when(transport.readNow(any())).thenThrow(new ConnectionLostException("reset"));
        sweepAfter(1);
        assertEquals(1, endings);
    }
}
