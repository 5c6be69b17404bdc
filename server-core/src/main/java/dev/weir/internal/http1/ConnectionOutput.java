package dev.weir.internal.http1;

import dev.weir.http.Status;
import dev.weir.internal.net.BufferPool;
import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.net.ConnectionThreads;
import dev.weir.internal.net.Turn;
import dev.weir.internal.server.OpenConnection;
import dev.weir.internal.wire.ResponseHeadEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Octets on their way to the peer: collected in a borrowed buffer until it is full or {@link #flush} is called.
 */
final class ConnectionOutput {

    /** Octets of a file that are written at a time, so that a large one shows its progress and others get a turn. */
    private static final long FILE_AT_A_TIME = 1 << 20;

    private final OpenConnection connection;
    private final BufferPool pool;
    private final ConnectionThreads threads;
    private final Turn turn;

    /** Null while nothing is collected. */
    private byte[] buffer;

    private int length;

    /** Whether the content waits for something to write. */
    private boolean isContentWaiting;

    ConnectionOutput(OpenConnection connection, BufferPool pool, ConnectionThreads threads, Turn turn) {
        this.connection = connection;
        this.pool = pool;
        this.threads = threads;
        this.turn = turn;
    }

    /** Begins a head right behind what was collected. */
    ResponseHeadEncoder start(ResponseHeadEncoder encoder, Status status) {
        if (buffer == null) {
            buffer = pool.borrow();
        }
        return encoder.start(status, buffer, length);
    }

    /** Ends a head; one that did not fit where it was begun is added like other octets. */
    void end(ResponseHeadEncoder encoder) throws ConnectionLostException {
        encoder.end();
        if (encoder.array() == buffer) {
            length += encoder.length();
        } else {
            write(encoder.array(), encoder.from(), encoder.length());
        }
    }

    /** Collects small pieces; a large one that does not fit goes out with what was collected, without being copied. */
    void write(byte[] octets, int offset, int count) throws ConnectionLostException {
        makeRoom(count);
        if (count <= buffer.length - length) {
            System.arraycopy(octets, offset, buffer, length, count);
            length += count;
        } else {
            int collected = length;
            length = 0;
            threads.enterMessageWait();
            try {
                connection.write(ByteBuffer.wrap(buffer, 0, collected), ByteBuffer.wrap(octets, offset, count));
            } finally {
                threads.leaveMessageWait();
            }
            // A long response takes turns with others while its client takes all of it at once.
            if (!turn.leaveIfLong()) {
                turn.giveWayWithin();
            }
        }
    }

    /** Content that comes bit by bit is collected in a larger buffer, for each write to the peer has its price. */
    private void makeRoom(int count) throws ConnectionLostException {
        if (buffer == null) {
            buffer = pool.borrow();
        }
        if (count > buffer.length - length && count < BufferPool.SIZE) {
            if (buffer.length < BufferPool.LARGE_SIZE) {
                byte[] larger = pool.borrowLarge();
                System.arraycopy(buffer, 0, larger, 0, length);
                pool.giveBack(buffer);
                buffer = larger;
            } else {
                flush();
            }
        }
    }

    void write(byte[] octets) throws ConnectionLostException {
        write(octets, 0, octets.length);
    }

    /** A small region is read into the buffer and leaves with the head; a large one goes out without copying. */
    void write(FileChannel file, long position, long count) throws IOException {
        if (buffer == null) {
            buffer = pool.borrow();
        }
        if (count > buffer.length - length) {
            flush();
            long done = 0;
            while (done < count) {
                long piece = Math.min(count - done, FILE_AT_A_TIME);
                threads.enterMessageWait();
                try {
                    connection.write(file, position + done, piece);
                } finally {
                    threads.leaveMessageWait();
                }
                done += piece;
                turn.leaveIfLong();
            }
            return;
        }
        int end = length + (int) count;
        ByteBuffer into = ByteBuffer.wrap(buffer, length, (int) count);
        while (into.hasRemaining()) {
            if (file.read(into, position + into.position() - length) < 0) {
                throw new IOException("file ended before its " + count + " octets did");
            }
        }
        length = end;
    }

    void flush() throws ConnectionLostException {
        if (length > 0) {
            int collected = length;
            length = 0;
            threads.enterMessageWait();
            try {
                connection.write(ByteBuffer.wrap(buffer, 0, collected));
            } finally {
                threads.leaveMessageWait();
            }
        }
    }

    /** Whether the peer has closed its end, found out without waiting. */
    boolean isPeerGone() {
        return connection.transport().isPeerGone();
    }

    /** Whether the connection is to end after the response in progress. */
    boolean isServerStopping() {
        return connection.isStopping();
    }

    /** Content waits for something to write, which may take as long as it likes. */
    void beginWait() {
        if (!isContentWaiting) {
            isContentWaiting = true;
            threads.enterMessageWait();
        }
    }

    /** Ends {@link #beginWait}, if there was any. */
    void endWait() {
        if (isContentWaiting) {
            isContentWaiting = false;
            threads.leaveMessageWait();
        }
    }

    /** Gives the buffer back; nothing may be left in it. */
    void release() {
        if (buffer != null) {
            pool.giveBack(buffer);
            buffer = null;
        }
    }
}
