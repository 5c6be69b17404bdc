package dev.weir;

import dev.weir.config.Limits;
import dev.weir.config.ListenerSettings;
import dev.weir.config.ThreadSettings;
import dev.weir.config.Timeouts;
import dev.weir.http.ProblemRenderer;
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
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import dev.weir.routing.Route;
import dev.weir.routing.Router;
import dev.weir.routing.Routing;
import dev.weir.routing.TrailingSlash;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running HTTP server.
 *
 * <p>Made with {@link #builder()} and running from {@link Builder#start()} until {@link #stop} or {@link #close}. Any
 * number may run in one JVM, one after the other or at once. A running server keeps the JVM alive; a stopped one leaves no
 * thread behind.
 */
public final class HttpServer implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(HttpServer.class.getName());
    private static final Duration LONGEST_CUT = Duration.ofSeconds(1);

    private final Timeouts timeouts;
    private final ConnectionThreads threads;
    private final ConnectionProtocol.Factory protocols;
    private final Semaphore permits;
    private final Listener listener;
    private final Deadlines deadlines = new Deadlines();
    private final OpenConnections connections = new OpenConnections();
    private final AtomicBoolean isStopped = new AtomicBoolean();

    /** Null for virtual threads, which need none. */
    private final Parking parking;

    private HttpServer(Builder builder) throws IOException {
        timeouts = builder.timeouts;
        threads = new ConnectionThreads(builder.threads);
        Dispatcher dispatcher = new Dispatcher(
                builder.application(), builder.filters, builder.problems, new RequestGate(builder.limits));
        protocols = new Http1Services(builder.limits, threads, dispatcher, builder.serverField);
        permits = new Semaphore(builder.limits.connections());
        listener = new Listener(builder.listener, permits, this::open);
        parking = threads.areVirtual() ? null : new Parking(threads);
    }

    /** A builder with safe defaults: any free port on all addresses, no routes. */
    public static Builder builder() {
        return new Builder();
    }

    private void run() {
        deadlines.start();
        listener.start();
        LOGGER.log(Level.DEBUG, "Listening on {0}", listener.address());
    }

    private void open(Transport transport) {
        OpenConnection connection = new OpenConnection(transport, deadlines, timeouts);
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
     * is over; then they are cut off. Returns when no connection and no thread is left. Calling it again does nothing.
     */
    public void stop(Duration grace) {
        if (!isStopped.compareAndSet(false, true)) {
            return;
        }
        try {
            stopGently(grace);
        } catch (InterruptedException e) {
            connections.closeAll();
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
            connections.closeAll();
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

    /** Settings and routes of a server to be; used by one thread. */
    public static final class Builder implements Routing<Builder> {

        private final Router.Builder router = Router.builder();
        private final List<Filter> filters = new ArrayList<>();
        private Handler handler;
        private boolean hasRoutes;
        private ListenerSettings listener = ListenerSettings.defaults();
        private Limits limits = Limits.defaults();
        private Timeouts timeouts = Timeouts.defaults();
        private ThreadSettings threads = ThreadSettings.defaults();
        private ProblemRenderer problems = ProblemRenderer.DEFAULT;
        private String serverField = "Weir";

        private Builder() {}

        /** Listens on that host's address only; see {@link ListenerSettings#host()}. */
        public Builder host(String host) {
            listener = listener.withHost(host);
            return this;
        }

        /** Listens on that port; 0 for any free one. */
        public Builder port(int port) {
            listener = listener.withPort(port);
            return this;
        }

        /** Sets everything about listening. */
        public Builder listener(ListenerSettings settings) {
            listener = Objects.requireNonNull(settings, "listener");
            return this;
        }

        /** Sets what peers may take. */
        public Builder limits(Limits settings) {
            limits = Objects.requireNonNull(settings, "limits");
            return this;
        }

        /** Sets how long peers are waited for. */
        public Builder timeouts(Timeouts settings) {
            timeouts = Objects.requireNonNull(settings, "timeouts");
            return this;
        }

        /** Sets where connections get their threads from. */
        public Builder threads(ThreadSettings settings) {
            threads = Objects.requireNonNull(settings, "threads");
            return this;
        }

        /** Sets how problems look: the documents of errors that handlers and the server answer with. */
        public Builder problems(ProblemRenderer renderer) {
            problems = Objects.requireNonNull(renderer, "problems");
            return this;
        }

        /** Sets the Server field of all responses; empty for none. */
        public Builder serverField(String value) {
            serverField = Objects.requireNonNull(value, "server field");
            return this;
        }

        /** Sets what becomes of a slash too many or too few at a path's end. */
        public Builder trailingSlash(TrailingSlash setting) {
            router.trailingSlash(setting);
            return this;
        }

        /**
         * Adds a filter before everything; the first added is outermost. It sees every request and every response, those
         * made from exceptions and those of unknown paths included.
         */
        public Builder filter(Filter filter) {
            filters.add(Objects.requireNonNull(filter, "filter"));
            return this;
        }

        /** Sets the whole application, in place of routes. */
        public Builder handler(Handler application) {
            handler = Objects.requireNonNull(application, "handler");
            return this;
        }

        @Override
        public Builder route(Route route) {
            hasRoutes = true;
            router.route(route);
            return this;
        }

        @Override
        public Builder routes(Iterable<Route> routes) {
            hasRoutes = true;
            router.routes(routes);
            return this;
        }

        private Handler application() {
            if (handler != null && hasRoutes) {
                throw new IllegalStateException("both a handler and routes (expected: one of them)");
            }
            return handler != null ? handler : router.build();
        }

        /**
         * Starts the server; it accepts connections when this returns.
         *
         * @throws StartException if it cannot listen where it should; the message names the address
         * @throws IllegalStateException if settings or routes contradict each other
         */
        public HttpServer start() {
            try {
                HttpServer server = new HttpServer(this);
                server.run();
                return server;
            } catch (IOException e) {
                throw new StartException(e.getMessage(), e);
            }
        }
    }
}
