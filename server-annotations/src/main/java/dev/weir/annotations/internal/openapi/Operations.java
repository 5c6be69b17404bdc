package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.description.EndpointDescription;
import dev.weir.annotations.internal.description.InputDescription;
import dev.weir.annotations.internal.endpoint.EndpointDetails;
import dev.weir.http.Method;
import dev.weir.routing.PathPattern;
import dev.weir.routing.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes operations of routes. */
public final class Operations {

    /** The methods that OpenAPI 3.1 has a place for, in the order of the specification. */
    private static final List<String> VERBS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final Map<String, List<Route>> byPlace = new TreeMap<>();

    /** The path of all that are the same but for the names of variables. */
    private final Map<String, String> paths = new HashMap<>();

    private Operations() {}

    /**
     * The operations, by path and then by method. Routes without a controller tell too little to be one, and neither do
     * those of a method that OpenAPI does not know.
     */
    public static List<Operation> of(List<Route> routes) {
        Operations all = new Operations();
        routes.stream().filter(Operations::isDescribed).forEach(all::add);
        return all.toOperations();
    }

    private static boolean isDescribed(Route route) {
        return EndpointDetails.of(route).isPresent()
                && route.method().map(Operations::verb).filter(VERBS::contains).isPresent();
    }

    private static String verb(Method method) {
        return method.name().toLowerCase(Locale.ROOT);
    }

    private void add(Route route) {
        String path = route.pattern().template();
        String erased = VARIABLE.matcher(path).replaceAll("{}");
        paths.merge(erased, path, (one, other) -> one.compareTo(other) < 0 ? one : other);
        int verb = VERBS.indexOf(verb(route.method().orElseThrow()));
        byPlace.computeIfAbsent(erased + " " + verb, key -> new ArrayList<>()).add(route);
    }

    private List<Operation> toOperations() {
        Map<Class<?>, String> tags = ControllerNames.of(byPlace.values().stream()
                .flatMap(List::stream)
                .flatMap(route -> EndpointDetails.of(route).orElseThrow().descriptions().stream())
                .map(EndpointDescription::controller)
                .toList());
        Map<String, Integer> uses = new HashMap<>();
        List<Operation> operations = new ArrayList<>();
        byPlace.forEach((place, routes) -> {
            String path = paths.get(place.substring(0, place.lastIndexOf(' ')));
            List<EndpointDescription> endpoints = new ArrayList<>();
            for (Route route : routes) {
                for (EndpointDescription each :
                        EndpointDetails.of(route).orElseThrow().descriptions()) {
                    endpoints.add(renamed(each, path));
                }
            }
            EndpointDescription first = endpoints.get(0);
            String tag = tags.get(first.controller());
            String id = tag + "." + first.method();
            int use = uses.merge(id, 1, Integer::sum);
            operations.add(new Operation(
                    use == 1 ? id : id + "_" + use,
                    tag,
                    path,
                    verb(routes.get(0).method().orElseThrow()),
                    routes.stream().map(Route::pattern).toList(),
                    endpoints));
        });
        return operations;
    }

    /** The endpoint with its path variables named as the path names them, counted from the end: prefixes come first. */
    private static EndpointDescription renamed(EndpointDescription endpoint, String path) {
        List<String> own = endpoint.pattern().variables();
        List<String> names = variables(path);
        int prefix = names.size() - own.size();
        List<InputDescription> inputs = endpoint.inputs().stream()
                .map(input -> input.in().equals("path")
                        ? input.withName(names.get(prefix + own.indexOf(input.name())))
                        : input)
                .toList();
        return endpoint.withInputs(inputs);
    }

    /** The variables of a path in order. */
    static List<String> variables(String path) {
        return VARIABLE.matcher(path)
                .results()
                .map(found -> found.group().substring(1, found.group().length() - 1))
                .toList();
    }

    /** The regular expression for a variable of a path, if one of the patterns has it and no other has another. */
    static Optional<String> expression(Operation operation, int variable) {
        List<Optional<String>> found = operation.patterns().stream()
                .map((PathPattern pattern) ->
                        pattern.expression(pattern.variables().get(variable)))
                .distinct()
                .toList();
        return found.size() == 1 ? found.get(0) : Optional.empty();
    }
}
