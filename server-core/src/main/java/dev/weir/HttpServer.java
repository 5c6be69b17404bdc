package dev.weir;

import dev.weir.config.Timeouts;
import dev.weir.internal.http1.Http1Services;
import dev.weir.internal.net.ConnectionThreads;
import dev.weir.internal.net.Deadlines;
import dev.weir.internal.net.Listener;
import dev.weir.internal.net.Parking;
import dev.weir.internal.net.Transport;
import dev.weir.internal.server.ConnectionProtocol;
import dev.weir.internal.server.ConnectionTask;
import dev.weir.internal.server.Dispatcher;
import dev.weir.internal.server.OpenConnection;
import dev.weir.internal.server.OpenConnections;
import dev.weir.internal.server.RequestGate;
import dev.weir.observe.ObserverChain;
import dev.weir.observe.ServerObserver;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running HTTP server.
 *
 * <p>Made with {@link #builder()} and running from {@link HttpServerBuilder#start()} until {@link #stop} or {@link #close}. Any
 * number may run in one JVM, one after the other or at once. A running server keeps the JVM alive; a stopped one leaves no
 * thread behind.
 */
public final class HttpServer implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(HttpServer.class.getName());
    private static final Duration LONGEST_CUT = Duration.ofSeconds(1);

    /** Given to requests that were interrupted, to end before their threads are left behind. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(1);

    private final Timeouts timeouts;
    private final ServerObserver observer;
    private final ConnectionThreads threads;
    private final ConnectionProtocol.Factory protocols;
    private final Semaphore permits;
    private final Listener listener;
    private final Deadlines deadlines = new Deadlines();
    private final OpenConnections connections = new OpenConnections();
    private final AtomicBoolean isStopped = new AtomicBoolean();

    /** Null for virtual threads, which need none. */
    private final Parking parking;

    HttpServer(HttpServerBuilder builder) throws IOException {
        timeouts = builder.timeouts;
        observer = ObserverChain.of(builder.observers);
        threads = new ConnectionThreads(builder.threads);
        Dispatcher dispatcher = new Dispatcher(
                builder.application(), builder.filters, builder.problems, new RequestGate(builder.limits), observer);
        protocols = new Http1Services(builder.limits, threads, dispatcher, builder.serverField);
        permits = new Semaphore(builder.limits.connections());
        listener = new Listener(builder.listener, permits, this::open);
        parking = threads.areVirtual() ? null : new Parking(threads);
    }

    /** A builder with safe defaults: any free port on all addresses, no routes. */
    public static HttpServerBuilder builder() {
        return new HttpServerBuilder();
    }

    /** Begins to accept; called once. */
    void run() {
        deadlines.start();
        listener.start();
        LOGGER.log(Level.DEBUG, "Listening on {0}", listener.address());
    }

    private void open(Transport transport) {
        OpenConnection connection = new OpenConnection(transport, deadlines, timeouts, observer);
        ConnectionTask task = new ConnectionTask(connection, connections, protocols, this::park, permits::release);
        if (parking == null) {
            start(task);
        } else {
            park(connection, task);
        }
    }

    private void park(OpenConnection connection, Runnable task) {
        parking.park(connection.transport(), task);
    }

    private void start(ConnectionTask task) {
        try {
            threads.run(task);
        } catch (RuntimeException | Error e) {
            task.end();
            LOGGER.log(Level.ERROR, "A connection got no thread; it was closed", e);
        }
    }

    /**
     * The TCP port that it listens on, also after it was stopped.
     *
     * @throws IllegalStateException on a Unix domain socket
     */
    public int port() {
        if (address() instanceof InetSocketAddress inet) {
            return inet.getPort();
        }
        throw new IllegalStateException(
                "port: none (expected: a server that listens on TCP, not on " + address() + ")");
    }

    /** The address that it listens on. */
    public SocketAddress address() {
        return listener.address();
    }

    /** Number of connections that are open. */
    public int openConnections() {
        return connections.count();
    }

    /**
     * Stops: no further connection is accepted, idle ones are closed, and requests in progress may finish until the time
     * is over; then they are interrupted and cut off. Returns when no connection and no thread is left, or a second later
     * if a handler ignores the interrupt. Calling it again does nothing.
     */
    public void stop(Duration grace) {
        if (!isStopped.compareAndSet(false, true)) {
            return;
        }
        try {
            stopGently(grace);
        } catch (InterruptedException e) {
            connections.cutAll();
            Thread.currentThread().interrupt();
        }
    }

    private void stopGently(Duration grace) throws InterruptedException {
        try {
            listener.stop();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The listener did not close well", e);
        }
        connections.stopSoon();
        if (!connections.awaitNone(grace.toNanos())) {
            LOGGER.log(Level.INFO, "{0} connections are cut off after {1}", connections.count(), grace);
            connections.cutAll();
            connections.awaitNone(LAST_WAIT.toNanos());
        }
        stopParking();
        // Those that were cut off have only to notice it; one whose handler does not end is not waited for.
        connections.awaitNone(LONGEST_CUT.toNanos());
        threads.stop();
        deadlines.stop();
    }

    private void stopParking() throws InterruptedException {
        if (parking != null) {
            try {
                parking.stop();
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "The parking's selector did not close well", e);
            }
        }
    }

    /** Stops at once: requests in progress are cut off. */
    @Override
    public void close() {
        stop(Duration.ZERO);
    }
}
