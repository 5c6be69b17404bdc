package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.JsonContent;
import dev.weir.annotations.internal.result.AcceptedTypes;
import dev.weir.annotations.internal.result.Representations;
import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.PathParameters;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import dev.weir.routing.PathPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Routes of one method and path as one handler, which chooses among them by the request's media type and then by what the
 * client accepts (RFC 9110 sections 8.3 and 12.5.1). A route alone is here only if it does not take everything.
 */
final class MediaTypeChoice implements Handler {

    private static final Comparator<MediaType> JSON_FIRST = Comparator.<MediaType, Boolean>comparing(
                    type -> !JsonContent.isJson(type))
            .thenComparing(MediaType::toString);

    /** The pattern by which the router names path parameters. */
    private final PathPattern pattern;

    /** In an order that depends on their media types alone. */
    private final List<EndpointRoute> routes;

    /** What all of them offer, prepared if the request's media type does not choose among them; null otherwise. */
    private final Offer always;

    MediaTypeChoice(List<EndpointRoute> declared) {
        this.pattern = declared.get(0).pattern();
        this.routes = sorted(declared);
        List<MediaType> taken = routes.get(0).taken();
        boolean takeTheSame = routes.stream()
                .allMatch(route ->
                        route.media().consumed().isEmpty() && route.taken().equals(taken));
        this.always = takeTheSame ? Offer.of(routes) : null;
    }

    /** The routes in an order that depends on their media types alone. */
    static List<EndpointRoute> sorted(List<EndpointRoute> routes) {
        return routes.stream()
                .sorted(Comparator.comparing((EndpointRoute route) -> first(route.taken()), JSON_FIRST)
                        .thenComparing(route -> first(route.media().produced()), JSON_FIRST))
                .toList();
    }

    /** Media types to choose from, and for each the route that produces it. */
    private record Offer(List<MediaType> types, List<EndpointRoute> by) {

        static Offer of(List<EndpointRoute> routes) {
            List<MediaType> types = new ArrayList<>();
            List<EndpointRoute> by = new ArrayList<>();
            for (EndpointRoute route : routes) {
                for (MediaType type : route.media().produced()) {
                    types.add(type);
                    by.add(route);
                }
            }
            return new Offer(types, by);
        }
    }

    private static MediaType first(List<MediaType> types) {
        return types.stream().min(JSON_FIRST).orElse(MediaType.ALL);
    }

    @Override
    public Response handle(Request request) throws Exception {
        if (always != null) {
            return negotiate(always, request);
        }
        List<EndpointRoute> taking = taking(request);
        return taking.size() == 1 ? run(taking.get(0), request) : negotiate(Offer.of(taking), request);
    }

    private Response negotiate(Offer offer, Request request) throws Exception {
        int chosen = AcceptedTypes.choose(offer.types, request.headers());
        if (chosen < 0) {
            throw Representations.notAcceptable(offer.types);
        }
        Response response = run(offer.by.get(chosen), request);
        return response.headers().containsToken(FieldNames.VARY, FieldNames.ACCEPT)
                ? response
                : response.plusHeader(FieldNames.VARY, FieldNames.ACCEPT);
    }

    /** The routes that take the request's content, at least one; content of no media type is taken for JSON. */
    private List<EndpointRoute> taking(Request request) {
        Optional<String> written = request.header(FieldNames.CONTENT_TYPE);
        Optional<MediaType> type =
                written.isEmpty() ? Optional.of(MediaType.APPLICATION_JSON) : MediaType.parse(written.get());
        List<EndpointRoute> taking =
                routes.stream().filter(route -> takes(route, type)).toList();
        if (!taking.isEmpty()) {
            return taking;
        }
        if (written.isEmpty() && request.content().isEmpty()) {
            List<MediaType> first = routes.get(0).taken();
            return routes.stream().filter(route -> route.taken().equals(first)).toList();
        }
        String list = routes.stream()
                .flatMap(route -> route.taken().stream())
                .map(MediaType::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        throw new HttpException(Status.UNSUPPORTED_MEDIA_TYPE, "What is taken is " + list + ".")
                .withHeader(FieldNames.ACCEPT, list);
    }

    private static boolean takes(EndpointRoute route, Optional<MediaType> type) {
        List<MediaType> taken = route.taken();
        return taken.isEmpty()
                || type.filter(known -> taken.stream().anyMatch(range -> MediaTypes.isIn(range, known)))
                        .isPresent();
    }

    private Response run(EndpointRoute route, Request request) throws Exception {
        boolean namesAlike = route.pattern().variables().equals(pattern.variables());
        return route.endpoint()
                .orElseThrow()
                .handle(namesAlike ? request : request.withPathParameters(renamed(route.pattern(), request)));
    }

    /** The parameters by the names that another pattern has for them. */
    private PathParameters renamed(PathPattern other, Request request) {
        PathParameters given = request.pathParameters();
        PathParameters named = PathParameters.empty();
        int last = other.variables().size() - 1;
        for (int i = 0; i <= last; i++) {
            String from = pattern.variables().get(i);
            String to = other.variables().get(i);
            named = i == last && other.hasRest()
                    ? named.with(to, given.segments(from))
                    : named.with(to, given.first(from).orElseThrow());
        }
        return named;
    }
}
