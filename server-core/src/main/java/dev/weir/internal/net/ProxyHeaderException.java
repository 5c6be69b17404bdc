package dev.weir.internal.net;

import java.io.IOException;

/** A connection did not begin with a PROXY header, or with one that breaks the protocol; it is closed without a word. */
public final class ProxyHeaderException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What was wrong, in fixed text. */
    public ProxyHeaderException(String message) {
        super("PROXY header: " + message);
    }
}
