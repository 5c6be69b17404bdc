package dev.weir.routing;

import dev.weir.http.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * What routes can be added to: a router's builder and a server's.
 *
 * @param <B> the builder itself
 */
public interface Routing<B extends Routing<B>> {

    /** Adds a route. */
    B route(Route route);

    /** Adds routes, those of annotated controllers say. */
    B routes(Iterable<Route> routes);

    /** Adds routes below a prefix: {@code /users} mounted at {@code /api} is {@code /api/users}. */
    default B mount(String prefix, Iterable<Route> routes) {
        List<Route> below = new ArrayList<>();
        routes.forEach(route -> below.add(route.under(prefix)));
        return routes(below);
    }

    /** Adds a handler for all methods and all paths below a prefix, which has the path parameter {@code rest}. */
    default B mount(String prefix, Handler handler) {
        return route(Route.any("/{*rest}", handler).under(prefix));
    }

    /** Adds a route; filters stand before the handler, the first outermost. */
    default B route(Method method, String pattern, Handler handler, Filter... filters) {
        return route(Route.of(method, pattern, Filter.chain(List.of(filters), handler)));
    }

    /** Adds a route for GET, and so for HEAD. */
    default B get(String pattern, Handler handler, Filter... filters) {
        return route(Method.GET, pattern, handler, filters);
    }

    /** Adds a route for POST. */
    default B post(String pattern, Handler handler, Filter... filters) {
        return route(Method.POST, pattern, handler, filters);
    }

    /** Adds a route for PUT. */
    default B put(String pattern, Handler handler, Filter... filters) {
        return route(Method.PUT, pattern, handler, filters);
    }

    /** Adds a route for PATCH. */
    default B patch(String pattern, Handler handler, Filter... filters) {
        return route(Method.PATCH, pattern, handler, filters);
    }

    /** Adds a route for DELETE. */
    default B delete(String pattern, Handler handler, Filter... filters) {
        return route(Method.DELETE, pattern, handler, filters);
    }
}
