package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.Consumes;
import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.Arguments;
import dev.weir.annotations.internal.bind.JsonContent;
import dev.weir.annotations.internal.bind.PartReaderArgument;
import dev.weir.annotations.internal.bind.WantedParts;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.http.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the media types of the content that a method takes.
 *
 * @param tools where faults go
 * @param place of the method
 * @param annotations of the method
 * @param controller annotations of its class
 */
record ConsumedTypes(Toolbox tools, Place place, Declared annotations, Optional<Declared> controller) {

    private static final Set<String> WITHOUT_CONTENT = Set.of("GET", "HEAD");

    /** Request methods whose content an endpoint may read although no parameter tells so, from the request itself. */
    private static final Set<String> WITH_CONTENT = Set.of("POST", "PUT", "PATCH");

    /** What the class alone says, for a class whose methods may all say otherwise. */
    static ConsumedTypes ofController(Toolbox tools, Class<?> type) {
        return new ConsumedTypes(tools, Place.of(type), Declared.of(type), Optional.empty());
    }

    private Optional<NamedTypes> named() {
        return NamedTypes.find(Consumes.class, Consumes::value, place, annotations, controller);
    }

    /** Tells what is wrong with the media types by themselves. */
    void check() {
        named().ifPresent(this::parsed);
    }

    /** The media types, unless there is a fault; none if all are taken. */
    Optional<List<MediaType>> read(String requestMethod, Optional<List<Argument>> arguments, WantedParts parts) {
        Optional<NamedTypes> named = named();
        List<Argument> known = arguments.orElse(List.of());
        if (named.isEmpty() || named.get().controller().isPresent() && !mayTakeContent(requestMethod, known, parts)) {
            return Optional.of(List.of());
        }
        if (WITHOUT_CONTENT.contains(requestMethod)) {
            tools.faults()
                    .add(Fault.at(
                            place,
                            "@Consumes on " + requestMethod,
                            "Requests with that method have no content. Drop the @Consumes, or use POST."));
            return Optional.empty();
        }
        return parsed(named.get())
                .filter(types -> doFit(types, known, parts, named.get()))
                .map(types -> types.stream().map(NamedTypes.Written::type).toList());
    }

    private Optional<List<NamedTypes.Written>> parsed(NamedTypes named) {
        return named.parsed(tools, type -> true, "Write type and subtype, as in \"text/csv\" or \"image/*\".");
    }

    private static boolean mayTakeContent(String requestMethod, List<Argument> arguments, WantedParts parts) {
        return WITH_CONTENT.contains(requestMethod)
                || !WITHOUT_CONTENT.contains(requestMethod)
                        && (takesParts(arguments, parts)
                                || new Arguments(arguments).takeFormFields()
                                || arguments.stream().anyMatch(Argument::readsContent));
    }

    private boolean doFit(
            List<NamedTypes.Written> types, List<Argument> arguments, WantedParts parts, NamedTypes named) {
        boolean isJson = arguments.stream().anyMatch(JsonContent.class::isInstance);
        boolean isParts = takesParts(arguments, parts);
        boolean isForm = new Arguments(arguments).takeFormFields();
        for (NamedTypes.Written each : types) {
            Optional<Fault> misfit = Optional.empty();
            if (isJson && !JsonContent.isJson(each.type())) {
                misfit = Optional.of(named.misfit(
                        each,
                        "content that is read as JSON",
                        "Take the content as String, byte[] or InputStream, or name application/json or one that"
                                + " ends in +json."));
            } else if (isParts && !isSame(MediaType.MULTIPART_FORM_DATA, each.type())) {
                misfit = Optional.of(named.misfit(
                        each, "content that is parts of a form", "Name multipart/form-data, or drop the @Consumes."));
            } else if (isForm && !isReadAsForm(each.type())) {
                misfit = Optional.of(named.misfit(
                        each,
                        "content that is fields of a form",
                        "Name application/x-www-form-urlencoded, or drop the @Consumes; fields of multipart/form-data are"
                                + " taken with @Part."));
            }
            if (misfit.isPresent()) {
                tools.faults().add(misfit.get());
                return false;
            }
        }
        return true;
    }

    /** Whether fields are read of it: forms of that kind are in UTF-8, whatever else they say. */
    private static boolean isReadAsForm(MediaType type) {
        return isSame(MediaType.APPLICATION_FORM_URLENCODED, type)
                && type.parameter("charset").orElse("utf-8").equalsIgnoreCase("utf-8");
    }

    private static boolean isSame(MediaType one, MediaType other) {
        return one.essence().equals(other.essence());
    }

    /** What those arguments read, where nothing is declared. */
    static List<MediaType> readBy(List<Argument> arguments, WantedParts parts) {
        if (takesParts(arguments, parts)) {
            return List.of(MediaType.MULTIPART_FORM_DATA);
        }
        if (new Arguments(arguments).takeFormFields()) {
            return List.of(MediaType.APPLICATION_FORM_URLENCODED);
        }
        return arguments.stream().anyMatch(JsonContent.class::isInstance)
                ? List.of(MediaType.APPLICATION_JSON)
                : List.of();
    }

    private static boolean takesParts(List<Argument> arguments, WantedParts parts) {
        return !parts.isEmpty() || arguments.stream().anyMatch(PartReaderArgument.class::isInstance);
    }
}
