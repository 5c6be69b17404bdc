package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;

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
    public boolean takesFormField() {
        return scalar.source().isForm();
    }
}
