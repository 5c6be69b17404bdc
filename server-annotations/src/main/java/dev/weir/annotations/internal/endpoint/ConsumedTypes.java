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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the media types of the content that a method takes.
 *
 * @param tools where faults go
 * @param place of the method
 * @param annotations of the method
 */
record ConsumedTypes(Toolbox tools, Place place, Declared annotations) {

    /** The media types, unless there is a fault; none if all are taken. */
    Optional<List<MediaType>> read(String requestMethod, Optional<List<Argument>> arguments, WantedParts parts) {
        Optional<Consumes> written = annotations.find(Consumes.class);
        if (written.isEmpty()) {
            return Optional.of(List.of());
        }
        if (requestMethod.equals("GET") || requestMethod.equals("HEAD")) {
            return fault(
                    "@Consumes on " + requestMethod,
                    "Requests with that method have no content. Drop the @Consumes, or use POST.");
        }
        if (written.get().value().length == 0) {
            return fault("@Consumes without a media type", "Name one at least.");
        }
        boolean isJson = arguments.stream().flatMap(List::stream).anyMatch(JsonContent.class::isInstance);
        List<MediaType> types = new ArrayList<>();
        for (String text : written.get().value()) {
            Optional<MediaType> type = MediaType.parse(text);
            if (type.isEmpty()) {
                return fault(
                        "Malformed media type @Consumes(\"" + text + "\")",
                        "Write type and subtype, as in \"text/csv\" or \"image/*\".");
            }
            if (isJson && !JsonContent.isJson(type.get())) {
                return fault(
                        "@Consumes(\"" + text + "\") on content that is read as JSON",
                        "Take the content as String, byte[] or InputStream, or name application/json or one that ends"
                                + " in +json.");
            }
            if (takesParts(arguments.orElse(List.of()), parts) && !MediaType.MULTIPART_FORM_DATA.matches(type.get())) {
                return fault(
                        "@Consumes(\"" + text + "\") on content that is parts of a form",
                        "Name multipart/form-data, or drop the @Consumes.");
            }
            types.add(type.get());
        }
        return Optional.of(types);
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

    private Optional<List<MediaType>> fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
        return Optional.empty();
    }
}
