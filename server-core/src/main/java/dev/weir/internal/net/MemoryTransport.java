package dev.weir.internal.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A transport between threads of one JVM: a pipe each way, and no socket. */
public final class MemoryTransport implements Transport {

    /** A server's writer waits while so many octets are unread, as it does for the peer of a socket. */
    private static final int TO_PEER = 64 << 10;

    /** Octets of a file that are copied at a time. */
    private static final int LARGEST_PIECE = 8192;

    private final MemoryPipe fromPeer = new MemoryPipe(Integer.MAX_VALUE);
    private final MemoryPipe toPeer = new MemoryPipe(TO_PEER);

    /** What the peer reads from. */
    public MemoryPipe toPeer() {
        return toPeer;
    }

    /** What the peer writes to; it never waits. */
    public MemoryPipe fromPeer() {
        return fromPeer;
    }

    @Override
    public int read(ByteBuffer into) throws ConnectionLostException {
        fromPeer.awaitReadable(Long.MAX_VALUE);
        return fromPeer.readNow(into);
    }

    @Override
    public int readNow(ByteBuffer into) throws ConnectionLostException {
        return fromPeer.readNow(into);
    }

    @Override
    public void unread(ByteBuffer octets) {
        fromPeer.unread(octets);
    }

    @Override
    public void write(ByteBuffer octets) throws ConnectionLostException {
        toPeer.write(octets);
    }

    @Override
    public void write(ByteBuffer first, ByteBuffer second) throws ConnectionLostException {
        toPeer.write(first);
        toPeer.write(second);
    }

    @Override
    public void write(FileChannel file, long position, long count) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(count, LARGEST_PIECE));
        long done = 0;
        while (done < count) {
            piece.clear().limit((int) Math.min(count - done, piece.capacity()));
            int length = file.read(piece, position + done);
            if (length < 0) {
                throw new IOException("file ended " + (count - done) + " octets before its region did");
            }
            toPeer.write(piece.flip());
            done += length;
        }
    }

    @Override
    public boolean isPeerGone() {
        return fromPeer.isEnded();
    }

    @Override
    public Watch watchPeer(PeerWatcher watcher, Runnable whenGone) {
        fromPeer.whenEnded(whenGone);
        return fromPeer::forgetWhenEnded;
    }

    /** Runs the task once it is readable, by whoever makes it so; {@link #unpark} runs it before. */
    void park(Runnable whenReadable) {
        fromPeer.whenReadable(whenReadable);
    }

    @Override
    public void unpark() {
        fromPeer.wake();
    }

    @Override
    public void shutdownInput() {
        fromPeer.drop();
    }

    @Override
    public void shutdownOutput() {
        toPeer.end();
    }

    @Override
    public void close() {
        toPeer.end();
        fromPeer.breakUp();
    }

    @Override
    public void reset() {
        toPeer.breakUp();
        fromPeer.breakUp();
    }

    @Override
    public SocketAddress remoteAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public SocketAddress localAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
    }

    @Override
    public boolean isSecure() {
        return false;
    }
}
