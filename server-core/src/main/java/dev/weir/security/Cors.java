package dev.weir.security;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets pages of other sites read responses (the CORS protocol of the Fetch standard, section 3.2). What is not allowed here
 * is not: GET, HEAD and POST only, no field of a request that needs leave, no cookies, nothing for a browser to remember.
 *
 * <pre>{@code
 * Cors.origins("https://app.example")
 *         .withMethods(Method.GET, Method.PUT)
 *         .withRequestFields("Content-Type")
 *         .withMaxAge(Duration.ofMinutes(10))
 * }</pre>
 *
 * <p>A preflight is an OPTIONS request, and goes to the handlers behind like any other. Where the router answers it, which
 * it does with the methods that the path has in Allow, what the browser wants to know is added: the methods that are both
 * allowed here and there. A path that does not exist stays a 404, which no browser takes for a leave. If authentication
 * answers it with 401, for browsers send preflights without credentials, the answer is 204 instead; the request that
 * follows has to have them.
 *
 * <p>Refusing is done by not allowing: the browser then keeps the response from the page. That protects what is read, not
 * what is done, for a page can send a simple POST without asking; see {@link CsrfProtection}. A response that names its own
 * Access-Control-Allow-Origin is left as it is. To cover errors and unknown paths too, this has to be a filter of the whole
 * server.
 */
public final class Cors implements Filter {

    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String REQUESTED_METHOD = "Access-Control-Request-Method";
    private static final String ANY = "*";
    private static final Duration LONGEST_AGE = Duration.ofDays(1);

    /** Those that need no leave: a browser sends them from any page as it is. */
    private static final Set<Method> SIMPLE = Set.of(Method.GET, Method.HEAD, Method.POST);

    /** Empty for any origin, named as {@code *}. */
    private final Optional<Predicate<String>> origins;

    /** Empty for those that a route has. */
    private final Optional<Set<Method>> methods;

    private final List<String> requestFields;
    private final List<String> exposedFields;
    private final boolean hasCredentials;
    private final Optional<Duration> maxAge;

    private Cors(
            Optional<Predicate<String>> origins,
            Optional<Set<Method>> methods,
            List<String> requestFields,
            List<String> exposedFields,
            boolean hasCredentials,
            Optional<Duration> maxAge) {
        this.origins = origins;
        this.methods = methods;
        this.requestFields = List.copyOf(requestFields);
        this.exposedFields = List.copyOf(exposedFields);
        this.hasCredentials = hasCredentials;
        this.maxAge = maxAge;
        boolean hasWildcard = origins.isEmpty() || requestFields.contains(ANY) || exposedFields.contains(ANY);
        if (hasCredentials && hasWildcard) {
            throw new IllegalStateException("* together with credentials (expected: origins and fields by name, for"
                    + " browsers take * for a name there, and it would let any site act for its visitors)");
        }
    }

    private static Cors of(Optional<Predicate<String>> origins) {
        return new Cors(origins, Optional.of(SIMPLE), List.of(), List.of(), false, Optional.empty());
    }

    /**
     * Lets pages of those origins read responses.
     *
     * @param origins like {@code https://app.example}, as browsers write them; {@code null} is none, since it may be anybody
     */
    public static Cors origins(String... origins) {
        Set<String> allowed = Stream.of(origins).map(Origin::checked).collect(Collectors.toUnmodifiableSet());
        return of(Optional.of(allowed::contains));
    }

    /**
     * Lets pages of the origins for which the predicate holds read responses.
     *
     * @param predicate asked about well-formed origins only. One that ends in {@code example.com} may be {@code
     *     https://notexample.com}: mind the dot
     */
    public static Cors originsMatching(Predicate<String> predicate) {
        return of(Optional.of(Objects.requireNonNull(predicate, "predicate")));
    }

    /** Lets pages of all sites read responses, as anybody else on the net can; not where being on it is a right. */
    public static Cors anyOrigin() {
        return of(Optional.empty());
    }

    /** This, allowing those methods in place of GET, HEAD and POST, as far as a path has them. */
    public Cors withMethods(Method... allowed) {
        return new Cors(
                origins,
                Optional.of(Set.copyOf(List.of(allowed))),
                requestFields,
                exposedFields,
                hasCredentials,
                maxAge);
    }

    /** This, allowing all methods that a path has. */
    public Cors withMethodsOfRoutes() {
        return new Cors(origins, Optional.empty(), requestFields, exposedFields, hasCredentials, maxAge);
    }

    /**
     * This, allowing those fields in requests, besides the few that need no leave.
     *
     * @param names {@code *} for all but Authorization, which always goes by its name
     */
    public Cors withRequestFields(String... names) {
        return new Cors(origins, methods, checked(names), exposedFields, hasCredentials, maxAge);
    }

