package dev.weir.internal.server;

/** What a connection is doing: tells which deadline holds for it. */
public enum ConnectionPhase {
    /** Waits for what comes before any request: the header of a proxy. */
    HANDSHAKE,
    /** Waits for a next request, or for its first. */
    IDLE,
    /** Part of a request's head has arrived. */
    READING_HEAD,
    /** The application has the request; the peer is not waited for. */
    HANDLING,
    /** Waits for more of a request's content. */
    READING_CONTENT,
    /** Waits for the peer to take octets of a response. */
    WRITING,
    /** Everything is said; what still comes is thrown away for a while, so that the last response gets through. */
    LINGERING,
    /** Another protocol has taken over, which keeps its own deadlines. */
    UPGRADED;

    /** Whether nothing is lost that a client could have asked for. */
    boolean isBeforeRequest() {
        return this == IDLE || this == HANDSHAKE;
    }
}
