package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.ContextArgument;
import dev.weir.annotations.internal.bind.PathSource;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.http.Headers;
import dev.weir.routing.PathPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out where the parameters of one method come from, for one verb: an annotation wins, then a path variable of the
 * same name, then a type that is part of a request, then, for the one record or class of the application that is left,
 * the content. Used once.
 */
final class EndpointArguments {

    private static final Set<String> WITH_CONTENT = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> WITHOUT_CONTENT = Set.of("GET", "HEAD");

    private final Toolbox tools;
    private final Place place;
    private final String verb;
    private final List<ParameterSpec> parameters;
    private final PathVariables variables;
    private final TextArguments texts;
    private final ContentArguments contents;

    /** What the parameters became; null where it is not known, or faulty. */
    private final Argument[] arguments;

    /** Parameters that take the content. */
    private final List<ParameterSpec> consumers = new ArrayList<>();

    EndpointArguments(
            Toolbox tools, Place place, String verb, List<PathPattern> patterns, List<ParameterSpec> parameters) {
        this.tools = tools;
        this.place = place;
        this.verb = verb;
        this.parameters = parameters;
        this.variables = new PathVariables(tools, place, patterns);
        this.texts = new TextArguments(tools, place);
        this.contents = new ContentArguments(tools, place);
        this.arguments = new Argument[parameters.size()];
    }

    /** The arguments in order, unless there is a fault. */
    Optional<List<Argument>> read() {
        List<ParameterSpec> left = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!isSourced(i)) {
                left.add(parameters.get(i));
            }
        }
        takeContent(left);
        for (ParameterSpec parameter : variables.report(left)) {
            fault("No source for parameter " + parameter.text(), mendFor(parameter, left));
        }
        checkConsumers();
        return Arrays.stream(arguments).allMatch(Objects::nonNull) ? Optional.of(List.of(arguments)) : Optional.empty();
    }

    /** Finds a source that is told by the parameter itself. */
    private boolean isSourced(int index) {
        ParameterSpec parameter = parameters.get(index);
        List<Source> sources = Source.allOf(parameter.annotations());
        if (sources.size() > 1) {
            List<String> names =
                    sources.stream().map(source -> "@" + source.annotation()).toList();
            fault(
                    "Two sources for parameter " + parameter.text(),
                    "It has " + String.join(" and ", names) + ". Keep one.");
            sources.stream().filter(Source::isPath).forEach(source -> source.wireName(parameter)
                    .ifPresent(variables::bind));
            return true;
        }
        if (sources.size() == 1) {
            explicit(index, parameter, sources.get(0));
            return true;
        }
        if (parameter.name().filter(variables::has).isPresent()) {
            path(index, parameter, parameter.name().get());
            return true;
        }
        return isContext(index, parameter);
    }

    private void explicit(int index, ParameterSpec parameter, Source source) {
        if (source.isContent()) {
            consumers.add(parameter);
            arguments[index] = contents.argument(parameter).orElse(null);
            return;
        }
        Optional<String> name = source.wireName(parameter);
        if (name.isEmpty()) {
            nameMissing(parameter);
        } else if (source.isPath()) {
            path(index, parameter, name.get());
        } else if (source.annotation().equals("HeaderParam") && !isFieldName(name.get())) {
            fault("Malformed field name \"" + name.get() + "\"", "A field name has no blanks, colons or the like.");
        } else {
            arguments[index] = texts.argument(parameter, source.values().get().apply(name.get()))
                    .orElse(null);
        }
    }

    private void path(int index, ParameterSpec parameter, String name) {
        if (variables.take(name, parameter)) {
            arguments[index] = texts.argument(parameter, new PathSource(name)).orElse(null);
        }
    }

    private boolean isContext(int index, ParameterSpec parameter) {
        Optional<Argument> context = ContextArgument.find(parameter.erased());
        if (context.isEmpty()) {
            return false;
        }
        arguments[index] = context.get();
        if (context.get().readsContent()) {
            consumers.add(parameter);
        }
        if (parameter.defaultValue().isPresent()) {
            fault("@DefaultValue on " + parameter.text(), "Every request has one. Drop the @DefaultValue.");
        }
        return true;
    }

    /** Takes the content for the one parameter left that can be it. */
    private void takeContent(List<ParameterSpec> left) {
        List<ParameterSpec> candidates =
                left.stream().filter(EndpointArguments::isOfApplication).toList();
        if (WITH_CONTENT.contains(verb) && consumers.isEmpty() && candidates.size() == 1) {
            ParameterSpec content = candidates.get(0);
            left.remove(content);
            consumers.add(content);
            arguments[parameters.indexOf(content)] = contents.argument(content).orElse(null);
        }
    }

    private static boolean isOfApplication(ParameterSpec parameter) {
        Class<?> type = parameter.erased();
        return type.isRecord()
                || !type.isPrimitive()
                        && !type.isArray()
                        && !type.isEnum()
                        && !type.isInterface()
                        && !type.getName().startsWith("java.");
    }

    private String mendFor(ParameterSpec parameter, List<ParameterSpec> left) {
        if (isOfApplication(parameter) && WITH_CONTENT.contains(verb)) {
            long candidates =
                    left.stream().filter(EndpointArguments::isOfApplication).count();
            if (candidates > 1 && consumers.isEmpty()) {
                return "More than one parameter could be the content. Say @Body on that one,"
                        + " and where the others come from.";
            }
        }
        return "Say where it comes from: @PathParam, @QueryParam, @HeaderParam, @CookieParam or @Body.";
    }

    private void checkConsumers() {
        if (consumers.size() > 1) {
            List<String> names = consumers.stream().map(ParameterSpec::text).toList();
            fault(
                    consumers.size() + " parameters take the content: " + String.join(", ", names),
                    "Content is read once. Keep one of them, a record that holds both perhaps.");
        }
        if (!consumers.isEmpty() && WITHOUT_CONTENT.contains(verb)) {
            fault(
                    "Content on " + verb + ": " + consumers.get(0).text(),
                    "Requests with that method have no content. Use @QueryParam, or POST.");
        }
    }

    private static boolean isFieldName(String name) {
        try {
            return !Headers.of(name, "").isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void nameMissing(ParameterSpec parameter) {
        fault(
                "Name of a parameter is missing: " + parameter.text(),
                "The class file has no parameter names. Compile with -parameters, or write the name into the annotation.");
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
