package dev.weir.internal.wire;

import java.io.IOException;

/** The peer broke the protocol; without a stack trace, for it tells of no fault here. */
public final class ProtocolException extends IOException {

    private static final long serialVersionUID = 1L;
    private static final StackTraceElement[] NO_STACK_TRACE = {};

    private final Violation violation;

    ProtocolException(Violation violation) {
        super(violation.name());
        this.violation = violation;
        setStackTrace(NO_STACK_TRACE);
    }

    /** What was broken. */
    public Violation violation() {
        return violation;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
