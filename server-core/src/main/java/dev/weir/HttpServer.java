package dev.weir;

import dev.weir.config.DrainSettings;
import dev.weir.config.ListenerSettings;
import dev.weir.config.Timeouts;
import dev.weir.internal.http1.Http1Services;
import dev.weir.internal.net.ConnectionThreads;
import dev.weir.internal.net.Deadlines;
import dev.weir.internal.net.LazyLogger;
import dev.weir.internal.net.Listener;
import dev.weir.internal.net.MemoryListener;
import dev.weir.internal.net.Parking;
import dev.weir.internal.net.PeerWatcher;
import dev.weir.internal.net.Transport;
import dev.weir.internal.net.WarmUp;
import dev.weir.internal.server.ConnectionPhase;
import dev.weir.internal.server.ConnectionProtocol;
import dev.weir.internal.server.ConnectionTask;
import dev.weir.internal.server.Dispatcher;
import dev.weir.internal.server.Lingering;
import dev.weir.internal.server.OpenConnection;
import dev.weir.internal.server.OpenConnections;
import dev.weir.internal.server.ProxyHandshake;
import dev.weir.internal.server.Readiness;
import dev.weir.internal.server.RequestGate;
import dev.weir.observe.ObserverChain;
import dev.weir.observe.ServerObserver;
import dev.weir.routing.Handler;
import dev.weir.routing.Route;
import dev.weir.routing.Router;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    private static final LazyLogger LOGGER = new LazyLogger(HttpServer.class);

    private final List<Route> routes;
    private final Timeouts timeouts;
    final Readiness readiness = new Readiness();
    private final ServerObserver observer;
    final ConnectionThreads threads;
    private final WarmUp warmUp;
    private final ConnectionProtocol.Factory http;

    private final Semaphore permits;

    /** Empty if it listens nowhere. */
    final Optional<Listener> listener;

    final MemoryListener memoryListener;
    final Deadlines deadlines = new Deadlines();
    private final Lingering lingering;
    final PeerWatcher watcher = new PeerWatcher();
    final OpenConnections connections = new OpenConnections();
    private final AtomicBoolean isStopped = new AtomicBoolean();

    /** Null for virtual threads, which need none. */
    final Parking parking;

    /** Drains when the JVM is told to end, if that was asked for. */
    private final Optional<Thread> shutdownHook;

    HttpServer(HttpServerBuilder builder, Optional<ListenerSettings> listening) throws IOException {
        timeouts = builder.timeouts;
        observer = ObserverChain.of(builder.observers);
        threads = new ConnectionThreads(builder.threads);
        Handler application = builder.application();
        routes = application instanceof Router router ? router.routes() : List.of();
        Dispatcher dispatcher = new Dispatcher(
                application,
                builder.filtersFor(readiness),
                builder.problems,
                new RequestGate(builder.limits),
                observer,
                builder.rewriting);
        http = new Http1Services(builder.limits, threads, watcher, dispatcher, builder.serverField);
        lingering = new Lingering(deadlines, threads, builder.limits.drain());
        warmUp = new WarmUp(threads);
        permits = new Semaphore(builder.limits.connections());
        listener = listening.isEmpty() ? Optional.empty() : Optional.of(listener(listening.get()));
        memoryListener = new MemoryListener(permits, transport -> open(transport, ConnectionPhase.IDLE, http));
        parking = threads.areVirtual() ? null : new Parking(threads);
        shutdownHook = builder.drainOnShutdown.map(settings -> new Thread(() -> drain(settings), "weir-shutdown"));
    }

    /** A builder with safe defaults: any free port on all addresses, no routes. */
    public static HttpServerBuilder builder() {
        return new HttpServerBuilder();
    }

    /** Begins to accept; called once. */
    void run() {
        deadlines.watch(threads);
        listener.ifPresent(listening -> deadlines.watch(warmUp));
        deadlines.start();
        memoryListener.start();
        listener.ifPresent(Listener::start);
        shutdownHook.ifPresent(Runtime.getRuntime()::addShutdownHook);
    }

    private Listener listener(ListenerSettings settings) throws IOException {
        boolean isProxied = settings.proxyProtocol().isPresent();
        ConnectionPhase phase = isProxied ? ConnectionPhase.HANDSHAKE : ConnectionPhase.IDLE;
        ConnectionProtocol.Factory protocols = isProxied ? ProxyHandshake.before(http, threads) : http;
        return new Listener(settings, permits, transport -> {
            warmUp.beforeConnection();
            open(transport, phase, protocols);
        });
    }

    /**
     * Connects to it in memory, past the listener and without a socket; all else is as for any other connection. For
     * tests, which may find {@code dev.weir.testing.TestClient} of server-annotations more comfortable.
     *
     * @param longest time to wait while there are as many connections as the server takes
     * @throws IOException if there still are, or if the server has stopped
     */
    public InMemoryConnection connect(Duration longest) throws IOException {
        return new InMemoryConnection(memoryListener.connect(longest));
    }

    private void open(Transport transport, ConnectionPhase phase, ConnectionProtocol.Factory protocols) {
        OpenConnection connection = new OpenConnection(transport, deadlines, timeouts, observer, readiness);
        connection.enter(phase);
        ConnectionTask task =
                new ConnectionTask(connection, connections, protocols, this::park, lingering, permits::release);
        try {
            if (parking == null) {
                threads.run(task);
            } else {
                park(connection, task);
            }
        } catch (RuntimeException | Error e) {
            task.end();
            LOGGER.get().log(Level.ERROR, "A connection got no thread; it was closed", e);
        }
    }

    private void park(OpenConnection connection, Runnable task) {
        parking.park(connection.transport(), task);
    }

    /**
     * The TCP port that it listens on, also after it was stopped.
     *
     * @throws IllegalStateException on a Unix domain socket, or if it listens nowhere
     */
    public int port() {
        if (address() instanceof InetSocketAddress inet) {
            return inet.getPort();
        }
        throw new IllegalStateException(
                "port: none (expected: a server that listens on TCP, not on " + address() + ")");
    }

    /**
     * The address that it listens on.
     *
     * @throws IllegalStateException if it listens nowhere
     */
    public SocketAddress address() {
        return listener.orElseThrow(() -> new IllegalStateException("address: none (expected: a server that listens)"))
                .address();
    }

    /** Whether it listens; if not, it was {@linkplain HttpServerBuilder#startInMemory started in memory}. */
    public boolean isListening() {
        return listener.isPresent();
    }

    /**
     * All routes, in the order added; none if the application is a handler of another kind. {@link
     * dev.weir.routing.RouteListing} makes a table of them.
     */
    public List<Route> routes() {
        return routes;
    }

    /** Number of connections that are open. */
    public int openConnections() {
        return connections.count();
    }

    /** Whether further requests are welcome: true until the server drains or stops. */
    public boolean isReady() {
        return readiness.isReady();
    }

    /**
     * Stops: no further connection is accepted, idle ones are closed, and requests in progress may finish until the time
     * is over; then they are interrupted and cut off. Returns when no connection and no thread is left, or a second later
     * if a handler ignores the interrupt. Calling it again does nothing.
     */
    public void stop(Duration grace) {
        drain(DrainSettings.atOnce(grace));
    }

    /**
     * Stops step by step, so that nobody loses a request: readiness turns, a while later the listener closes, then idle
     * connections and at last those whose requests take too long. Returns when it is done; calling it again, or after
     * {@link #stop}, does nothing and reports nothing.
     */
    public DrainReport drain(DrainSettings settings) {
        if (!isStopped.compareAndSet(false, true)) {
            return DrainReport.NOTHING;
        }
        try {
            removeShutdownHook();
            return new Drain(this).run(settings);
        } catch (InterruptedException e) {
            connections.cutAll();
            Thread.currentThread().interrupt();
            return DrainReport.NOTHING;
        }
    }

    private void removeShutdownHook() {
        try {
            shutdownHook.ifPresent(Runtime.getRuntime()::removeShutdownHook);
        } catch (IllegalStateException e) {
            LOGGER.get().log(Level.DEBUG, "The JVM is ending, which is why the server does");
        }
    }

    /** Stops at once: requests in progress are cut off. */
    @Override
    public void close() {
        stop(Duration.ZERO);
    }
}
