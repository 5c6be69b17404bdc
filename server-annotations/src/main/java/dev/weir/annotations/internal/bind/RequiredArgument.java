package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.util.List;
import java.util.Optional;

/**
 * A value that has to be there.
 *
 * @param scalar the value
 */
public record RequiredArgument(Scalar scalar) implements Argument {

    @Override
    public Object from(Request request) throws InvalidArgumentException {
        Optional<Object> value = scalar.value(request);
        if (value.isEmpty()) {
            throw new InvalidArgumentException(ArgumentError.missing(scalar.source()));
        }
        return value.get();
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
