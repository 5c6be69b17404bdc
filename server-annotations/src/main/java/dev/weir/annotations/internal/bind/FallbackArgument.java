package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.util.List;

/**
 * A value that something else stands in for when it is missing.
 *
 * @param scalar the value
 * @param fallback what stands in, converted at start-up: a default, or null for a parameter that may be null
 */
public record FallbackArgument(Scalar scalar, Object fallback) implements Argument {

    @Override
    public Object from(Request request) throws InvalidArgumentException {
        return scalar.value(request).orElse(fallback);
    }

    @Override
    public List<ValueSource> sources() {
        return List.of(scalar.source());
    }

    @Override
    public boolean takesFormField() {
        return scalar.source().isForm();
    }
}
