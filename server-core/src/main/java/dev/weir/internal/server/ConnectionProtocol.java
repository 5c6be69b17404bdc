package dev.weir.internal.server;

import java.io.IOException;

/** Serves one connection in one protocol. Called by one thread at a time. */
public interface ConnectionProtocol {

    /** What becomes of the connection. */
    enum Outcome {
        /** It has ended. */
        CLOSE,
        /** Its last response is out, but its peer may still be sending. */
        LINGER,
        /** It waits for its peer, and has no thread until there is something to read. */
        PARK
    }

    /** Makes the protocol of a new connection. */
    @FunctionalInterface
    interface Factory {
        /** A protocol that serves that connection. */
        ConnectionProtocol serve(OpenConnection connection);
    }

    /** Serves until the connection ends, or has to be parked; called again after that. */
    Outcome serve() throws IOException;
}
