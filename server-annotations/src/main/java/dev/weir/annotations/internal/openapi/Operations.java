package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.endpoint.EndpointDetails;
import dev.weir.routing.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the operations among routes. It runs when an application starts, so it does no more than it has to, in plain loops.
 */
public final class Operations {

    /** The methods that OpenAPI 3.1 has a place for, in the order of the specification. */
    private static final List<String> VERBS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** Routes by path and verb; those of one path are the same but for the names of variables. */
    private final Map<String, List<Route>> byPlace = new TreeMap<>();

    /** The path of all that are the same, with the first of their names in alphabetical order. */
    private final Map<String, String> paths = new HashMap<>();

    private final Set<Class<?>> controllers = new LinkedHashSet<>();

    private Operations() {}

    /**
     * The operations, by path and then by method. Routes without a controller tell too little to be one, and neither do
     * those of a method that OpenAPI does not know.
     */
    public static List<OperationPlace> of(List<Route> routes) {
        Operations all = new Operations();
        for (Route route : routes) {
            Optional<EndpointDetails> details = EndpointDetails.of(route);
            if (details.isPresent() && VERBS.contains(verb(route))) {
                all.add(route, details.get());
            }
        }
        return all.places();
    }

    private static String verb(Route route) {
        return route.method().isEmpty() ? "" : route.method().get().name().toLowerCase(Locale.ROOT);
    }

    private void add(Route route, EndpointDetails details) {
        String path = route.pattern().template();
        String erased = erased(path);
        String known = paths.get(erased);
        if (known == null || path.compareTo(known) < 0) {
            paths.put(erased, path);
        }
        controllers.add(details.controller());
        String place = erased + " " + VERBS.indexOf(verb(route));
        List<Route> there = byPlace.get(place);
        if (there == null) {
            there = new ArrayList<>();
            byPlace.put(place, there);
        }
        there.add(route);
    }

    /** The path without the names of variables. */
    private static String erased(String path) {
        StringBuilder erased = new StringBuilder();
        boolean isName = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            isName &= c != '}';
            if (!isName) {
                erased.append(c);
            }
            isName |= c == '{';
        }
        return erased.toString();
    }

    private List<OperationPlace> places() {
        Map<Class<?>, String> tags = ControllerNames.of(controllers);
        Set<String> ids = new HashSet<>();
        List<OperationPlace> places = new ArrayList<>();
        for (Map.Entry<String, List<Route>> entry : byPlace.entrySet()) {
            Route first = entry.getValue().get(0);
            EndpointDetails details = EndpointDetails.of(first).orElseThrow();
            String tag = tags.get(details.controller());
            places.add(new OperationPlace(
                    unused(tag + "." + details.method(), ids),
                    tag,
                    paths.get(erased(first.pattern().template())),
                    verb(first),
                    List.copyOf(entry.getValue())));
        }
        return places;
    }

    /** That id, or the first with a number behind it that no other operation has. */
    private static String unused(String wanted, Set<String> ids) {
        String id = wanted;
        for (int number = 2; !ids.add(id); number++) {
            id = wanted + "_" + number;
        }
        return id;
    }
}
