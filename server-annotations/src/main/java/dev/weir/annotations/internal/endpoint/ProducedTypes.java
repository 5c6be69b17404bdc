package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.Produces;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.http.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the media types that a method's result can be sent as.
 *
 * @param tools where faults go
 * @param place of the method
 * @param annotations of the method
 * @param controller annotations of its class; empty if they are not for such a method
 */
record ProducedTypes(Toolbox tools, Place place, Declared annotations, Optional<Declared> controller) {

    /**
     * What a kind of result can be sent as.
     *
     * @param written as what, in words
     * @param otherwise the media types if none is named
     * @param fits whether it can be sent as a certain one
     * @param mend what to do if it cannot
     */
    record Kind(String written, List<MediaType> otherwise, Predicate<MediaType> fits, String mend) {}

    /** What the class alone says, for a class whose methods may all say otherwise. */
    static ProducedTypes ofController(Toolbox tools, Class<?> type) {
        return new ProducedTypes(tools, Place.of(type), Declared.of(type), Optional.empty());
    }

    /** Whether the method itself names media types. */
    boolean isDeclaredByMethod() {
        return annotations.find(Produces.class).isPresent();
    }

    /** Whether the method names media types, or its class does. */
    boolean isDeclared() {
        return named().isPresent();
    }

    /** Whether exactly one media type is named, so that there is no choice. */
    boolean isOneDeclared() {
        return named().filter(named -> named.texts().size() == 1).isPresent();
    }

    private Optional<NamedTypes> named() {
        return NamedTypes.find(Produces.class, Produces::value, place, annotations, controller);
    }

    /** Tells what is wrong with the media types by themselves. */
    void check() {
        named().ifPresent(this::parsed);
    }

    /** The media types, unless there is a fault; may be empty only if the kind has none of its own. */
    Optional<List<NamedTypes.Written>> of(Kind kind) {
        Optional<NamedTypes> named = named();
        if (named.isEmpty()) {
            return Optional.of(kind.otherwise().stream()
                    .map(type -> new NamedTypes.Written(type, type.toString()))
                    .toList());
        }
        return parsed(named.get()).filter(types -> doFit(types, kind, named.get()));
    }

    private Optional<List<NamedTypes.Written>> parsed(NamedTypes named) {
        return named.parsed(
                        tools,
                        type -> !type.essence().contains("*"),
                        "Write type and subtype, as in \"text/html; charset=utf-8\".")
                .filter(types -> types.stream().allMatch(type -> isCharsetKnown(type, named)));
    }

    private boolean isCharsetKnown(NamedTypes.Written written, NamedTypes named) {
        MediaType type = written.type();
        boolean isKnown = type.parameter("charset").isEmpty() || type.charset().isPresent();
        if (!isKnown) {
            tools.faults().add(named.wrong("Unknown charset in", written, "Name one that this JDK has, best utf-8."));
        }
        return isKnown;
    }

    private boolean doFit(List<NamedTypes.Written> types, Kind kind, NamedTypes named) {
        Optional<NamedTypes.Written> misfit =
                types.stream().filter(type -> !kind.fits().test(type.type())).findFirst();
        misfit.ifPresent(type ->
                tools.faults().add(named.misfit(type, "a result that is written as " + kind.written(), kind.mend())));
        return misfit.isEmpty();
    }
}
