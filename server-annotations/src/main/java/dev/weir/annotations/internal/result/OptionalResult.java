package dev.weir.annotations.internal.result;

import dev.weir.http.HttpException;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An {@code Optional} or one of its primitive kin, where empty means that there is no such thing: 404.
 *
 * @param present for what is in it
 */
public record OptionalResult(Result present) implements Result {

    @Override
    public Response response(Object value) throws Exception {
        return present.response(inside(value).orElseThrow(() -> new HttpException(Status.NOT_FOUND)));
    }

    private static Optional<?> inside(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional;
        }
        if (value instanceof OptionalInt number) {
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
        }
        OptionalDouble number = (OptionalDouble) value;
        return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
    }
}
