package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.faults.Similar;
import dev.weir.routing.PathPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The variables of a method's path patterns, and which parameters take them; used once. */
final class PathVariables {

    private final Toolbox tools;
    private final Place place;
    private final List<PathPattern> patterns;

    /** Variables that no parameter takes yet. */
    private final Set<String> unbound = new LinkedHashSet<>();

    private final Set<String> all = new LinkedHashSet<>();

    /** Parameters that ask for a variable that there is not, by its name. */
    private final Map<String, ParameterSpec> unknown = new LinkedHashMap<>();

    PathVariables(Toolbox tools, Place place, List<PathPattern> patterns) {
        this.tools = tools;
        this.place = place;
        this.patterns = patterns;
        patterns.forEach(pattern -> all.addAll(pattern.variables()));
        unbound.addAll(all);
    }

    boolean has(String name) {
        return all.contains(name);
    }

    /** Notes that some parameter takes the variable. */
    void bind(String name) {
        unbound.remove(name);
    }

    /** Takes a variable for a parameter; false if it is missing in all patterns, or in one where it must not. */
    boolean take(String name, ParameterSpec parameter) {
        if (!has(name)) {
            unknown.put(name, parameter);
            return false;
        }
        bind(name);
        for (PathPattern pattern : patterns) {
            if (!pattern.variables().contains(name) && !TextArguments.mayBeMissing(parameter)) {
                fault(
                        "Path variable {" + name + "} is missing in " + pattern,
                        "Make " + parameter.text() + " an Optional, or give it a @DefaultValue.");
                return false;
            }
        }
        return true;
    }

    /**
     * Reports variables and parameters that don't find each other.
     *
     * @param unsourced parameters of which nothing tells where they come from
     * @return those of them that no report speaks of
     */
    List<ParameterSpec> report(List<ParameterSpec> unsourced) {
        List<ParameterSpec> left = new ArrayList<>(unsourced);
        for (String variable : unbound) {
            Optional<String> meant = closest(variable, unknown.keySet());
            if (meant.isPresent()) {
                reportUnknown(meant.get(), unknown.remove(meant.get()), Optional.of(variable));
            } else {
                reportUnbound(variable, left);
            }
        }
        unknown.forEach((name, parameter) -> reportUnknown(name, parameter, Optional.empty()));
        return left;
    }

    private static Optional<String> closest(String name, Set<String> candidates) {
        return candidates.size() == 1 ? candidates.stream().findFirst() : Similar.to(name, candidates);
    }

    private void reportUnbound(String variable, List<ParameterSpec> left) {
        String title = "Unbound path variable {" + variable + "}";
        if (left.stream().anyMatch(parameter -> parameter.name().isEmpty())) {
            fault(
                    title,
                    "The class file has no parameter names. Compile with -parameters, or write @PathParam(\"" + variable
                            + "\").");
            left.removeIf(parameter -> parameter.name().isEmpty());
            return;
        }
        Set<String> names = left.stream()
                .flatMap(parameter -> parameter.name().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Optional<ParameterSpec> meant = closest(variable, names).flatMap(name -> left.stream()
                .filter(parameter -> parameter.name().equals(Optional.of(name)))
                .findFirst());
        if (meant.isPresent()) {
            left.remove(meant.get());
            fault(title, "No parameter takes it. Did you mean " + suggestion(variable, meant.get()) + "?");
        } else {
            fault(title, "No parameter takes it. Add @PathParam String " + variable + ", or take it out of the path.");
        }
    }

    private void reportUnknown(String name, ParameterSpec parameter, Optional<String> meant) {
        String variables = all.isEmpty()
                ? "no variable"
                : all.stream().map(each -> "{" + each + "}").collect(Collectors.joining(" and "));
        fault(
                "Unknown path variable {" + name + "}",
                "The path has " + variables + ". "
                        + meant.map(variable -> "Did you mean " + suggestion(variable, parameter) + "?")
                                .orElse("Add it to the path, or say where else " + parameter.text() + " comes from."));
    }

    private static String suggestion(String variable, ParameterSpec parameter) {
        return "@PathParam(\"" + variable + "\") " + parameter.text();
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
