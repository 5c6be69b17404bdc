package dev.weir.testing;

import java.util.Optional;

/** No whole response came to a request: none in time, or the connection was cut. */
public final class ExchangeFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<TestResponse> received;

    ExchangeFailedException(String message, Throwable cause, Optional<TestResponse> received) {
        super(message, cause);
        this.received = received;
    }

    /** What came of the response, if at least its head did. */
    public Optional<TestResponse> received() {
        return received;
    }
}
