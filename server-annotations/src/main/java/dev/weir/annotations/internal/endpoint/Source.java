package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.Body;
import dev.weir.annotations.CookieParam;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.internal.bind.CookieSource;
import dev.weir.annotations.internal.bind.HeaderSource;
import dev.weir.annotations.internal.bind.PathSource;
import dev.weir.annotations.internal.bind.QuerySource;
import dev.weir.annotations.internal.bind.ValueSource;
import dev.weir.annotations.internal.reflect.Declared;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An annotation that says where a parameter comes from.
 *
 * @param annotation its simple name
 * @param name the name given in it; empty if none is
 * @param values makes the source of a name; empty for content
 */
record Source(String annotation, String name, Optional<Function<String, ValueSource>> values) {

    /** Every such annotation on a parameter. */
    static List<Source> allOf(Declared parameter) {
        return List.of(
                        text(parameter, PathParam.class, PathParam::value, PathSource::new),
                        text(parameter, QueryParam.class, QueryParam::value, QuerySource::new),
                        text(parameter, HeaderParam.class, HeaderParam::value, HeaderSource::new),
                        text(parameter, CookieParam.class, CookieParam::value, CookieSource::new),
                        parameter.find(Body.class).map(found -> new Source("Body", "", Optional.empty())))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static <A extends Annotation> Optional<Source> text(
            Declared parameter, Class<A> type, Function<A, String> name, Function<String, ValueSource> values) {
        return parameter
                .find(type)
                .map(found -> new Source(type.getSimpleName(), name.apply(found), Optional.of(values)));
    }

    boolean isPath() {
        return annotation.equals("PathParam");
    }

    boolean isContent() {
        return values.isEmpty();
    }

    /** The name on the wire; empty if neither the annotation nor the class file tells it. */
    Optional<String> wireName(ParameterSpec parameter) {
        if (!name.isEmpty()) {
            return Optional.of(name);
        }
        return annotation.equals("HeaderParam") ? parameter.name().map(HeaderSource::fieldName) : parameter.name();
    }
}
