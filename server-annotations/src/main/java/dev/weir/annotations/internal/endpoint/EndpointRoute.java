package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.faults.Place;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.routing.Handler;
import dev.weir.routing.PathPattern;
import dev.weir.routing.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A route as declared, whether or not its endpoint works.
 *
 * @param method the request method
 * @param pattern the path
 * @param media what it takes and makes
 * @param read media types that its arguments read, as far as they are known and none is declared
 * @param place where it is declared
 * @param endpoint the handler, unless there is a fault
 * @param model what is known of it, unless there is a fault
 */
record EndpointRoute(
        Method method,
        PathPattern pattern,
        MediaTypes media,
        List<MediaType> read,
        Place place,
        Optional<Handler> endpoint,
        Optional<EndpointModel> model) {

    /** What is read as JSON (RFC 6839 section 3.1). */
    private static final List<MediaType> JSON = List.of(
            MediaType.APPLICATION_JSON, MediaType.parse("application/*+json").orElseThrow());

    /** Method and pattern, with names of variables erased: what the router knows a route by. */
    String erased() {
        return method + " " + pattern.erased();
    }

    /** Media types of content that it takes, or ranges of them: as declared, else what its arguments read; empty for all. */
    List<MediaType> taken() {
        if (!media.consumed().isEmpty()) {
            return media.consumed();
        }
        return read.contains(MediaType.APPLICATION_JSON) ? JSON : read;
    }

    /** Whether there may be a request of its method and path that both would answer. */
    boolean overlaps(EndpointRoute other) {
        return taking().overlap(other.taking());
    }

    private MediaTypes taking() {
        return media == MediaTypes.UNKNOWN
                ? media
                : new MediaTypes(taken(), media.produced(), media.isProducedDeclared());
    }

    /** Routes for a router, one for each method and path. */
    static List<Route> toRoutes(List<EndpointRoute> declared) {
        Map<String, List<EndpointRoute>> byErased = new LinkedHashMap<>();
        for (EndpointRoute route : declared) {
            byErased.computeIfAbsent(route.erased(), key -> new ArrayList<>(1)).add(route);
        }
        List<Route> routes = new ArrayList<>(byErased.size());
        byErased.values().forEach(same -> routes.add(toRoute(same)));
        return routes;
    }

    private static Route toRoute(List<EndpointRoute> same) {
        EndpointRoute first = same.get(0);
        boolean hasChoice = same.size() > 1 || !first.media().consumed().isEmpty();
        Handler handler =
                hasChoice ? new MediaTypeChoice(same) : first.endpoint().orElseThrow();
        String origin =
                same.stream().map(route -> route.place().shortSignature()).collect(Collectors.joining(", "));
        return new Route(Optional.of(first.method()), first.pattern(), handler, origin, new EndpointDetails(same));
    }
}
