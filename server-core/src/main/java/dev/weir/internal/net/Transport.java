package dev.weir.internal.net;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Octets both ways, blocking. Reading and writing is done by the connection's thread; {@link #unpark}, {@link
 * #shutdownInput}, {@link #close} and {@link #reset} may be called by any.
 */
public interface Transport {

    /**
     * Reads at least one octet.
     *
     * @return number of octets, or -1 at the end
     */
    int read(ByteBuffer into) throws ConnectionLostException;

    /**
     * Reads what has arrived, without waiting; by whichever thread the transport belongs to.
     *
     * @return number of octets, 0 if none is there yet, or -1 at the end
     */
    int readNow(ByteBuffer into) throws ConnectionLostException;

    /** Gives octets back that were read too far: the next reads get them first. Called by the connection's thread. */
    void unread(ByteBuffer octets);

    /** Writes all octets of one buffer. */
    void write(ByteBuffer octets) throws ConnectionLostException;

    /** Writes all octets of two buffers, in as few system calls as can be. */
    void write(ByteBuffer first, ByteBuffer second) throws ConnectionLostException;

    /**
     * Writes a region of a file, without copying where the system can.
     *
     * @throws IOException if the file ends before its region does or can't be read; {@link ConnectionLostException} if
     *     the connection breaks
     */
    void write(FileChannel file, long position, long count) throws IOException;

    /**
     * Whether the peer has closed its end, as far as can be told without waiting: what it sent before that may hide it.
     * Called by the connection's thread.
     */
    boolean isPeerGone();

    /**
     * Tells when the peer closes its end, until the watch is closed. Called by the connection's thread, which may read and
     * write meanwhile.
     *
     * @param whenGone run once at most, by the caller or by the watcher's thread; must not block
     */
    Watch watchPeer(PeerWatcher watcher, Runnable whenGone);

    /** A watch over the peer that is on. */
    interface Watch extends AutoCloseable {
        /** Ends the watch; whoever is told of the peer's leaving has been told by then, or never will be. */
        @Override
        void close();
    }

    /** If it is parked, lets its task run now; else nothing. What the peer has sent can still be read. */
    void unpark();

    /** Makes a reader see the end, also one that is blocked; who begins to read later does not see what has arrived. */
    void shutdownInput();

    /** Tells the peer that nothing more will be written. */
    void shutdownOutput();

    /** Ends both directions at once; whoever is blocked gets a {@link ConnectionLostException}. */
    void close();

    /** Like {@link #close}, and such that the peer can tell it from an orderly end, if the transport has a way to do so. */
    default void reset() {
        close();
    }

    /** Address of the peer. */
    SocketAddress remoteAddress();

    /** Address that the peer connected to. */
    SocketAddress localAddress();

    /** Whether octets are encrypted on the way. */
    boolean isSecure();
}
