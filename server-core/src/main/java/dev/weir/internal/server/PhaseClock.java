package dev.weir.internal.server;

import dev.weir.config.Timeouts;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What a connection is doing and since when, as one number, so that a reader never sees the one without the other.
 *
 * <p>Written by the connection's thread several times a request, and therefore without a fence; read by the deadline
 * thread and by whoever stops the server, who may see a phase a moment late and come again.
 */
final class PhaseClock {

    private static final int PHASE_BITS = 4;
    private static final ConnectionPhase[] PHASES = ConnectionPhase.values();
    private static final VarHandle READING;

    static {
        try {
            READING = MethodHandles.lookup().findVarHandle(PhaseClock.class, "reading", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Milliseconds in the upper bits, the phase's ordinal in the lower. */
    private long reading;

    /** Idle since then. */
    PhaseClock(long now) {
        enter(ConnectionPhase.IDLE, now);
    }

    void enter(ConnectionPhase next, long now) {
        READING.setRelease(this, now << PHASE_BITS | next.ordinal());
    }

    long read() {
        return (long) READING.getAcquire(this);
    }

    ConnectionPhase phase() {
        return phase(read());
    }

    static ConnectionPhase phase(long reading) {
        return PHASES[(int) reading & (1 << PHASE_BITS) - 1];
    }

    /** When the phase began, in the deadlines' milliseconds. */
    static long since(long reading) {
        return reading >> PHASE_BITS;
    }

    /** Whether the peer has been waited for longer than it may take. */
    static boolean isLate(long reading, long now, Timeouts timeouts, Pace pace) {
        long millis = now - since(reading);
        return switch (phase(reading)) {
            case HANDSHAKE -> millis > timeouts.handshake().toMillis();
            case IDLE -> millis > timeouts.keepAlive().toMillis();
            case READING_HEAD -> millis > timeouts.head().toMillis();
            case READING_CONTENT, WRITING -> pace.isTooSlow(millis, timeouts);
            default -> false; // nobody waits for the peer
        };
    }
}
