package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.Attribute;
import dev.weir.annotations.Body;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Params;
import dev.weir.annotations.Part;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.internal.bind.CookieSource;
import dev.weir.annotations.internal.bind.FormSource;
import dev.weir.annotations.internal.bind.HeaderSource;
import dev.weir.annotations.internal.bind.PartSource;
import dev.weir.annotations.internal.bind.PathSource;
import dev.weir.annotations.internal.bind.QuerySource;
import dev.weir.annotations.internal.bind.ValueSource;
import dev.weir.annotations.internal.reflect.Declared;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An annotation that says where a parameter comes from.
 *
 * @param kind which one
 * @param name the name given in it; empty if none is
 */
record Source(Kind kind, String name) {

    private static final List<Finder<?>> FINDERS = List.of(
            new Finder<>(Kind.PATH, PathParam.class, PathParam::value),
            new Finder<>(Kind.QUERY, QueryParam.class, QueryParam::value),
            new Finder<>(Kind.HEADER, HeaderParam.class, HeaderParam::value),
            new Finder<>(Kind.COOKIE, CookieParam.class, CookieParam::value),
            new Finder<>(Kind.FORM, FormParam.class, FormParam::value),
            new Finder<>(Kind.PART, Part.class, Part::value),
            new Finder<>(Kind.ATTRIBUTE, Attribute.class, Attribute::value),
            new Finder<>(Kind.PARAMS, Params.class, found -> ""),
            new Finder<>(Kind.BODY, Body.class, found -> ""));

    /** What the annotation points to. */
    enum Kind {
        PATH,
        QUERY,
        HEADER,
        COOKIE,
        FORM,
        PART,
        ATTRIBUTE,
        PARAMS,
        BODY
    }

    /** Every such annotation on a parameter; if there is none, the one on the record that is its type. */
    static List<Source> allOf(ParameterSpec parameter) {
        List<Source> own = FINDERS.stream()
                .flatMap(finder -> finder.find(parameter.annotations()))
                .toList();
        boolean isGroup = own.isEmpty()
                && parameter.erased().isRecord()
                && Declared.of(parameter.erased()).find(Params.class).isPresent();
        return isGroup ? List.of(new Source(Kind.PARAMS, "")) : own;
    }

    /** Whether it is text under a name. */
    boolean isText() {
        return switch (kind) {
            case PATH, QUERY, HEADER, COOKIE, FORM, PART -> true;
            case ATTRIBUTE, PARAMS, BODY -> false;
        };
    }

    /** The name on the wire; empty if neither the annotation nor the class file tells it. */
    Optional<String> wireName(ParameterSpec parameter) {
        if (!name.isEmpty()) {
            return Optional.of(name);
        }
        return kind == Kind.HEADER ? parameter.name().map(HeaderSource::fieldName) : parameter.name();
    }

    /** The place in a request where text of that name stands. */
    ValueSource values(String wireName) {
        return switch (kind) {
            case PATH -> new PathSource(wireName);
            case QUERY -> new QuerySource(wireName);
            case HEADER -> new HeaderSource(wireName);
            case COOKIE -> new CookieSource(wireName);
            case FORM -> new FormSource(wireName);
            case PART -> new PartSource(wireName);
            case ATTRIBUTE, PARAMS, BODY -> throw new IllegalStateException(kind + " (expected: text with a name)");
        };
    }

    /** The annotation as written, without its name. */
    String text() {
        return FINDERS.stream()
                .filter(finder -> finder.kind == kind)
                .map(finder -> "@" + finder.type.getSimpleName())
                .findFirst()
                .orElseThrow();
    }

    private record Finder<A extends Annotation>(Kind kind, Class<A> type, Function<A, String> name) {

        Stream<Source> find(Declared parameter) {
            return parameter.find(type).map(found -> new Source(kind, name.apply(found))).stream();
        }
    }
}
