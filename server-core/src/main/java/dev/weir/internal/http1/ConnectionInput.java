package dev.weir.internal.http1;

import dev.weir.internal.net.BufferPool;
import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.net.ConnectionThreads;
import dev.weir.internal.net.Turn;
import dev.weir.internal.server.OpenConnection;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Octets from the peer that nobody has used yet. A small buffer of its own serves an idle connection; a larger one is
 * borrowed while there is more to hold.
 */
final class ConnectionInput {

    /** Octets of a new connection's own buffer, and of one whose requests are larger. */
    private static final int LEAST_SMALL = 512;

    private static final int MOST_SMALL = 2048;

    private final OpenConnection connection;
    private final BufferPool pool;
    private final ConnectionOutput output;
    private final ConnectionThreads threads;
    private final Turn turn;
    private byte[] small = new byte[LEAST_SMALL];

    /** Whether a request did not fit into {@link #small}: a larger one would have saved a read. */
    private boolean isSmallTooSmall;

    /** What has arrived stands from position to limit. */
    private ByteBuffer buffer = ByteBuffer.wrap(small).limit(0);

    ConnectionInput(
            OpenConnection connection, BufferPool pool, ConnectionOutput output, ConnectionThreads threads, Turn turn) {
        this.connection = connection;
        this.pool = pool;
        this.output = output;
        this.threads = threads;
        this.turn = turn;
    }

    /** What has arrived and is not used; whoever uses octets moves the position. */
    ByteBuffer available() {
        return buffer;
    }

    /** Reads more, after flushing what the peer may be waiting for; false at the end. */
    boolean fill() throws ConnectionLostException {
        makeRoom();
        output.flush();
        ByteBuffer space = space();
        return appended(connection.read(space));
    }

    /** Reads what has arrived already, without waiting; false if nothing has. */
    boolean fillNow() throws ConnectionLostException {
        makeRoom();
        return appended(connection.readNow(space()));
    }

    /** Like {@link #fill}, at the pace that content is expected to keep. */
    boolean fillContent() throws ConnectionLostException {
        makeRoom();
        output.flush();
        return appended(readContent(space()));
    }

    /** Reads content straight into the caller's array; for when nothing is available. -1 at the end. */
    int readContent(byte[] into, int offset, int count) throws ConnectionLostException {
        output.flush();
        isSmallTooSmall = true;
        return readContent(ByteBuffer.wrap(into, offset, count));
    }

    private int readContent(ByteBuffer into) throws ConnectionLostException {
        turn.leaveIfLong(); // a peer that sends as fast as this reads would keep others from running
        threads.enterMessageWait();
        try {
            return connection.readContent(into);
        } finally {
            threads.leaveMessageWait();
        }
    }

    private ByteBuffer space() {
        return ByteBuffer.wrap(buffer.array(), buffer.limit(), buffer.capacity() - buffer.limit());
    }

    private boolean appended(int count) {
        if (count > 0) {
            buffer.limit(buffer.limit() + count);
            isSmallTooSmall |= buffer.limit() == buffer.capacity();
        }
        return count > 0;
    }

    /** Moves what is there to the front, and takes a larger array when all is full. */
    private void makeRoom() {
        if (!buffer.hasRemaining()) {
            buffer.position(0).limit(0);
        } else if (buffer.limit() == buffer.capacity()) {
            if (buffer.position() == 0) {
                grow();
            } else {
                int remaining = buffer.remaining();
                buffer.compact().position(0).limit(remaining);
            }
        }
    }

    private void grow() {
        byte[] full = buffer.array();
        byte[] larger;
        if (full.length < BufferPool.SIZE) {
            larger = pool.borrow();
            System.arraycopy(full, 0, larger, 0, full.length);
        } else {
            larger = Arrays.copyOf(full, 2 * full.length);
            pool.giveBack(full);
        }
        buffer = ByteBuffer.wrap(larger).limit(full.length);
    }

    /** Gives a borrowed array back if what is there fits into the small one, which grows with what requests need. */
    void shrink() {
        if (isSmallTooSmall && small.length < MOST_SMALL) {
            moveTo(new byte[2 * small.length]);
        } else if (buffer.array() != small && buffer.remaining() <= small.length) {
            moveTo(small);
        }
        isSmallTooSmall = false;
    }

    private void moveTo(byte[] array) {
        byte[] former = buffer.array();
        int remaining = buffer.remaining();
        if (remaining <= array.length) {
            System.arraycopy(former, buffer.position(), array, 0, remaining);
            buffer = ByteBuffer.wrap(array).limit(remaining);
            small = array;
            pool.giveBack(former);
        }
    }
}
