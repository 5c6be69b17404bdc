package dev.weir.internal.net;

import java.util.concurrent.locks.LockSupport;

/**
 * How one connection lets others run while its peer keeps it busy; used by the connection's thread. Platform threads get
 * turns from the system as well, but long ones: without giving way, a few of 64 busy clients wait for tens of milliseconds.
 *
 * <p>A virtual thread that yields goes to the end of its processor's own queue. Only when that is empty does the JDK look for
 * threads elsewhere: those of new connections, and of those whose peers have sent something. Connections that never have to
 * wait would pass the processor to each other for as long as they like, so each of these leaves the queue once in a while.
 */
public final class Turn {

    /** Others may be kept waiting for about 34 ms by each connection that never has to wait. */
    private static final long LONGEST = 1 << 25;

    /** A platform thread goes to the end of the queue once for so many messages: each time costs a system call. */
    private static final int MESSAGES = 8;

    private final ConnectionThreads threads;

    private final boolean isVirtual;

    /** Messages since a platform thread last went to the end of the queue. */
    private int messages;

    /** When it last had nothing to read, or left the queue, as of {@code System.nanoTime()}. */
    private long readingSince;

    /** When the message in progress was first seen to take long, or it last left the queue; 0 for not yet. */
    private long messageSince;

    private Turn(ConnectionThreads threads) {
        this.threads = threads;
        this.isVirtual = threads.areVirtual();
        this.readingSince = isVirtual ? System.nanoTime() : 0;
    }

    /** A first turn of a connection on one of those threads. */
    public static Turn on(ConnectionThreads threads) {
        return new Turn(threads);
    }

    /** Whether the thread is to leave the queue unless it has nothing to read; said once in a while. */
    public boolean isOver() {
        if (!isVirtual) {
            return false;
        }
        long now = System.nanoTime();
        boolean isOver = now - readingSince > LONGEST;
        readingSince = isOver ? now : readingSince;
        return isOver;
    }

    /** Leaves the queue, and comes back behind all who wait for the processor. */
    public void leave() {
        LockSupport.parkNanos(1);
    }

    /** Goes to the end of the queue before it waits for the next message; on a platform thread once in a while. */
    public void giveWay() {
        if (isVirtual || ++messages % MESSAGES == 0) {
            threads.giveWay();
        }
    }

    /** Goes to the end of the queue in the middle of a message, where the system does not see to it. */
    public void giveWayWithin() {
        if (isVirtual) {
            threads.giveWay();
        }
    }

    /** A message begins. */
    public void beginMessage() {
        messageSince = 0;
    }

    /** Leaves the queue if the message in progress has kept the thread in it for long; whether it did. */
    public boolean leaveIfLong() {
        if (!isVirtual) {
            return false;
        }
        long now = System.nanoTime();
        boolean isLong = messageSince != 0 && now - messageSince > LONGEST;
        if (isLong) {
            leave();
        }
        messageSince = isLong || messageSince == 0 ? now | 1 : messageSince;
        return isLong;
    }
}
