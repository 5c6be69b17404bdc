package dev.weir;

/** The server could not start; the message names the setting and what is wrong with it. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
