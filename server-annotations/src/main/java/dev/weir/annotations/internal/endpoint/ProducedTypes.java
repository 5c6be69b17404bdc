package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.Produces;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.http.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the media types that a method's result can be sent as.
 *
 * @param tools where faults go
 * @param place of the method
 * @param annotations of the method
 */
record ProducedTypes(Toolbox tools, Place place, Declared annotations) {

    /**
     * A media type.
     *
     * @param type what it is
     * @param text as written
     */
    record Written(MediaType type, String text) {}

    /**
     * What a kind of result can be sent as.
     *
     * @param written as what, in words
     * @param otherwise the media types if none is named
     * @param fits whether it can be sent as a certain one
     * @param mend what to do if it cannot
     */
    record Kind(String written, List<MediaType> otherwise, Predicate<MediaType> fits, String mend) {}

    Optional<String[]> declared() {
        return annotations.find(Produces.class).map(Produces::value);
    }

    /** The media types, unless there is a fault; may be empty only if the kind has none of its own. */
    Optional<List<Written>> of(Kind kind) {
        Optional<String[]> declared = declared();
        if (declared.isEmpty()) {
            return Optional.of(kind.otherwise().stream()
                    .map(type -> new Written(type, type.toString()))
                    .toList());
        }
        if (declared.get().length == 0) {
            fault("@Produces without a media type", "Name one at least.");
            return Optional.empty();
        }
        List<Written> types = new ArrayList<>();
        for (String text : declared.get()) {
            Optional<MediaType> type = type(text, kind);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            types.add(new Written(type.get(), text));
        }
        return Optional.of(types);
    }

    private Optional<MediaType> type(String text, Kind kind) {
        Optional<MediaType> parsed =
                MediaType.parse(text).filter(found -> !found.essence().contains("*"));
        if (parsed.isEmpty()) {
            fault(
                    "Malformed media type @Produces(\"" + text + "\")",
                    "Write type and subtype, as in \"text/html; charset=utf-8\".");
            return Optional.empty();
        }
        if (parsed.get().parameter("charset").isPresent()
                && parsed.get().charset().isEmpty()) {
            fault("Unknown charset in @Produces(\"" + text + "\")", "Name one that this JDK has, best utf-8.");
            return Optional.empty();
        }
        if (!kind.fits().test(parsed.get())) {
            fault("@Produces(\"" + text + "\") on a result that is written as " + kind.written(), kind.mend());
            return Optional.empty();
        }
        return parsed;
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
