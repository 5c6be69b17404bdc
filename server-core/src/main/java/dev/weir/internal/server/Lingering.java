package dev.weir.internal.server;

import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.net.ConnectionThreads;
import dev.weir.internal.net.Deadlines;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Connections whose last response is out while their peers may still be sending: kept for a while, so that no reset
 * overtakes the response (RFC 9112 section 9.6).
 *
 * <p>What arrives is dropped by the deadline thread at each sweep. A lingering connection so holds no thread, however
 * many there are, and one that ends quickly costs no wake-up.
 */
public final class Lingering implements Deadlines.Watched {

    /** Longest time, in milliseconds. */
    private static final long LONGEST = 2000;

    /** Octets dropped of one connection in a sweep, so that none holds up the others. */
    private static final int MOST_AT_A_TIME = 64 << 10;

    /** Octets dropped at the first look. */
    private static final int FIRST_LOOK = 64;

    private final Set<Entry> entries = ConcurrentHashMap.newKeySet();
    private final Deadlines deadlines;
    private final ConnectionThreads threads;
    private final long mostDropped;

    /** Where dropped octets go; used by the deadline thread only. */
    private final ByteBuffer dropped = ByteBuffer.allocate(MOST_AT_A_TIME);

    /** Drops so many octets of a connection at most; the deadlines sweep it from now on. */
    public Lingering(Deadlines deadlines, ConnectionThreads threads, long mostDropped) {
        this.deadlines = deadlines;
        this.threads = threads;
        this.mostDropped = mostDropped;
        deadlines.watch(this);
    }

    private static final class Entry {

        private final OpenConnection connection;
        private final Runnable end;
        private final long since;

        /** Used by the deadline thread only. */
        private long droppedOctets;

        Entry(OpenConnection connection, Runnable end, long since) {
            this.connection = connection;
            this.end = end;
            this.since = since;
        }
    }

    /**
     * Half-closes a connection that has no thread any more, and ends it once its peer has closed too, or has had its time.
     *
     * @param end closes the connection; run once, by the caller or by the deadline thread, so it must not block
     */
    void add(OpenConnection connection, Runnable end) {
        connection.enter(ConnectionPhase.LINGERING);
        connection.transport().shutdownOutput();
        if (hasClosed(connection)) {
            end.run();
            return;
        }
        entries.add(new Entry(connection, end, deadlines.now()));
    }

    /** On virtual threads, where a look is cheap: most peers close as soon as others had a turn. */
    private boolean hasClosed(OpenConnection connection) {
        if (!threads.areVirtual()) {
            return false;
        }
        threads.giveWay();
        try {
            return connection.transport().readNow(ByteBuffer.allocate(FIRST_LOOK)) < 0;
        } catch (ConnectionLostException e) {
            return true;
        }
    }

    @Override
    public void check(long now) {
        for (Entry entry : entries) {
            if (isOver(entry, now)) {
                entries.remove(entry);
                entry.end.run();
            }
        }
    }

    private boolean isOver(Entry entry, long now) {
        try {
            int count = entry.connection.transport().readNow(dropped.clear());
            entry.droppedOctets += count;
            return count < 0 || entry.droppedOctets > mostDropped || now - entry.since > LONGEST;
        } catch (ConnectionLostException e) {
            return true;
        }
    }
}
