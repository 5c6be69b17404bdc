package dev.weir.observe;

import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.Status;

/**
 * Told what a server does. Each method does nothing unless it is overridden.
 *
 * <p>Called by the threads that serve connections, many at once, and {@link #deadlinePassed} by the deadline thread: an
 * implementation must be safe for that, quick, and must not block. What it throws is logged and changes nothing.
 */
public interface ServerObserver {

    /** Observes nothing. */
    ServerObserver NONE = new ServerObserver() {};

    /** A connection was accepted. Its peer is the proxy where the PROXY protocol is expected, here and when it is closed. */
    default void connectionOpened(Peer peer) {}

    /** A connection was closed, by whichever end. */
    default void connectionClosed(Peer peer) {}

    /** A request's head has arrived and the application is about to be called. */
    default void requestStarted(Request request) {}

    /**
     * A handler or filter threw what it had not meant as an answer, or content that was being sent did: the request is
     * answered with 500, or its response cut off. What the client is to blame for is not told.
     */
    default void failed(Request request, Throwable failure) {}

    /** A response was written, or was cut off while it was. */
    default void responded(ServedRequest served) {}

    /**
     * Octets that never became a request were refused.
     *
     * @param violation name of the rule that was broken
     */
    default void refused(Peer peer, Status status, String violation) {}

    /** A request was turned away because too many were in progress. */
    default void shed(Request request) {}

    /**
     * A peer took too long.
     *
     * @param phase what it was waited for: {@code READING_HEAD} say
     */
    default void deadlinePassed(Peer peer, String phase) {}
}
