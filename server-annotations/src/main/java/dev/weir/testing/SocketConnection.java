package dev.weir.testing;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A connection over TCP. */
final class SocketConnection implements ClientConnection {

    private final Socket socket;

    private SocketConnection(Socket socket) {
        this.socket = socket;
    }

    /** Connects; a server that listens on all addresses is reached over the loopback. */
    static SocketConnection to(InetSocketAddress server, Duration longest) throws IOException {
        InetAddress host =
                server.getAddress().isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : server.getAddress();
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, server.getPort()), millis(longest));
            return new SocketConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** A socket has no deadline for writing, but can be closed meanwhile. */
    @Override
    public void send(byte[] octets, Duration longest) throws IOException {
        CompletableFuture<Boolean> isLate =
                new CompletableFuture<Boolean>().completeOnTimeout(true, longest.toNanos(), TimeUnit.NANOSECONDS);
        isLate.thenAccept(late -> {
            if (late) {
                close();
            }
        });
        try {
            socket.getOutputStream().write(octets);
        } catch (IOException e) {
            if (isLate.getNow(false)) {
                throw new SocketTimeoutException("the server took no more of the content");
            }
            throw e;
        } finally {
            isLate.complete(false);
        }
    }

    @Override
    public int receive(byte[] into, Duration longest) throws IOException {
        socket.setSoTimeout(millis(longest));
        return socket.getInputStream().read(into);
    }

    /** At least one, for zero would be without an end. */
    private static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            System.getLogger(SocketConnection.class.getName()).log(Level.DEBUG, "A socket did not close well", e);
        }
    }
}
