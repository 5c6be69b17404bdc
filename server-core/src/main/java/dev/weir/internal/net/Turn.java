package dev.weir.internal.net;

import java.util.concurrent.locks.LockSupport;

/**
 * How one connection on a virtual thread lets others run while its peer keeps it busy; used by the connection's thread. On
 * a platform thread there is nothing to do, for the system takes turns there.
 *
 * <p>A thread that yields goes to the end of its processor's own queue. Only when that is empty does the JDK look for
 * threads elsewhere: those of new connections, and of those whose peers have sent something. Two connections that always have
 * something to do would pass the processor to each other for seconds, so each leaves the queue once in a while by waiting.
 */
public final class Turn {

    /** A period of 2^25 nanoseconds, 34 ms: as long as others may be kept waiting. */
    private static final int PERIOD_BITS = 25;

    private final boolean isVirtual;

    /** In which the thread has last left the queue. */
    private long period;

    private Turn(boolean isVirtual) {
        this.isVirtual = isVirtual;
        this.period = isVirtual ? now() : 0;
    }

    /** A first turn of a connection on one of those threads. */
    public static Turn on(ConnectionThreads threads) {
        return new Turn(threads.areVirtual());
    }

    private static long now() {
        return System.nanoTime() >> PERIOD_BITS;
    }

    /** Whether the thread is to leave the queue now, by waiting for its peer or by {@link #leave}; said once a period. */
    public boolean isOver() {
        if (!isVirtual) {
            return false;
        }
        long now = now();
        boolean isOver = now != period;
        period = now;
        return isOver;
    }

    /** Leaves the queue, and comes back behind all who wait for the processor. */
    public void leave() {
        LockSupport.parkNanos(1);
    }

    /** Goes to the end of the queue. */
    public void giveWay() {
        if (isVirtual) {
            Thread.yield();
        }
    }

    /** Goes to the end of the queue, or leaves it if the turn is over. */
    public void giveWayOrLeave() {
        if (isOver()) {
            leave();
        } else {
            giveWay();
        }
    }

    /** Goes on unless the turn is over: for what costs too little to go to the end of the queue each time. */
    public void leaveIfOver() {
        if (isOver()) {
            leave();
        }
    }
}
