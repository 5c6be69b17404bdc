package dev.weir.internal.http1;

import dev.weir.internal.net.PeerWatcher;
import dev.weir.internal.net.Transport;
import dev.weir.internal.wire.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A transport without a network: the peer's octets come in pieces of given sizes, and ours are kept. */
final class ScriptedTransport implements Transport {

    private static final SocketAddress ADDRESS = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    private final ByteBuffer fromPeer;
    private final List<Integer> pieces;
    private final ByteArrayOutputStream toPeer = new ByteArrayOutputStream();
    private int reads;

    /**
     * The peer sends those octets and nothing more.
     *
     * @param pieces sizes of the pieces, over and over
     */
    ScriptedTransport(Octets fromPeer, List<Integer> pieces) {
        this.fromPeer = ByteBuffer.wrap(fromPeer.bytes());
        this.pieces = pieces;
    }

    /** All that was written. */
    String written() {
        return toPeer.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public int read(ByteBuffer into) {
        if (!into.hasRemaining()) {
            throw new AssertionError("a read without space for it would never end");
        }
        if (!fromPeer.hasRemaining()) {
            return -1;
        }
        int piece = pieces.get(reads++ % pieces.size());
        int count = Math.min(piece, Math.min(into.remaining(), fromPeer.remaining()));
        into.put(fromPeer.slice().limit(count));
        fromPeer.position(fromPeer.position() + count);
        return count;
    }

    @Override
    public int readNow(ByteBuffer into) {
        throw new UnsupportedOperationException("no connection lingers in these tests");
    }

    @Override
    public void unread(ByteBuffer octets) {
        throw new UnsupportedOperationException("no proxy speaks first in these tests");
    }

    @Override
    public boolean isPeerGone() {
        return false;
    }

    @Override
    public Watch watchPeer(PeerWatcher watcher, Runnable whenGone) {
        throw new UnsupportedOperationException("no peer is watched in these tests");
    }

    @Override
    public void write(ByteBuffer octets) {
        byte[] copy = new byte[octets.remaining()];
        octets.get(copy);
        toPeer.writeBytes(copy);
    }

    @Override
    public void write(ByteBuffer first, ByteBuffer second) {
        write(first);
        write(second);
    }

    @Override
    public void write(FileChannel file, long position, long count) throws IOException {
        throw new UnsupportedOperationException("no file is sent in these tests");
    }

    @Override
    public void unpark() {
        throw new UnsupportedOperationException("no connection is parked in these tests");
    }

    @Override
    public void shutdownInput() {
        // nobody is blocked
    }

    @Override
    public void shutdownOutput() {
        // what was written stays
    }

    @Override
    public void close() {
        // there is nothing to give back
    }

    @Override
    public SocketAddress remoteAddress() {
        return ADDRESS;
    }

    @Override
    public SocketAddress localAddress() {
        return ADDRESS;
    }

    @Override
    public boolean isSecure() {
        return false;
    }
}
