package dev.weir.internal.server;

import dev.weir.config.Timeouts;

/**
 * How fast a peer takes or gives the octets of one message: counts them, and the time that was spent waiting for it.
 *
 * <p>Only waiting counts, so an application that dawdles is never held against its client. Written by the connection's
 * thread, read by the deadline thread, which may see a value a moment late.
 */
final class Pace {

    private volatile long octets;
    private volatile long waitedMillis;

    void restart() {
        octets = 0;
        waitedMillis = 0;
    }

    void waited(long millis, long moved) {
        octets = octets + moved;
        waitedMillis = waitedMillis + millis;
    }

    /** Whether a wait that has taken that long by now is too long. */
    boolean isTooSlow(long waitingMillis, Timeouts timeouts) {
        if (waitingMillis > timeouts.idle().toMillis()) {
            return true;
        }
        long total = waitedMillis + waitingMillis;
        return total > timeouts.minimumRateGrace().toMillis() && octets * 1000 < timeouts.minimumRate() * total;
    }
}
