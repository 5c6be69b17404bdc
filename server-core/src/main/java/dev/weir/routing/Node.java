package dev.weir.routing;

import dev.weir.http.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of the router's trie: what may come after the segments that led here, and the routes that end here.
 *
 * <p>Filled while the router is built, only read afterwards.
 */
final class Node {

    final Map<String, Node> literals = new HashMap<>();

    /** Longer literal text first, then by text, so that the order of adding plays no part. */
    final List<AffixedEdge> affixed = new ArrayList<>();

    /** By the text of the expression. */
    final List<MatchingEdge> matching = new ArrayList<>();

    /** Null if no pattern goes on with a variable here. */
    Node variable;

    /** Null if no pattern goes on with {@code {*rest}} here. */
    Node rest;

    /** Routes whose pattern ends here, by method. */
    final Map<Method, Route> routes = new HashMap<>();

    /** The route for all other methods; null if there is none. */
    Route anyMethod;

    record AffixedEdge(Segment.Affixed segment, Node node) {}

    record MatchingEdge(Segment.Matching segment, Node node) {}

    /** The node one segment further, made if it is not there yet. */
    Node next(Segment segment) {
        if (segment instanceof Segment.Literal literal) {
            return literals.computeIfAbsent(literal.text(), text -> new Node());
        }
        if (segment instanceof Segment.Affixed edge) {
            return affixed(edge);
        }
        if (segment instanceof Segment.Matching edge) {
            return matching(edge);
        }
        if (segment instanceof Segment.Variable) {
            variable = variable == null ? new Node() : variable;
            return variable;
        }
        rest = rest == null ? new Node() : rest;
        return rest;
    }

    private Node affixed(Segment.Affixed segment) {
        for (AffixedEdge edge : affixed) {
            if (edge.segment.erased().equals(segment.erased())) {
                return edge.node;
            }
        }
        AffixedEdge added = new AffixedEdge(segment, new Node());
        affixed.add(added);
        affixed.sort(Comparator.comparingInt((AffixedEdge edge) -> -edge.segment.literalLength())
                .thenComparing(edge -> edge.segment.erased()));
        return added.node;
    }

    private Node matching(Segment.Matching segment) {
        for (MatchingEdge edge : matching) {
            if (edge.segment.erased().equals(segment.erased())) {
                return edge.node;
            }
        }
        MatchingEdge added = new MatchingEdge(segment, new Node());
        matching.add(added);
        matching.sort(Comparator.comparing(edge -> edge.segment.erased()));
        return added.node;
    }

    /** Adds a route that ends here; gives the one that is there already, if it takes the same method. */
    Optional<Route> add(Route route) {
        Route there = route.method().isPresent() ? routes.get(route.method().get()) : anyMethod;
        if (there != null) {
            return Optional.of(there);
        }
        if (route.method().isPresent()) {
            routes.put(route.method().get(), route);
        } else {
            anyMethod = route;
        }
        return Optional.empty();
    }

    boolean hasRoutes() {
        return !routes.isEmpty() || anyMethod != null;
    }

    /** The route that takes the method, where HEAD falls back on GET; null if there is none. */
    Route routeFor(Method method) {
        Route route = routes.get(method);
        if (route == null && method.equals(Method.HEAD)) {
            route = routes.get(Method.GET);
        }
        return route == null ? anyMethod : route;
    }
}
