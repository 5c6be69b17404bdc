package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.http.MediaType;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The media types that an annotation names for a method: its own, or else that of its controller.
 *
 * @param annotation the annotation, as written but for its value
 * @param texts the media types as written
 * @param place of the method
 * @param controller of the class, if it stands there
 */
record NamedTypes(String annotation, List<String> texts, Place place, Optional<Place> controller) {

    /**
     * A media type.
     *
     * @param type what it is
     * @param text as written
     */
    record Written(MediaType type, String text) {}

    /**
     * What is named for a method, if anything is.
     *
     * @param controller annotations of its class; empty if those don't matter
     */
    static <A extends Annotation> Optional<NamedTypes> find(
            Class<A> type,
            Function<A, String[]> value,
            Place place,
            Declared annotations,
            Optional<Declared> controller) {
        Optional<A> own = annotations.find(type);
        Optional<Declared> shared = own.isPresent() ? Optional.empty() : controller;
        return own.or(() -> shared.flatMap(there -> there.find(type)))
                .map(found -> new NamedTypes(
                        "@" + type.getSimpleName(),
                        List.of(value.apply(found)),
                        place,
                        shared.map(there -> Place.of((Class<?>) there.elements().get(0)))));
    }

    /**
     * The media types, unless there is a fault.
     *
     * @param isAllowed what they have to be besides well-formed
     * @param mend of what is not
     */
    Optional<List<Written>> parsed(Toolbox tools, Predicate<MediaType> isAllowed, String mend) {
        Place where = controller.orElse(place);
        if (texts.isEmpty()) {
            tools.faults().add(Fault.at(where, annotation + " without a media type", "Name one at least."));
            return Optional.empty();
        }
        List<Written> types = new ArrayList<>();
        for (String text : texts) {
            Optional<MediaType> type = MediaType.parse(text).filter(isAllowed);
            if (type.isEmpty()) {
                tools.faults().add(Fault.at(where, "Malformed media type " + written(text), mend));
                return Optional.empty();
            }
            types.add(new Written(type.get(), text));
        }
        return Optional.of(types);
    }

    /** The fault that a media type is none for what the method has to do with it. */
    Fault misfit(Written type, String on, String mend) {
        if (controller.isEmpty()) {
            return Fault.at(place, written(type.text()) + " on " + on, mend);
        }
        return new Fault(
                written(type.text()) + " of the class on " + on,
                List.of(place, controller.get()),
                mend + " " + annotation + " on the method goes before that of the class.");
    }

    /** The fault that something else is wrong with a media type. */
    Fault wrong(String title, Written type, String mend) {
        return Fault.at(controller.orElse(place), title + " " + written(type.text()), mend);
    }

    private String written(String text) {
        return annotation + "(\"" + text + "\")";
    }
}
