package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.description.EndpointDescription;
import dev.weir.annotations.internal.faults.SourceLines;
import dev.weir.routing.Route;
import dev.weir.routing.RouteDetails;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What there is to know of a route that stands for one endpoint or several. It goes wherever the route goes, behind
 * filters and below prefixes, and does nothing until it is asked.
 */
public final class EndpointDetails implements Supplier<List<RouteDetails>> {

    private final List<EndpointRoute> routes;

    EndpointDetails(List<EndpointRoute> routes) {
        this.routes = routes;
    }

    /** The details of a route, if it is one of a controller. */
    public static Optional<EndpointDetails> of(Route route) {
        return route.details() instanceof EndpointDetails details ? Optional.of(details) : Optional.empty();
    }

    @Override
    public List<RouteDetails> get() {
        SourceLines lines = new SourceLines();
        return routes.stream()
                .map(route -> new RouteDetails(
                        route.place().shortSignature(),
                        lines.of(route.place()),
                        route.media().consumed().isEmpty()
                                ? route.read()
                                : route.media().consumed(),
                        route.media().produced()))
                .toList();
    }

    /** The class of the controller; of the first one, if several have endpoints here. */
    public Class<?> controller() {
        return first().controller();
    }

    /** Name of the method; of the first one, if there are several. */
    public String method() {
        return first().method().getName();
    }

    private EndpointModel first() {
        EndpointRoute first = routes.size() == 1
                ? routes.get(0)
                : MediaTypeChoice.sorted(routes).get(0);
        return first.model().orElseThrow();
    }

    /** Descriptions of the endpoints, in an order that depends on their media types and names alone. */
    public List<EndpointDescription> descriptions() {
        return EndpointDescriber.describe(routes);
    }
}
