package dev.weir.annotations.internal.bind;

import dev.weir.annotations.internal.convert.Converter;
import dev.weir.annotations.internal.convert.InvalidValueException;
import dev.weir.http.Request;
import java.util.Optional;

/**
 * A single converted value of a request.
 *
 * @param source where it stands
 * @param converter what makes it of text
 */
public record Scalar(ValueSource source, Converter converter) {

    /** The value; empty if it is missing, or empty where that is no value. */
    Optional<Object> value(Request request) throws InvalidArgumentException {
        Optional<String> text = source.single(request);
        if (text.isEmpty() || text.get().isEmpty() && !converter.takesEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(converter.convert(text.get()));
        } catch (InvalidValueException e) {
            throw new InvalidArgumentException(ArgumentError.invalid(source, e));
        }
    }
}
