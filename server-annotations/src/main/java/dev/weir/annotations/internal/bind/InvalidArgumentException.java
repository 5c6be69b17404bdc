package dev.weir.annotations.internal.bind;

import java.util.List;

/** Parameters that a request gives no proper value for; has no stack trace. */
public final class InvalidArgumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ArgumentError> errors;

    InvalidArgumentException(ArgumentError error) {
        this(List.of(error));
    }

    /** Of at least one error. */
    InvalidArgumentException(List<ArgumentError> errors) {
        super(errors.get(0).detail(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** What is wrong, at least one. */
    public List<ArgumentError> errors() {
        return errors;
    }
}
