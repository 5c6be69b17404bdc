package dev.weir.routing;

import dev.weir.http.FieldNames;
import dev.weir.http.Method;
import dev.weir.http.PercentEncoding;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Chooses the handler for a request by method and path; see the package for the rules.
 *
 * <p>A router can be called without a server: {@code router.handle(Request.get("/users/7"))}. What it can't route it
 * answers with a problem document: 400 for a path that is badly encoded, 404, and 405 with Allow.
 */
public final class Router implements Handler {

    private final Node root;
    private final List<Route> routes;
    private final TrailingSlash trailingSlash;
    private final Set<Method> methods;

    /** Null unless developers are to be told why a request was not routed. */
    private final ClosestRoutes closest;

    private Router(Node root, List<Route> routes, TrailingSlash trailingSlash, boolean isDevelopment) {
        this.root = root;
        this.routes = List.copyOf(routes);
        this.trailingSlash = trailingSlash;
        Set<Method> named = new HashSet<>();
        routes.forEach(route -> route.method().ifPresent(named::add));
        this.methods = Set.copyOf(named);
        this.closest = isDevelopment ? new ClosestRoutes(this.routes) : null;
    }

    /** A builder without routes. */
    public static Builder builder() {
        return new Builder();
    }

    /** All routes, in the order added. */
    public List<Route> routes() {
        return routes;
    }

    @Override
    public Response handle(Request request) throws Exception {
        return switch (request.target().form()) {
            case ORIGIN, ABSOLUTE -> route(request);
            case ASTERISK -> allow(Response.noContent(), methods);
            case AUTHORITY -> Response.problem(Problem.of(Status.NOT_IMPLEMENTED, "This server is no proxy."));
        };
    }

    private Response route(Request request) throws Exception {
        List<String> segments = request.target().segments();
        Search search = Search.run(root, request.method(), segments);
        if (search.found().isPresent()) {
            return run(search, request);
        }
        if (search.isPathKnown()) {
            return notAllowed(request, search.allowed());
        }
        if (trailingSlash != TrailingSlash.STRICT && !request.path().equals("/")) {
            Search other = Search.run(root, request.method(), withOtherEnd(segments));
            if (other.isPathKnown()) {
                return otherEnd(request, other);
            }
        }
        return refusal(Status.NOT_FOUND, request);
    }

    private Response run(Search search, Request request) throws Exception {
        Route route = search.found().orElseThrow();
        Request routed =
                route.pattern().variables().isEmpty() ? request : request.withPathParameters(search.parameters());
        return closest == null ? route.handler().handle(routed) : closest.run(route, routed);
    }

    private Response notAllowed(Request request, Set<Method> allowed) {
        return request.method().equals(Method.OPTIONS)
                ? allow(Response.noContent(), allowed)
                : allow(refusal(Status.METHOD_NOT_ALLOWED, request), allowed);
    }

    private Response refusal(Status status, Request request) {
        Problem problem = Problem.of(status);
        return Response.problem(closest == null ? problem : closest.explained(problem, request));
    }

    private static Response allow(Response response, Set<Method> allowed) {
        Set<String> names = new TreeSet<>();
        allowed.forEach(method -> names.add(method.name()));
        if (names.contains("GET")) {
            names.add("HEAD");
        }
        names.add("OPTIONS");
        return response.withHeader(FieldNames.ALLOW, String.join(", ", names));
    }

    private Response otherEnd(Request request, Search other) throws Exception {
        String path = request.path();
        // Two slashes at the start would make the redirection point to another host.
        if (trailingSlash == TrailingSlash.REDIRECT && !path.startsWith("//")) {
            String location = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
            String query = request.target().rawQuery().map(raw -> "?" + raw).orElse("");
            return Response.redirect(Status.PERMANENT_REDIRECT, escaped(location + query));
        }
        return other.found().isPresent() ? run(other, request) : notAllowed(request, other.allowed());
    }

    /** A target as a URI reference, where the characters that browsers leave as they are must be escaped. */
    private static String escaped(String target) {
        return Unescaped.PATTERN.matcher(target).replaceAll(found -> PercentEncoding.encodeSegment(found.group()));
    }

    /** What a request target may hold although RFC 3986 forbids it, and a Location must not; made when it is needed. */
    private static final class Unescaped {
        static final Pattern PATTERN = Pattern.compile("[\\[\\]|{}^`\\\\]|%(?![0-9A-Fa-f]{2})");
    }

    private static List<String> withOtherEnd(List<String> segments) {
        List<String> other = new ArrayList<>(segments);
        if (segments.get(segments.size() - 1).isEmpty()) {
            other.remove(segments.size() - 1);
        } else {
            other.add("");
        }
        return other;
    }

    /** Collects routes; used by one thread. */
    public static final class Builder implements Routing<Builder> {

        private final List<Route> routes = new ArrayList<>();
        private final List<Filter> filters = new ArrayList<>();
        private TrailingSlash trailingSlash = TrailingSlash.STRICT;
        private boolean isDevelopment;

        private Builder() {}

        @Override
        public Builder route(Route route) {
            routes.add(Objects.requireNonNull(route, "route"));
            return this;
        }

        @Override
        public Builder routes(Iterable<Route> more) {
            more.forEach(this::route);
            return this;
        }

        /**
         * Puts a filter before every route of this router, whether added before or after; the first added is outermost.
         * It sees what routes throw, and does not see requests that no route takes.
         */
        public Builder filter(Filter filter) {
            filters.add(Objects.requireNonNull(filter, "filter"));
            return this;
        }

        /** Sets what becomes of a slash too many or too few at a path's end; {@link TrailingSlash#STRICT} unless set. */
        public Builder trailingSlash(TrailingSlash setting) {
            trailingSlash = Objects.requireNonNull(setting, "trailing slash");
            return this;
        }

        /**
         * Tells developers why a request was not routed: a 404, 405, 406 or 415 then names up to five routes that came
         * closest, their handlers and sources, and what failed at each. That is nothing for clients at large to know.
         */
        public Builder developmentMode() {
            isDevelopment = true;
            return this;
        }

        /**
         * The router.
         *
         * @throws IllegalStateException if routes could both claim a request; the text lists all such pairs
         */
        public Router build() {
            Node root = new Node();
            Set<String> conflicts = new LinkedHashSet<>();
            for (Route route : routes) {
                Route filtered = new Route(
                        route.method(),
                        route.pattern(),
                        Filter.chain(filters, route.handler()),
                        route.origin(),
                        route.details());
                Node end = root;
                for (Segment segment : route.pattern().segments()) {
                    end = end.next(segment);
                }
                end.add(filtered).ifPresent(there -> conflicts.add(" - " + there + " and " + route));
            }
            if (!conflicts.isEmpty()) {
                throw new IllegalStateException("Ambiguous routes, each pair matches the same requests:\n"
                        + String.join("\n", conflicts) + "\nChange a path or a method.");
            }
            return new Router(root, routes, trailingSlash, isDevelopment);
        }
    }
}
