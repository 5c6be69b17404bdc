package dev.weir.internal.http1;

import dev.weir.internal.net.PeerWatcher;
import dev.weir.internal.net.Transport;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A peer that sends nothing and takes everything, at no cost; counts what it is given. */
final class DiscardingTransport implements Transport {

    private static final SocketAddress NOWHERE = new InetSocketAddress(0);

    private long octets;

    /** Octets written so far. */
    long octets() {
        return octets;
    }

    @Override
    public int read(ByteBuffer into) {
        return -1;
    }

    @Override
    public int readNow(ByteBuffer into) {
        return -1;
    }

    @Override
    public void write(ByteBuffer written) {
        octets += written.remaining();
        written.position(written.limit());
    }

    @Override
    public void write(ByteBuffer first, ByteBuffer second) {
        write(first);
        write(second);
    }

    @Override
    public void write(FileChannel file, long position, long count) {
        octets += count;
    }

    @Override
    public void unread(ByteBuffer octets) {
        throw new UnsupportedOperationException("no proxy speaks first");
    }

    @Override
    public boolean isPeerGone() {
        return false;
    }

    @Override
    public Watch watchPeer(PeerWatcher watcher, Runnable whenGone) {
        throw new UnsupportedOperationException("nobody to watch");
    }

    @Override
    public void unpark() {}

    @Override
    public void shutdownInput() {}

    @Override
    public void shutdownOutput() {}

    @Override
    public void close() {}

    @Override
    public SocketAddress remoteAddress() {
        return NOWHERE;
    }

    @Override
    public SocketAddress localAddress() {
        return NOWHERE;
    }

    @Override
    public boolean isSecure() {
        return false;
    }
}
