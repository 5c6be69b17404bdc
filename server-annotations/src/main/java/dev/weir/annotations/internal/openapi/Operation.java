package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.description.EndpointDescription;
import dev.weir.annotations.internal.description.InputDescription;
import dev.weir.annotations.internal.endpoint.EndpointDetails;
import dev.weir.routing.PathPattern;
import dev.weir.routing.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a path and a method stand for: one endpoint, or several that media types or regular expressions tell apart.
 *
 * @param place where it is and what it is called
 * @param endpoints at least one, with path variables named as in the path
 */
record Operation(OperationPlace place, List<EndpointDescription> endpoints) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    static Operation at(OperationPlace place) {
        List<String> names = variables(place.path());
        List<EndpointDescription> endpoints = new ArrayList<>();
        for (Route route : place.routes()) {
            for (EndpointDescription each :
                    EndpointDetails.of(route).orElseThrow().descriptions()) {
                endpoints.add(renamed(each, names));
            }
        }
        return new Operation(place, endpoints);
    }

    /** The endpoint with its path variables named otherwise, counted from the end: prefixes come first. */
    private static EndpointDescription renamed(EndpointDescription endpoint, List<String> names) {
        List<String> own = endpoint.pattern().variables();
        int prefix = names.size() - own.size();
        List<InputDescription> inputs = endpoint.inputs().stream()
                .map(input -> input.in().equals("path")
                        ? input.withName(names.get(prefix + own.indexOf(input.name())))
                        : input)
                .toList();
        return endpoint.withInputs(inputs);
    }

    /** The variables of the path in order. */
    List<String> variables() {
        return variables(place.path());
    }

    private static List<String> variables(String path) {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    /** The regular expression for a variable of the path, if one of the patterns has it and no other has another. */
    Optional<String> expression(int variable) {
        List<Optional<String>> found = place.routes().stream()
                .map(Route::pattern)
                .map((PathPattern pattern) ->
                        pattern.expression(pattern.variables().get(variable)))
                .distinct()
                .toList();
        return found.size() == 1 ? found.get(0) : Optional.empty();
    }
}
