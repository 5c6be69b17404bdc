package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.faults.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks for routes that claim the same requests, over all controllers. */
final class RouteConflicts {

    /** Expressions that match every segment; the router tries them before a plain variable. */
    private static final List<String> MATCH_ALL = List.of("{:.*}", "{:.+}", "{:[^/]*}", "{:[^/]+}");

    private final List<Fault> faults = new ArrayList<>();

    private RouteConflicts() {}

    static List<Fault> in(List<EndpointRoute> routes) {
        RouteConflicts conflicts = new RouteConflicts();
        Map<String, List<EndpointRoute>> bySimplest = new LinkedHashMap<>();
        for (EndpointRoute route : routes) {
            bySimplest
                    .computeIfAbsent(simplest(route), key -> new ArrayList<>())
                    .add(route);
        }
        bySimplest.values().forEach(conflicts::compare);
        return conflicts.faults;
    }

    /** The erased pattern without expressions that make no difference. */
    private static String simplest(EndpointRoute route) {
        String pattern = route.erased();
        for (String all : MATCH_ALL) {
            pattern = pattern.replace("/" + all, "/{}");
        }
        return pattern;
    }

    private void compare(List<EndpointRoute> same) {
        Map<String, List<EndpointRoute>> byErased = same.stream()
                .collect(Collectors.groupingBy(EndpointRoute::erased, LinkedHashMap::new, Collectors.toList()));
        byErased.forEach((erased, routes) -> {
            List<EndpointRoute> ambiguous = overlapping(routes);
            if (!ambiguous.isEmpty()) {
                faults.add(new Fault(
                        "Ambiguous route " + erased,
                        ambiguous.stream().map(EndpointRoute::place).toList(),
                        "Each matches every request that the other matches."
                                + " Change a path or a method, or tell them apart by media type."));
            }
        });
        if (byErased.size() > 1) {
            shadowed(new ArrayList<>(byErased.keySet()), byErased);
        }
    }

    /** Those that no media type tells from every other. */
    private static List<EndpointRoute> overlapping(List<EndpointRoute> routes) {
        return routes.stream()
                .filter(route -> routes.stream().anyMatch(other -> other != route && route.overlaps(other)))
                .toList();
    }

    /** The one that the router tries first takes everything: an expression goes before a variable, else the text decides. */
    private void shadowed(List<String> erased, Map<String, List<EndpointRoute>> routes) {
        erased.sort((a, b) -> a.replace("{}", "{\uffff}").compareTo(b.replace("{}", "{\uffff}")));
        EndpointRoute winner = routes.get(erased.get(0)).get(0);
        for (String loser : erased.subList(1, erased.size())) {
            faults.add(new Fault(
                    "Route that can never win: " + loser,
                    List.of(winner.place(), routes.get(loser).get(0).place()),
                    "The first goes before the second and matches every request that the second matches."
                            + " Drop the expression that matches everything, or one of the two."));
        }
    }
}
