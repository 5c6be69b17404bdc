package dev.weir.internal.net;

import java.io.IOException;

/** The connection broke or was cut while octets were to be read or written; nobody is left to answer. */
public final class ConnectionLostException extends IOException {

    private static final long serialVersionUID = 1L;

    /** With what the system said, or what failed because of it. */
    public ConnectionLostException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With no more than a message. */
    public ConnectionLostException(String message) {
        super(message);
    }

    /** Whether a failure is one of these, or was caused by one. */
    public static boolean isCauseOf(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            if (cause instanceof ConnectionLostException) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
