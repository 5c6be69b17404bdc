package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.WantedParts;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.multipart.Upload;
import dev.weir.routing.PathPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out where the parameters of one method come from, for one verb: from where they say themselves, or, for the one
 * record or class of the application that is left, from the content. Used once.
 */
final class EndpointArguments {

    private static final Set<String> WITH_CONTENT = Set.of("POST", "PUT", "PATCH");

    private static final String SOURCES =
            "@PathParam, @QueryParam, @HeaderParam, @CookieParam, @FormParam, @Part, @Attribute";

    private final Toolbox tools;
    private final Place place;
    private final String verb;
    private final List<ParameterSpec> parameters;
    private final PathVariables variables;
    private final ContentConsumers consumers;
    private final ParameterSources sources;

    /** What the parameters became; null where it is not known, or faulty. */
    private final Argument[] arguments;

    EndpointArguments(
            Toolbox tools, Place place, String verb, List<PathPattern> patterns, List<ParameterSpec> parameters) {
        this.tools = tools;
        this.place = place;
        this.verb = verb;
        this.parameters = parameters;
        this.variables = new PathVariables(tools, place, patterns);
        this.consumers = new ContentConsumers(tools, place);
        this.sources = new ParameterSources(tools, place, variables, consumers);
        this.arguments = new Argument[parameters.size()];
    }

    /** The arguments in order, unless there is a fault. */
    Optional<List<Argument>> read() {
        List<ParameterSpec> left = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            Optional<ParameterSources.Found> found = sources.find(parameters.get(i));
            if (found.isEmpty()) {
                left.add(parameters.get(i));
            }
            arguments[i] = found.flatMap(ParameterSources.Found::argument).orElse(null);
        }
        takeContent(left);
        left.addAll(sources.unsourcedComponents());
        for (ParameterSpec parameter : variables.report(left)) {
            tools.faults()
                    .add(Fault.at(place, "No source for parameter " + parameter.text(), mendFor(parameter, left)));
        }
        consumers.report(verb);
        return Arrays.stream(arguments).allMatch(Objects::nonNull) ? Optional.of(List.of(arguments)) : Optional.empty();
    }

    /** The parts of forms that the arguments are made of; known once they were read. */
    WantedParts parts() {
        return consumers.wanted();
    }

    /** What takes text; complete once the arguments are read. */
    List<TextInput> texts() {
        return sources.inputs();
    }

    /** What takes parts of forms; complete once the arguments are read. */
    List<PartInput> partInputs() {
        return sources.partInputs();
    }

    /** What takes the whole content; complete once the arguments are read. */
    List<ParameterSpec> content() {
        return consumers.whole();
    }

    /** Takes the content for the one parameter left that can be it. */
    private void takeContent(List<ParameterSpec> left) {
        List<ParameterSpec> candidates =
                left.stream().filter(EndpointArguments::mayBeContent).toList();
        if (WITH_CONTENT.contains(verb) && consumers.isEmpty() && candidates.size() == 1) {
            ParameterSpec content = candidates.get(0);
            left.remove(content);
            arguments[parameters.indexOf(content)] = sources.content(content).orElse(null);
        }
    }

    private static boolean mayBeContent(ParameterSpec parameter) {
        Class<?> type = parameter.erased();
        return parameter.owner().isEmpty()
                && (type.isRecord()
                        || type != Upload.class
                                && !type.isPrimitive()
                                && !type.isArray()
                                && !type.isEnum()
                                && !type.isInterface()
                                && !type.getName().startsWith("java."));
    }

    private String mendFor(ParameterSpec parameter, List<ParameterSpec> left) {
        if (mayBeContent(parameter) && WITH_CONTENT.contains(verb)) {
            long candidates =
                    left.stream().filter(EndpointArguments::mayBeContent).count();
            if (candidates > 1 && consumers.isEmpty()) {
                return "More than one parameter could be the content. Say @Body on that one,"
                        + " and where the others come from.";
            }
        }
        String others = parameter.owner().isPresent() ? " or @Params." : ", @Params or @Body.";
        return "Say where it comes from: " + SOURCES + others;
    }
}
