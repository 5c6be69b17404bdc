package dev.weir.internal.wire;

/**
 * The peer broke the protocol. Without a stack trace and without suppressed exceptions, for it tells of no fault here and
 * one object serves every breach of its kind.
 */
public final class ProtocolException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Violation violation;

    ProtocolException(Violation violation) {
        super(violation.name(), null, false, false);
        this.violation = violation;
    }

    /** What was broken. */
    public Violation violation() {
        return violation;
    }
}
