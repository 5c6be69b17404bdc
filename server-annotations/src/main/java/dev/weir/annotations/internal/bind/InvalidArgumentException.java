package dev.weir.annotations.internal.bind;

/** A parameter that a request gives no proper value for; has no stack trace. */
public final class InvalidArgumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ArgumentError error;

    InvalidArgumentException(ArgumentError error) {
        super(error.detail(), null, false, false);
        this.error = error;
    }

    /** What is wrong. */
    public ArgumentError error() {
        return error;
    }
}
