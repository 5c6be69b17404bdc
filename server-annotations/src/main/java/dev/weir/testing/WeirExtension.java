package dev.weir.testing;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.config.ListenerSettings;
import dev.weir.http.Request;
import dev.weir.observe.ServerObserver;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit extension that has a server run while tests do, and gives them a client of it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final WeirExtension app = WeirExtension.of(HttpServer.builder().routes(Controllers.of(new TodoController())));
 *
 * @Test
 * void answers(TestClient client) { … }
 * }</pre>
 *
 * <p>In a static field it starts the server before all tests of the class, in another one before each. Tests may have
 * parameters of the types {@link TestClient}, {@link HttpServer} and, over a socket, {@link URI}. Afterwards the server
 * stops; requests in progress have a second.
 *
 * <p>A test fails if a handler threw what it had not meant as an answer, or content did while it was sent, even if the test
 * expects no better status: it is a bug in the application that the server hides from clients, and it is shown with its
 * stack trace here. A test that provokes such a failure asks for it ({@link #takeFailures}); {@link #toleratingFailures}
 * is for those who do not want to know. With tests that run in parallel it may be another one that fails.
 */
@SuppressWarnings("exports") // whoever uses it has JUnit, and nobody else needs it
public final class WeirExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Set<Class<?>> PARAMETERS = Set.of(TestClient.class, HttpServer.class, URI.class);

    private final HttpServerBuilder application;
    private final boolean isInMemory;
    private final Failures failures = new Failures();
    private volatile boolean isTolerant;

    /** Null while it does not run. Changed by JUnit's thread. */
    private volatile HttpServer server;

    private volatile TestClient client;

    /** Who started the server, and stops it: a class, a nested one in it, or a test. */
    private volatile String owner;

    private WeirExtension(HttpServerBuilder application, boolean isInMemory) {
        this.application = application.observer(new ServerObserver() {
            @Override
            public void failed(Request request, Throwable failure) {
                failures.add(request, failure);
            }
        });
        this.isInMemory = isInMemory;
    }

    /** The server listens on a free port of the loopback address, whatever the application's settings say about that. */
    public static WeirExtension of(HttpServerBuilder application) {
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();
        return new WeirExtension(
                application.listener(ListenerSettings.defaults().withHost(loopback)), false);
    }

    /** The server listens nowhere, and its client reaches it without a socket. */
    public static WeirExtension inMemory(HttpServerBuilder application) {
        return new WeirExtension(application, true);
    }

    /** The same, but tests do not fail because the application does. */
    public WeirExtension toleratingFailures() {
        isTolerant = true;
        return this;
    }

    /** A client of the server. */
    public TestClient client() {
        return running(client);
    }

    /** The server. */
    public HttpServer server() {
        return running(server);
    }

    /** Where the server is; for other clients than ours. */
    public URI uri() {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server().port());
    }

    private static <T> T running(T part) {
        if (part == null) {
            throw new IllegalStateException("server: not started (expected: within a test; in a static field, within a"
                    + " method for all tests)");
        }
        return part;
    }

    /** What the application has thrown since this was last asked for; tests do not fail because of it any more. */
    public List<Throwable> takeFailures() {
        return failures.take();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start(context);
    }

    private void start(ExtensionContext context) {
        if (server == null) {
            server = isInMemory ? application.startInMemory() : application.start();
            client = TestClient.of(server);
            owner = context.getUniqueId();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        end(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        end(context);
    }

    private void end(ExtensionContext context) {
        try {
            if (!isTolerant) {
                failures.check();
            }
        } finally {
            stop(context);
        }
    }

    private void stop(ExtensionContext context) {
        if (server != null && context.getUniqueId().equals(owner)) {
            server.stop(GRACE);
            server = null;
            client = null;
            failures.take(); // of requests that were interrupted
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == TestClient.class) {
            return client();
        }
        return type == HttpServer.class ? server() : uri();
    }
}
