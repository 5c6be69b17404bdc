package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.faults.Place;
import dev.weir.http.Method;
import dev.weir.routing.Handler;
import dev.weir.routing.PathPattern;
import dev.weir.routing.Route;
import java.util.Optional;

/**
 * A route as declared, whether or not its endpoint works.
 *
 * @param method the request method
 * @param pattern the path
 * @param place where it is declared
 * @param endpoint the handler, unless there is a fault
 */
record EndpointRoute(Method method, PathPattern pattern, Place place, Optional<Handler> endpoint) {

    Route toRoute() {
        return new Route(Optional.of(method), pattern, endpoint.orElseThrow(), place.shortSignature());
    }
}