    /** This, letting pages read those fields of responses, besides the few that need no leave. */
    public Cors withExposedFields(String... names) {
        return new Cors(origins, methods, requestFields, checked(names), hasCredentials, maxAge);
    }

    /**
     * This, for requests that a browser sends with cookies and other credentials of its visitor: the origins can do all that
     * the visitor can.
     *
     * @throws IllegalStateException if origins or fields are {@code *}
     */
    public Cors withCredentials() {
        return new Cors(origins, methods, requestFields, exposedFields, true, maxAge);
    }

    /**
     * This, with answers to preflights that browsers may remember for so long.
     *
     * @param age whole seconds, up to a day
     */
    public Cors withMaxAge(Duration age) {
        if (age.isNegative() || age.compareTo(LONGEST_AGE) > 0) {
            throw new IllegalArgumentException("max age: " + age + " (expected: PT0S to PT24H)");
        }
        return new Cors(origins, methods, requestFields, exposedFields, hasCredentials, Optional.of(age));
    }

    private static List<String> checked(String... names) {
        for (String name : names) {
            Headers.of(name, ""); // refuses what is no name
        }
        return List.of(names);
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        Response response = next.handle(request);
        if (response.headers().contains(ALLOW_ORIGIN)) {
            return response;
        }
        Optional<String> origin = allowedOrigin(request);
        boolean isPreflight =
                request.method().equals(Method.OPTIONS) && request.headers().contains(REQUESTED_METHOD);
        if (isPreflight && origin.isPresent() && response.status().equals(Status.UNAUTHORIZED)) {
            response.content().close();
            response = Response.noContent();
        }
        // Whether allowed or not, and even without an origin: what a cache keeps must not be given to other pages.
        Response varying = origins.isEmpty() ? response : response.varyingOn(FieldNames.ORIGIN);
        return origin.isEmpty() ? varying : allowed(varying, origin.get(), isPreflight, request);
    }

    private Response allowed(Response response, String origin, boolean isPreflight, Request request) {
        Headers headers = response.headers().with(ALLOW_ORIGIN, origin);
        if (hasCredentials) {
            headers = headers.with("Access-Control-Allow-Credentials", "true");
        }
        return response.withHeaders(
                isPreflight ? withLeave(headers, response.status(), request) : withExposed(headers));
    }

    /** What the response names: {@code *}, or the request's origin. */
    private Optional<String> allowedOrigin(Request request) {
        if (origins.isEmpty()) {
            return Optional.of(ANY);
        }
        List<String> named = request.headers().all(FieldNames.ORIGIN);
        return named.size() == 1
                ? Optional.of(named.get(0)).filter(Origin::isWritten).filter(origins.get())
                : Optional.empty();
    }

    private Headers withLeave(Headers headers, Status status, Request request) {
        if (!status.isSuccessful()) {
            return headers;
        }
        String allowed = allowedMethods(headers, request);
        Headers leave = allowed.isEmpty() ? headers : headers.with("Access-Control-Allow-Methods", allowed);
        if (!requestFields.isEmpty()) {
            leave = leave.with("Access-Control-Allow-Headers", String.join(", ", requestFields));
        }
        return maxAge.isPresent()
                ? leave.with(
                        "Access-Control-Max-Age", Long.toString(maxAge.get().toSeconds()))
                : leave;
    }

    /** Those of the route, as far as they are known, that are allowed. */
    private String allowedMethods(Headers headers, Request request) {
        List<String> names = new ArrayList<>();
        Optional<String> ofRoute = headers.first(FieldNames.ALLOW);
        if (ofRoute.isPresent()) {
            for (String name : ofRoute.get().split("[, \t]+")) {
                if (!name.isEmpty() && isAllowed(name)) {
                    names.add(name);
                }
            }
        } else if (methods.isPresent()) {
            methods.get().forEach(method -> names.add(method.name()));
            names.sort(null);
        } else {
            // The route does not tell, and all are allowed; a value that is no token was refused as a field value.
            request.header(REQUESTED_METHOD).filter(name -> !name.contains(",")).ifPresent(names::add);
        }
        return String.join(", ", names);
    }

    private boolean isAllowed(String methodName) {
        return methods.isEmpty()
                || methods.get().stream().anyMatch(method -> method.name().equals(methodName));
    }

    private Headers withExposed(Headers headers) {
        return exposedFields.isEmpty()
                ? headers
                : headers.with("Access-Control-Expose-Headers", String.join(", ", exposedFields));
    }
}
