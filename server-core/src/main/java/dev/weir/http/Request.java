package dev.weir.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A request as a handler sees it: immutable, {@code with…} gives a changed copy.
 *
 * <p>Tests make their own and call the handler: {@code router.handle(Request.get("/users/7"))}.
 */
public final class Request {

    private final Method method;
    private final RequestTarget target;
    private final HttpVersion version;
    private final Headers headers;
    private final RequestContent content;
    private final Peer peer;
    private final ClientLink client;
    private final PathParameters pathParameters;

    /** Never changed once a request holds it. */
    private final Map<String, Object> attributes;

    private Request(
            Method method,
            RequestTarget target,
            HttpVersion version,
            Headers headers,
            RequestContent content,
            Peer peer,
            ClientLink client,
            PathParameters pathParameters,
            Map<String, Object> attributes) {
        this.method = method;
        this.target = target;
        this.version = version;
        this.headers = headers;
        this.content = content;
        this.peer = peer;
        this.client = client;
        this.pathParameters = pathParameters;
        this.attributes = attributes;
    }

    /** A request in memory with that method, a target in origin-form, no field lines and no content. */
    public static Request of(Method method, String target) {
        return of(method, RequestTarget.origin(target), HttpVersion.HTTP_1_1, Headers.empty(), Peer.inMemory());
    }

    /** A request with a head and no content. */
    public static Request of(Method method, RequestTarget target, HttpVersion version, Headers headers, Peer peer) {
        return received(method, target, version, headers, RequestContent.empty(), peer, ClientLink.NONE);
    }

    /** A request as it came over a connection; servers make them. */
    public static Request received(
            Method method,
            RequestTarget target,
            HttpVersion version,
            Headers headers,
            RequestContent content,
            Peer peer,
            ClientLink client) {
        return new Request(
                Objects.requireNonNull(method, "method"),
                Objects.requireNonNull(target, "target"),
                Objects.requireNonNull(version, "version"),
                Objects.requireNonNull(headers, "headers"),
                content.with(headers),
                Objects.requireNonNull(peer, "peer"),
                client,
                PathParameters.empty(),
                Map.of());
    }

    /** {@code GET} of that target, in memory. */
    public static Request get(String target) {
        return of(Method.GET, target);
    }

    /** {@code POST} to that target, in memory, with text as content. */
    public static Request post(String target, MediaType type, String content) {
        return of(Method.POST, target)
                .withHeader(FieldNames.CONTENT_TYPE, type.toString())
                .withContent(content.getBytes(type.charset().orElse(StandardCharsets.UTF_8)));
    }

    /** The method. */
    public Method method() {
        return method;
    }

    /** What is asked for, as sent. */
    public RequestTarget target() {
        return target;
    }

    /** The path as sent, still percent-encoded. */
    public String path() {
        return target.path();
    }

    /** The version that the client speaks. */
    public HttpVersion version() {
        return version;
    }

    /** The header section. */
    public Headers headers() {
        return headers;
    }

    /** Value of the first field line of that name. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** The content, not yet read. */
    public RequestContent content() {
        return content;
    }

    /** The ends of the connection. */
    public Peer peer() {
        return peer;
    }

    /** Host and optional port that the client asked for: of an absolute-form target, else of the Host field. */
    public Optional<String> authority() {
        return target.authority().or(() -> headers.first(FieldNames.HOST)).filter(authority -> !authority.isEmpty());
    }

    /** What the variables of the matched path pattern stood for. */
    public PathParameters pathParameters() {
        return pathParameters;
    }

