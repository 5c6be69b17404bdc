package dev.weir.internal.net;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Finds out whether a peer has closed its end. Nothing short of reading tells, so octets that come first are kept for the
 * next read.
 *
 * <p>Used by the connection's thread, and by the watch's thread between {@link PeerWatch#begin} and {@link
 * PeerWatch#end}, which order the two.
 */
final class PeerPresence {

    /** Octets that are read ahead at most; what is behind more than that stays unseen. */
    private static final int MOST_AHEAD = 4096;

    private final ChannelTransport transport;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** From position to limit what was read ahead; made when there is something, or somebody looks. */
    private ByteBuffer ahead = NOTHING;

    private volatile boolean isGone;

    PeerPresence(ChannelTransport transport) {
        this.transport = transport;
    }

    boolean isGone() {
        return isGone;
    }

    /** Whether the next read has its answer already. */
    boolean hasAnswer() {
        return ahead.hasRemaining() || isGone;
    }

    /** Whether there is no room to read further ahead. */
    boolean isFull() {
        return ahead.limit() >= MOST_AHEAD;
    }

    /** Has the next reads begin with those octets. Only if nothing is read ahead. */
    void unread(ByteBuffer octets) {
        if (hasAnswer()) {
            throw new IllegalStateException("octets are read ahead (expected: none, for their order would change)");
        }
        // No more room than they need, for an idle connection keeps it.
        ahead = ByteBuffer.allocate(octets.remaining()).put(octets).flip();
    }

    /** Looks without waiting; the channel may be in either mode, and stays in it. */
    void look() {
        if (isGone || isFull()) {
            return;
        }
        makeRoom();
        int count = readAhead();
        if (count < 0) {
            isGone = true;
        } else {
            ahead.limit(ahead.limit() + count);
        }
    }

    private void makeRoom() {
        if (ahead.capacity() < MOST_AHEAD) {
            ahead = ByteBuffer.allocate(MOST_AHEAD).put(ahead).flip();
        }
    }

    private int readAhead() {
        try {
            return transport.readWithoutWaiting(
                    ahead.duplicate().position(ahead.limit()).limit(MOST_AHEAD));
        } catch (IOException e) {
            return -1; // reset, or closed on our side
        }
    }

    /** Moves what was read ahead; -1 if there is nothing and never will be. Only if there {@link #hasAnswer}. */
    int take(ByteBuffer into) {
        if (!ahead.hasRemaining()) {
            return -1;
        }
        int count = Math.min(into.remaining(), ahead.remaining());
        into.put(ahead.slice(ahead.position(), count));
        ahead.position(ahead.position() + count);
        if (!ahead.hasRemaining()) {
            ahead = ahead.capacity() < MOST_AHEAD ? NOTHING : ahead.position(0).limit(0);
        }
        return count;
    }
}
