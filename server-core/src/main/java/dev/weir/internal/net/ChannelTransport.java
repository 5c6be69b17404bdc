package dev.weir.internal.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;

/** A transport over a socket channel in blocking mode, TCP or Unix domain. */
final class ChannelTransport implements Transport {

    private final SocketChannel channel;

    /** Asked for when first needed, for each answer costs a system call or two. */
    private SocketAddress remoteAddress;

    private SocketAddress localAddress;

    ChannelTransport(SocketChannel channel) {
        this.channel = channel;
    }

    SocketChannel channel() {
        return channel;
    }

    @Override
    public int read(ByteBuffer into) throws ConnectionLostException {
        try {
            return channel.read(into);
        } catch (IOException e) {
            throw new ConnectionLostException("connection lost while reading", e);
        }
    }

    @Override
    public void write(ByteBuffer octets) throws ConnectionLostException {
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
        try {
            while (second.hasRemaining()) {
                channel.write(both);
            }
        } catch (IOException e) {
            throw new ConnectionLostException("connection lost while writing", e);
        }
        write(first);
    }

    @Override
    public void write(FileChannel file, long position, long count) throws IOException {
        long done = 0;
        while (done < count) {
            if (position + done >= file.size()) {
                throw new IOException("file ended after " + done + " of " + count + " octets");
            }
            try {
                done += file.transferTo(position + done, count - done, channel);
            } catch (IOException e) {
                throw file.isOpen() ? new ConnectionLostException("connection lost while writing a file", e) : e;
            }
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
