package dev.weir.routing;

import dev.weir.http.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A handler for a method and a path pattern.
 *
 * @param method the method; empty for every method that no other route of the same pattern takes
 * @param pattern the paths
 * @param handler answers
 * @param origin where it was declared, for people: {@code UserController.byId(long)}, or empty
 * @param details more about it, one for each handler that it stands for; asked for only when somebody wants to read them
 */
public record Route(
        Optional<Method> method,
        PathPattern pattern,
        Handler handler,
        String origin,
        Supplier<List<RouteDetails>> details) {

    private static final Supplier<List<RouteDetails>> NO_DETAILS = List::of;

    /** Checks that nothing is missing. */
    public Route {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(details, "details");
    }

    /** A route of which no more is known. */
    public Route(Optional<Method> method, PathPattern pattern, Handler handler, String origin) {
        this(method, pattern, handler, origin, NO_DETAILS);
    }

    /** A route for one method. */
    public static Route of(Method method, String pattern, Handler handler) {
        return new Route(Optional.of(method), PathPattern.parse(pattern), handler, "");
    }

    /** A route for every method. */
    public static Route any(String pattern, Handler handler) {
        return new Route(Optional.empty(), PathPattern.parse(pattern), handler, "");
    }

    /** This route below a prefix. */
    public Route under(String prefix) {
        return new Route(method, pattern.under(prefix), handler, origin, details);
    }

    /** This route behind a filter. */
    public Route behind(Filter filter) {
        return new Route(method, pattern, filter.around(handler), origin, details);
    }

    /** Method and pattern, and the origin where it is known. */
    @Override
    public String toString() {
        String route = method.map(Method::name).orElse("any") + " " + pattern;
        return origin.isEmpty() ? route : route + " (" + origin + ")";
    }
}
