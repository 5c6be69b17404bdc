package dev.weir.internal.net;

import dev.weir.config.AddressFamily;
import dev.weir.config.ListenerSettings;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Accepts connections on a thread of its own, no more at a time than there are permits.
 *
 * <p>A failure to accept never ends it ({@link Repetition}).
 */
public final class Listener {

    private static final LazyLogger LOGGER = new LazyLogger(Listener.class);

    private final ListenerSettings settings;
    private final ServerSocketChannel channel;
    private final SocketAddress address;

    /** Waits for connections, for it can be woken without closing the channel and losing its backlog. */
    private final Selector selector;

    private final Semaphore permits;
    private final Consumer<Transport> connections;
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * Binds; nothing is accepted before {@link #start}.
     *
     * @param permits one is taken before each accept; whoever ends a connection releases it
     * @param connections gets each transport; must not block
     * @throws IOException if it can't be bound; the text names the address and what was wrong with it
     */
    public Listener(ListenerSettings settings, Semaphore permits, Consumer<Transport> connections) throws IOException {
        this.settings = settings;
        this.permits = permits;
        this.connections = connections;
        this.channel = bind(settings);
        this.address = channel.getLocalAddress();
        this.selector = selectorOf(channel);
        // Not a daemon: a running server keeps the JVM alive.
        this.thread = new Thread(this::run, "weir-listener");
    }

    private static ServerSocketChannel bind(ListenerSettings settings) throws IOException {
        ListenAddress wanted = ListenAddress.of(settings);
        ServerSocketChannel channel = null;
        try {
            channel = wanted.open();
            if (!wanted.isUnix()) {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, settings.reuseAddress());
            }
            if (settings.reusePort()) {
                channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            channel.bind(wanted.address(), settings.backlog());
            return channel;
        } catch (IOException | UnsupportedOperationException e) {
            if (channel != null) {
                channel.close();
            }
            throw new IOException("cannot listen on " + wanted + ": " + e.getMessage(), e);
        }
    }

    private static Selector selectorOf(ServerSocketChannel channel) throws IOException {
        try {
            Selector selector = Selector.open();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_ACCEPT);
            return selector;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Starts to accept. */
    public void start() {
        thread.start();
    }

    /** The address it is bound to, with the port that was found for port 0. */
    public SocketAddress address() {
        return address;
    }

    private void run() {
        new Repetition(LOGGER, Level.WARNING, "Cannot accept on " + address).run(this::accept, () -> stopping);
        try {
            // Closing resets what the system has accepted for us already, so that is served first.
            acceptWaiting(settings.backlog());
            // At once, for the system resets what comes between; only a selection really closes what is registered.
            channel.close();
            selector.selectNow();
        } catch (IOException | RuntimeException | Error e) {
            LOGGER.get().log(Level.WARNING, "The backlog of {0} was lost: {1}", address, e);
        }
    }

    private void accept() throws IOException {
        selector.select();
        selector.selectedKeys().clear();
        acceptWaiting(Integer.MAX_VALUE);
    }

    /** Accepts what waits, each with a permit of its own, until nothing waits or so many are accepted. */
    private void acceptWaiting(int most) throws IOException {
        for (int i = 0; i < most; i++) {
            permits.acquireUninterruptibly();
            SocketChannel accepted = null;
            boolean isHandedOn = false;
            try {
                accepted = channel.accept();
                isHandedOn = accepted != null && handOn(accepted); // from here on the connection owns the permit
            } finally {
                if (!isHandedOn) {
                    closeQuietly(accepted);
                    permits.release();
                }
            }
            if (accepted == null || stopping && most == Integer.MAX_VALUE) {
                return;
            }
        }
    }

    private static void closeQuietly(SocketChannel accepted) {
        try {
            if (accepted != null) {
                accepted.close();
            }
        } catch (IOException e) {
            // it broke before it was served
        }
    }

    /** Gives a connection to its owner; false if it was refused. */
    private boolean handOn(SocketChannel accepted) throws IOException {
        if (settings.proxyProtocol().isPresent() && !isFromProxy(accepted)) {
            return false;
        }
        if (settings.unixPath().isEmpty()) {
            if (isFromRefusedFamily(accepted)) {
                return false;
            }
            accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        connections.accept(new ChannelTransport(accepted));
        return true;
    }

    /** Who is none of the proxies is not even read from: it could make itself appear as anybody. */
    private boolean isFromProxy(SocketChannel accepted) throws IOException {
        SocketAddress peer = accepted.getRemoteAddress();
        boolean isProxy = settings.proxyProtocol().orElseThrow().contains(peer);
        if (!isProxy) {
            LOGGER.get().log(Level.DEBUG, "Turned away {0}, which is none of the proxies", peer);
        }
        return isProxy;
    }

    /** Java cannot set IPV6_V6ONLY, so a wildcard socket for IPv6 gets IPv4 clients too, and turns them away here. */
    private boolean isFromRefusedFamily(SocketChannel accepted) throws IOException {
        return settings.family() == AddressFamily.IPV6
                && accepted.getRemoteAddress() instanceof InetSocketAddress remote
                && remote.getAddress() instanceof Inet4Address;
    }

    /** Accepts no more but what the system had accepted for us by now, and waits for the thread's end. */
    public void stop() throws IOException, InterruptedException {
        stopping = true;
        selector.wakeup();
        // One that waits for a permit, or after a failure, has to see that it is to stop.
        permits.release();
        LockSupport.unpark(thread);
        if (thread.isAlive()) {
            thread.join();
        }
        channel.close();
        selector.close();
        if (address instanceof UnixDomainSocketAddress unix) {
            Files.deleteIfExists(unix.getPath());
        }
    }
}
