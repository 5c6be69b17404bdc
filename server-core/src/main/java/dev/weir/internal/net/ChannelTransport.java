package dev.weir.internal.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;

/** A transport over a socket channel in blocking mode, TCP or Unix domain. */
final class ChannelTransport implements Transport {

    /** Octets of a file that are copied while its transfer waits. */
    private static final int LARGEST_PIECE = 8192;

    private final SocketChannel channel;

    /** Asked for when first needed, for each answer costs a system call or two. */
    private SocketAddress remoteAddress;

    private SocketAddress localAddress;

    /** Null until it is parked for the first time. */
    private volatile Parking parking;

    /** Null until somebody asks whether the peer is there. */
    private PeerPresence presence;

    /** Null unless the peer is watched. */
    private PeerWatch watch;

    ChannelTransport(SocketChannel channel) {
        this.channel = channel;
    }

    SocketChannel channel() {
        return channel;
    }

    /** Whether a read would not have to wait, because of what was read ahead. */
    boolean hasReadAhead() {
        return presence != null && presence.hasAnswer();
    }

    @Override
    public int read(ByteBuffer into) throws ConnectionLostException {
        pauseWatch();
        try {
            return hasReadAhead() ? presence.take(into) : channel.read(into);
        } catch (IOException e) {
            throw new ConnectionLostException("connection lost while reading", e);
        } finally {
            resumeWatch();
        }
    }

    @Override
    public int readNow(ByteBuffer into) throws ConnectionLostException {
        pauseWatch();
        try {
            return hasReadAhead() ? presence.take(into) : readWithoutWaiting(into);
        } catch (IOException e) {
            throw new ConnectionLostException("connection lost while reading", e);
        } finally {
            resumeWatch();
        }
    }

    /** Reads what has arrived, past what was read ahead; leaves the channel in the mode that it is in. */
    int readWithoutWaiting(ByteBuffer into) throws IOException {
        if (!channel.isBlocking()) {
            return channel.read(into);
        }
        channel.configureBlocking(false);
        try {
            return channel.read(into);
        } finally {
            channel.configureBlocking(true);
        }
    }

    @Override
    public void unread(ByteBuffer octets) {
        presence().unread(octets);
    }

    @Override
    public void write(ByteBuffer octets) throws ConnectionLostException {
        pauseWatch();
        try {
            writeAll(octets);
        } finally {
            resumeWatch();
        }
    }

    private void writeAll(ByteBuffer octets) throws ConnectionLostException {
        try {
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
        } catch (IOException e) {
            throw new ConnectionLostException("connection lost while writing", e);
        }
    }

    @Override
    public void write(ByteBuffer first, ByteBuffer second) throws ConnectionLostException {
        ByteBuffer[] both = {first, second};
        pauseWatch();
        try {
            while (second.hasRemaining()) {
                channel.write(both);
            }
        } catch (IOException e) {
            throw new ConnectionLostException("connection lost while writing", e);
        } finally {
            resumeWatch();
        }
        write(first);
    }

    @Override
    public void write(FileChannel file, long position, long count) throws IOException {
        pauseWatch();
        try {
            transfer(file, position, count);
        } finally {
            resumeWatch();
        }
    }

    private void transfer(FileChannel file, long position, long count) throws IOException {
        long done = 0;
        while (done < count) {
            done += transferNow(file, position + done, count - done);
            if (done < count) {
                done += writePiece(file, position + done, count - done);
            }
        }
    }

    /** Octets that the socket takes at once; on a platform thread all of them. */
    private long transferNow(FileChannel file, long position, long count) throws IOException {
        try {
            return file.transferTo(position, count, channel);
        } catch (IOException e) {
            throw file.isOpen() ? new ConnectionLostException("connection lost while writing a file", e) : e;
        }
    }

    /** Waits until the socket takes more, which a transfer on a virtual thread does not: it returns, and would spin. */
    private int writePiece(FileChannel file, long position, long most) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(most, LARGEST_PIECE));
        int count = file.read(piece, position);
        if (count < 0) {
            throw new IOException("file ended " + most + " octets before its region did");
        }
        writeAll(piece.flip());
        return count;
    }

    @Override
    public boolean isPeerGone() {
        if (watch == null) {
            presence().look();
        }
        return presence.isGone();
    }

    @Override
    public Watch watchPeer(PeerWatcher watcher, Runnable whenGone) {
        if (watch != null) {
            throw new IllegalStateException("the peer is watched already (expected: one watch at a time)");
        }
        watch = new PeerWatch(watcher, channel, presence(), whenGone, () -> watch = null);
        watch.resume();
        return watch;
    }

    private PeerPresence presence() {
        if (presence == null) {
            presence = new PeerPresence(this);
        }
        return presence;
    }

    private void pauseWatch() {
        if (watch != null) {
            watch.pause();
        }
    }

    private void resumeWatch() {
        if (watch != null) {
            watch.resume();
        }
    }

    /** Told before it is parked for the first time. */
    void parkedIn(Parking place) {
        parking = place;
    }

    @Override
    public void unpark() {
        Parking place = parking;
        if (place != null) {
            place.unpark(channel);
        }
    }

    @Override
    public void shutdownInput() {
        try {
            channel.shutdownInput();
        } catch (IOException e) {
            close(); // not connected any more: there is nobody to be gentle with
        }
    }

    @Override
    public void shutdownOutput() {
        try {
            channel.shutdownOutput();
        } catch (IOException e) {
            close(); // as above
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // it is as closed as it can be
        }
    }

    @Override
    public void reset() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException | UnsupportedOperationException e) {
            // closed already, or a Unix domain socket, which knows no reset
        }
        close();
    }

    @Override
    public SocketAddress remoteAddress() {
        if (remoteAddress == null) {
            remoteAddress = addressOr(channel::getRemoteAddress);
        }
        return remoteAddress;
    }

    @Override
    public SocketAddress localAddress() {
        if (localAddress == null) {
            localAddress = addressOr(channel::getLocalAddress);
        }
        return localAddress;
    }

    private interface Address {
        SocketAddress get() throws IOException;
    }

    private static SocketAddress addressOr(Address address) {
        try {
            return address.get();
        } catch (IOException e) {
            return InetSocketAddress.createUnresolved("closed", 0);
        }
    }

    @Override
    public boolean isSecure() {
        return false;
    }
}
