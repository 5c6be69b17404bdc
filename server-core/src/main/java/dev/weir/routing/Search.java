package dev.weir.routing;

import dev.weir.http.Method;
import dev.weir.http.PathParameters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One walk through the trie for one request: depth first, the more specific edge first, until a node has a route for the
 * method. Each node is visited at most once, so the walk is bounded by the number of nodes. Used by one thread.
 */
final class Search {

    private final Method method;
    private final List<String> segments;

    /** Values of the variables on the way to the current node, by their order. */
    private final String[] values;

    private int valueCount;
    private List<String> rest = List.of();
    private Route found;

    /** The nodes that the path leads to, none of which has a route for the method. */
    private List<Node> others = List.of();

    private Search(Method method, List<String> segments) {
        this.method = method;
        this.segments = segments;
        this.values = new String[segments.size()];
    }

    static Search run(Node root, Method method, List<String> segments) {
        Search search = new Search(method, segments);
        search.visit(root, 0);
        return search;
    }

    Optional<Route> found() {
        return Optional.ofNullable(found);
    }

    PathParameters parameters() {
        return found.pattern().parameters(values, rest);
    }

    boolean isPathKnown() {
        return found != null || !others.isEmpty();
    }

    /** Methods of all patterns that match the path, as for Allow (RFC 9110 section 10.2.1). */
    Set<Method> allowed() {
        Set<Method> allowed = new LinkedHashSet<>();
        for (Node node : others) {
            allowed.addAll(node.routes.keySet());
        }
        return allowed;
    }

    private boolean visit(Node node, int depth) {
        if (depth == segments.size()) {
            return end(node) || node.rest != null && endWithRest(node.rest, depth);
        }
        String segment = segments.get(depth);
        Node literal = node.literals.get(segment);
        if (literal != null && visit(literal, depth + 1)) {
            return true;
        }
        for (Node.AffixedEdge edge : node.affixed) {
            if (edge.segment().matches(segment) && visitWith(edge.segment().valueIn(segment), edge.node(), depth + 1)) {
                return true;
            }
        }
        for (Node.MatchingEdge edge : node.matching) {
            if (edge.segment().matches(segment) && visitWith(segment, edge.node(), depth + 1)) {
                return true;
            }
        }
        if (node.variable != null && !segment.isEmpty() && visitWith(segment, node.variable, depth + 1)) {
            return true;
        }
        return node.rest != null && endWithRest(node.rest, depth);
    }

    private boolean visitWith(String value, Node node, int depth) {
        values[valueCount++] = value;
        if (visit(node, depth)) {
            return true;
        }
        valueCount--;
        return false;
    }

    private boolean endWithRest(Node node, int depth) {
        if (!end(node)) {
            return false;
        }
        rest = segments.subList(depth, segments.size());
        return true;
    }

    private boolean end(Node node) {
        if (!node.hasRoutes()) {
            return false;
        }
        found = node.routeFor(method);
        if (found == null) {
            if (others.isEmpty()) {
                others = new ArrayList<>(2);
            }
            others.add(node);
        }
        return found != null;
    }
}