    /**
     * Value of a variable of the matched path pattern.
     *
     * @throws IllegalArgumentException if the pattern has no variable of that name
     */
    public String pathParam(String name) {
        return pathParameters
                .first(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "path parameter: " + name + " (expected: one of " + pathParameters.names() + ")"));
    }

    /** The query's parameters. */
    public QueryParameters query() {
        return target.query();
    }

    /** Value of the first query parameter of that name. */
    public Optional<String> queryParam(String name) {
        return target.query().first(name);
    }

    /** The cookies in the order sent. */
    public List<Cookie> cookies() {
        return Cookie.parse(headers.all(FieldNames.COOKIE));
    }

    /** Value of the first cookie of that name. */
    public Optional<String> cookie(String name) {
        return cookies().stream()
                .filter(cookie -> cookie.name().equals(name))
                .map(Cookie::value)
                .findFirst();
    }

    /** Media type of the content; absent if the field is missing or malformed. */
    public Optional<MediaType> contentType() {
        return headers.first(FieldNames.CONTENT_TYPE).flatMap(MediaType::parse);
    }

    /** Whether the client says that it takes trailer fields of a response (RFC 9110 section 10.1.4); others may drop them. */
    public boolean acceptsTrailers() {
        return headers.containsToken(FieldNames.TE, "trailers");
    }

    /** Something that a filter left for the handlers behind it. */
    public <T> Optional<T> attribute(String name, Class<T> type) {
        Object value = attributes.get(name);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /**
     * Sends an interim response ahead of the final one, 103 (Early Hints) say; dropped for a client of HTTP/1.0, which
     * does not know them (RFC 9110 section 15.2).
     *
     * @throws IllegalArgumentException if the status is not informational, or is 101
     */
    public void sendInterim(Status status, Headers fields) throws IOException {
        if (!status.isInformational() || status.code() == 101) {
            throw new IllegalArgumentException("interim status: " + status.code() + " (expected: 1xx but not 101)");
        }
        if (version != HttpVersion.HTTP_1_0) {
            client.sendInterim(status, FieldLines.copyOf(fields));
        }
    }

    /**
     * Whether the client has closed its end of the connection, so that it is hardly there any more to read a response.
     *
     * <p>Found out without waiting, by looking at what has arrived. False when in doubt: a client whose network broke has
     * said nothing, and one that has sent much more behind this request cannot be seen past that. To be asked by the
     * thread that handles the request.
     */
    public boolean isClientGone() {
        return client.isGone();
    }

    /**
     * Does some work, and interrupts it if the client closes its end of the connection meanwhile; a response would reach
     * nobody. To be called by the thread that handles the request.
     *
     * <pre>{@code
     * .get("/report", request -> request.interruptWhenClientGone(() -> Response.text(slowReport())))
     * }</pre>
     *
     * @return what the work returns
     * @throws IOException if the client left and the work failed, with the failure as its cause; that is no error of the
     *     application, and is not logged as one
     * @throws Exception whatever else the work throws
     */
    public <T> T interruptWhenClientGone(Callable<T> work) throws Exception {
        return client.interruptWhenGone(work);
    }

    /** This request with another method. */
    public Request withMethod(Method other) {
        return new Request(other, target, version, headers, content, peer, client, pathParameters, attributes);
    }

    /** This request for another target. */
    public Request withTarget(RequestTarget other) {
        return new Request(method, other, version, headers, content, peer, client, pathParameters, attributes);
    }

    /** This request with one field line of that name. */
    public Request withHeader(String name, String value) {
        return withHeaders(headers.with(name, value));
    }

    /** This request with another header section. */
    public Request withHeaders(Headers others) {
        // The charset of the content's text may be another then.
        return new Request(
                method, target, version, others, content.with(others), peer, client, pathParameters, attributes);
    }

    /** This request with those octets as content. */
    public Request withContent(byte[] octets) {
        return withContent(RequestContent.of(octets));
    }

    /** This request with other content. */
    public Request withContent(RequestContent other) {
        return new Request(
                method, target, version, headers, other.with(headers), peer, client, pathParameters, attributes);
    }

    /** This request from another peer. */
    public Request withPeer(Peer other) {
        return new Request(method, target, version, headers, content, other, client, pathParameters, attributes);
    }

    /** This request from a client at the end of that link. */
    public Request withClient(ClientLink other) {
        return new Request(method, target, version, headers, content, peer, other, pathParameters, attributes);
    }

    /** This request with what a path pattern's variables stand for. */
    public Request withPathParameters(PathParameters parameters) {
        return new Request(method, target, version, headers, content, peer, client, parameters, attributes);
    }

    /** This request with something for the handlers behind this one. */
    public Request withAttribute(String name, Object value) {
        Map<String, Object> more = new HashMap<>(attributes);
        more.put(name, Objects.requireNonNull(value, name));
        return new Request(method, target, version, headers, content, peer, client, pathParameters, more);
    }

    /** The request line, with nothing in it that could break a log line. */
    @Override
    public String toString() {
        return method + " " + Printable.of(target.toString()) + " " + version.text();
    }
}
