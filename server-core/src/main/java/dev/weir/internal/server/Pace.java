package dev.weir.internal.server;

import dev.weir.config.Timeouts;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How fast a peer takes or gives the octets of one message: counts them, and the time that was spent waiting for it.
 *
 * <p>Only waiting counts, so an application that dawdles is never held against its client. Written by the connection's
 * thread, read by the deadline thread, which may see a value a moment late.
 */
final class Pace {

    // No fences: several of these are written for each request, and the reader comes by a few times a second.
    private static final VarHandle OCTETS;
    private static final VarHandle WAITED_MILLIS;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            OCTETS = lookup.findVarHandle(Pace.class, "octets", long.class);
            WAITED_MILLIS = lookup.findVarHandle(Pace.class, "waitedMillis", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long octets;
    private long waitedMillis;

    void restart() {
        OCTETS.setOpaque(this, 0L);
        WAITED_MILLIS.setOpaque(this, 0L);
    }

    void waited(long millis, long moved) {
        OCTETS.setOpaque(this, octets + moved);
        if (millis > 0) {
            WAITED_MILLIS.setOpaque(this, waitedMillis + millis);
        }
    }

    /** Whether a wait that has taken that long by now is too long. */
    boolean isTooSlow(long waitingMillis, Timeouts timeouts) {
        if (waitingMillis > timeouts.idle().toMillis()) {
            return true;
        }
        long total = (long) WAITED_MILLIS.getOpaque(this) + waitingMillis;
        long moved = (long) OCTETS.getOpaque(this);
        return total > timeouts.minimumRateGrace().toMillis() && moved * 1000 < timeouts.minimumRate() * total;
    }
}
