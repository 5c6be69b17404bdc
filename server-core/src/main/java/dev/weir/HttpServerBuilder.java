package dev.weir;

import dev.weir.config.DrainSettings;
import dev.weir.config.Limits;
import dev.weir.config.ListenerSettings;
import dev.weir.config.ThreadSettings;
import dev.weir.config.Timeouts;
import dev.weir.http.ProblemRenderer;
import dev.weir.http.Request;
import dev.weir.internal.server.Readiness;
import dev.weir.observe.ServerObserver;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import dev.weir.routing.Route;
import dev.weir.routing.Router;
import dev.weir.routing.Routing;
import dev.weir.routing.TrailingSlash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Settings and routes of a server to be; used by one thread. */
public final class HttpServerBuilder implements Routing<HttpServerBuilder> {

    private final Router.Builder router = Router.builder();
    private final List<Filter> filters = new ArrayList<>();
    final List<ServerObserver> observers = new ArrayList<>();
    Optional<DrainSettings> drainOnShutdown = Optional.empty();
    private Optional<String> healthPath = Optional.empty();
    private Handler handler;
    private boolean hasRoutes;
    ListenerSettings listener = ListenerSettings.defaults();
    Limits limits = Limits.defaults();
    Timeouts timeouts = Timeouts.defaults();
    ThreadSettings threads = ThreadSettings.defaults();
    ProblemRenderer problems = ProblemRenderer.DEFAULT;
    String serverField = "Weir";
    UnaryOperator<Request> rewriting = UnaryOperator.identity();

    HttpServerBuilder() {}

    /** Listens on that host's address only; see {@link ListenerSettings#host()}. */
    public HttpServerBuilder host(String host) {
        listener = listener.withHost(host);
        return this;
    }

    /** Listens on that port; 0 for any free one. */
    public HttpServerBuilder port(int port) {
        listener = listener.withPort(port);
        return this;
    }

    /** Sets everything about listening. */
    public HttpServerBuilder listener(ListenerSettings settings) {
        listener = Objects.requireNonNull(settings, "listener");
        return this;
    }

    /** Sets what peers may take. */
    public HttpServerBuilder limits(Limits settings) {
        limits = Objects.requireNonNull(settings, "limits");
        return this;
    }

    /** Sets how long peers are waited for. */
    public HttpServerBuilder timeouts(Timeouts settings) {
        timeouts = Objects.requireNonNull(settings, "timeouts");
        return this;
    }

    /** Sets where connections get their threads from. */
    public HttpServerBuilder threads(ThreadSettings settings) {
        threads = Objects.requireNonNull(settings, "threads");
        return this;
    }

    /** Sets how problems look: the documents of errors that handlers and the server answer with. */
    public HttpServerBuilder problems(ProblemRenderer renderer) {
        problems = Objects.requireNonNull(renderer, "problems");
        return this;
    }

    /** Sets the Server field of all responses; empty for none. */
    public HttpServerBuilder serverField(String value) {
        serverField = Objects.requireNonNull(value, "server field");
        return this;
    }

    /** Sets what becomes of a slash too many or too few at a path's end. */
    public HttpServerBuilder trailingSlash(TrailingSlash setting) {
        router.trailingSlash(setting);
        return this;
    }

    /**
     * Tells developers why a request was not routed: a 404, 405, 406 or 415 then names up to five routes that came
     * closest, their handlers and sources, and what failed at each. Off unless called; not for servers that strangers reach.
     */
    public HttpServerBuilder developmentMode() {
        router.developmentMode();
        return this;
    }

    /**
     * Adds a filter before everything; the first added is outermost. It sees every request and every response, those
     * made from exceptions and those of unknown paths included.
     */
    public HttpServerBuilder filter(Filter filter) {
        filters.add(Objects.requireNonNull(filter, "filter"));
        return this;
    }

    /**
     * Changes each request before anything else sees it, observers and access logs included: the client's address behind a
     * proxy, say. What is added last comes last. It must not throw, for then nobody is left to answer: the connection is
     * closed.
     */
    public HttpServerBuilder rewrite(UnaryOperator<Request> change) {
        UnaryOperator<Request> before = rewriting;
        Objects.requireNonNull(change, "rewrite");
        rewriting = request -> change.apply(before.apply(request));
        return this;
    }

    /**
     * Answers GET on that path with 200 while the server is ready, and with 503 once it drains or stops, so that load
     * balancers send no more. Comes before filters and routes.
     *
     * @param path compared as sent, {@code /health} say
     */
    public HttpServerBuilder health(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("health: \"" + path + "\" (expected: a path that starts with /)");
        }
        healthPath = Optional.of(path);
        return this;
    }

    /** Drains the server when the JVM is told to end: by SIGTERM, Ctrl-C or {@code System.exit}. */
    public HttpServerBuilder drainOnShutdown(DrainSettings settings) {
        drainOnShutdown = Optional.of(settings);
        return this;
    }

    /** Adds an observer of what the server does: an {@link dev.weir.observe.AccessLog}, say. */
    public HttpServerBuilder observer(ServerObserver observer) {
        observers.add(Objects.requireNonNull(observer, "observer"));
        return this;
    }

    /** Sets the whole application, in place of routes. */
    public HttpServerBuilder handler(Handler application) {
        handler = Objects.requireNonNull(application, "handler");
        return this;
    }

    @Override
    public HttpServerBuilder route(Route route) {
        hasRoutes = true;
        router.route(route);
        return this;
    }

    @Override
    public HttpServerBuilder routes(Iterable<Route> routes) {
        hasRoutes = true;
        router.routes(routes);
        return this;
    }

    Handler application() {
        if (handler != null && hasRoutes) {
            throw new IllegalStateException("both a handler and routes (expected: one of them)");
        }
        return handler != null ? handler : router.build();
    }

    /** The global filters, behind the health check if there is one. */
    List<Filter> filtersFor(Readiness readiness) {
        List<Filter> all = new ArrayList<>(filters);
        HealthHandler health = new HealthHandler(readiness);
        healthPath.ifPresent(path -> all.add(
                0, (request, next) -> health.isFor(request, path) ? health.handle(request) : next.handle(request)));
        return all;
    }

    /**
     * Starts the server; it accepts connections when this returns.
     *
     * @throws StartException if it cannot listen where it should; the message names the address
     * @throws IllegalStateException if settings or routes contradict each other
     */
    public HttpServer start() {
        return start(Optional.of(listener));
    }

    /**
     * Starts the server without letting it listen: it is reached by {@link HttpServer#connect} alone. For tests: all that
     * is set here but the listener's settings works as over a socket. It does not keep the JVM alive.
     *
     * @throws IllegalStateException if settings or routes contradict each other
     */
    public HttpServer startInMemory() {
        return start(Optional.empty());
    }

    private HttpServer start(Optional<ListenerSettings> listening) {
        try {
            HttpServer server = new HttpServer(this, listening);
            server.run();
            return server;
        } catch (IOException e) {
            throw new StartException(e.getMessage(), e);
        }
    }
}
