package dev.weir.routing;

import dev.weir.http.Method;
import java.util.Objects;
import java.util.Optional;

/**
 * A handler for a method and a path pattern.
 *
 * @param method the method; empty for every method that no other route of the same pattern takes
 * @param pattern the paths
 * @param handler answers
 * @param origin where it was declared, for people: {@code UserController.byId(long) UserController.java:24}, or empty
 */
public record Route(Optional<Method> method, PathPattern pattern, Handler handler, String origin) {

    /** Checks that nothing is missing. */
    public Route {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(origin, "origin");
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
        return new Route(method, pattern.under(prefix), handler, origin);
    }

    /** This route behind a filter. */
    public Route behind(Filter filter) {
        return new Route(method, pattern, filter.around(handler), origin);
    }

    /** Method and pattern, and the origin where it is known. */
    @Override
    public String toString() {
        String route = method.map(Method::name).orElse("any") + " " + pattern;
        return origin.isEmpty() ? route : route + " (" + origin + ")";
    }
}
