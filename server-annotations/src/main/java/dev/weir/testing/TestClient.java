package dev.weir.testing;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.http.Headers;
import dev.weir.http.Method;
import dev.weir.json.JsonCodec;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A client for tests: sends one request after the other, and gives each answer as a value, whatever its status.
 *
 * <pre>{@code
 * try (TestClient client = TestClient.inMemory(HttpServer.builder().get("/hello", request -> Response.text("hello")))) {
 *     assertEquals("hello", client.get("/hello").send().expect(200).text());
 * }
 * }</pre>
 *
 * <p>A request that is not answered within ten seconds, or {@link #withDeadline another time}, fails. Redirects are not
 * followed, and cookies not kept unless it is {@link #keepingCookies}: a test sees what the server said. Each request has
 * a connection of its own unless it is {@link #onOneConnection}. Any number of threads may use it, but for the latter.
 */
public final class TestClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Destination destination;
    private final Runnable whenClosed;
    private final Headers headers;
    private final Duration patience;

    /** Empty for Jackson, which is loaded when needed. */
    private final Optional<Json> json;

    private final Optional<CookieJar> cookies;

    /** Empty if each request has a connection of its own; else holds the one that is open, or null. */
    private final Optional<AtomicReference<ClientWire>> kept;

    private TestClient(
            Destination destination,
            Runnable whenClosed,
            Headers headers,
            Duration patience,
            Optional<Json> json,
            Optional<CookieJar> cookies,
            Optional<AtomicReference<ClientWire>> kept) {
        this.destination = destination;
        this.whenClosed = whenClosed;
        this.headers = headers;
        this.patience = patience;
        this.json = json;
        this.cookies = cookies;
        this.kept = kept;
    }

    private static TestClient of(HttpServer server, Runnable whenClosed) {
        return new TestClient(
                Destination.of(server),
                whenClosed,
                Headers.empty(),
                PATIENCE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A client of a running server: over a socket if it listens, in memory if it was started in memory. */
    public static TestClient of(HttpServer server) {
        return of(server, () -> {});
    }

    /** A client of an application that is served in memory, by a server that stops when the client is closed. */
    public static TestClient inMemory(HttpServerBuilder application) {
        HttpServer server = application.startInMemory();
        return of(server, server::close);
    }

    /** One that sends this field line with every request. */
    public TestClient withHeader(String name, String value) {
        return new TestClient(destination, whenClosed, headers.plus(name, value), patience, json, cookies, kept);
    }

    /** One that waits so long for a whole response, or for each next part of one that it reads as it comes. */
    public TestClient withDeadline(Duration longest) {
        return new TestClient(destination, whenClosed, headers, longest, json, cookies, kept);
    }

    /** One that reads and writes JSON by that codec instead of Jackson. */
    public TestClient withCodec(JsonCodec codec) {
        return new TestClient(destination, whenClosed, headers, patience, Optional.of(new Json(codec)), cookies, kept);
    }

    /** One that has no cookies yet, keeps those that it is sent, and sends them back as a browser would. */
    public TestClient keepingCookies() {
        return new TestClient(destination, whenClosed, headers, patience, json, Optional.of(new CookieJar()), kept);
    }

    /** One that sends all requests over one connection while the server keeps that open; used by one thread. */
    public TestClient onOneConnection() {
        return new TestClient(
                destination, whenClosed, headers, patience, json, cookies, Optional.of(new AtomicReference<>()));
    }

    /**
     * A request of that method.
     *
     * @param target path and query as they are sent, percent-encoded
     */
    public TestRequest request(Method method, String target) {
        return new TestRequest(this, method, target);
    }

    /** GET of that target. */
    public TestRequest get(String target) {
        return request(Method.GET, target);
    }

    /** HEAD of that target. */
    public TestRequest head(String target) {
        return request(Method.HEAD, target);
    }

    /** POST to that target. */
    public TestRequest post(String target) {
        return request(Method.POST, target);
    }

    /** PUT to that target. */
    public TestRequest put(String target) {
        return request(Method.PUT, target);
    }

    /** PATCH of that target. */
    public TestRequest patch(String target) {
        return request(Method.PATCH, target);
    }

    /** DELETE of that target. */
    public TestRequest delete(String target) {
        return request(Method.DELETE, target);
    }

    /** OPTIONS of that target. */
    public TestRequest options(String target) {
        return request(Method.OPTIONS, target);
    }

    String authority() {
        return destination.authority();
    }

    Headers headers() {
        return headers;
    }

    Duration patience() {
        return patience;
    }

    Json json() {
        return json.orElseGet(Json::standard);
    }

    Optional<CookieJar> cookies() {
        return cookies;
    }

    /** A connection for the next request. */
    ClientWire connect(Deadline deadline) throws IOException {
        ClientWire open = kept.isPresent() ? kept.get().getAndSet(null) : null;
        if (open != null) {
            open.waitUntil(deadline);
            return open;
        }
        return new ClientWire(destination.connector().connect(deadline.remaining()), deadline);
    }

    /** Told of a connection that can be used again. */
    void giveBack(ClientWire wire) {
        kept.ifPresentOrElse(place -> place.set(wire), wire::close);
    }

    /**
     * Closes the connection that it keeps, and stops the server if that was started for this client, or for the one that
     * this was made of.
     */
    @Override
    public void close() {
        kept.map(place -> place.getAndSet(null)).ifPresent(ClientWire::close);
        whenClosed.run();
    }
}
