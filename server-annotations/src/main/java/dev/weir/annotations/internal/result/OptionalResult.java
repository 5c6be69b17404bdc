package dev.weir.annotations.internal.result;

import dev.weir.http.HttpException;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An {@code Optional}, or one of its kin for primitives, where empty means that there is no such thing: 404.
 *
 * @param present for what is in it
 */
public record OptionalResult(Result present) implements Result {

    @Override
    public Response response(Object value) throws Exception {
        Optional<?> optional = optional(value);
        if (optional.isEmpty()) {
            throw new HttpException(Status.NOT_FOUND);
        }
        return present.response(optional.get());
    }

    private static Optional<?> optional(Object value) {
        if (value instanceof OptionalInt number) {
            return number.stream().boxed().findFirst();
        }
        if (value instanceof OptionalLong number) {
            return number.stream().boxed().findFirst();
        }
        return value instanceof OptionalDouble number ? number.stream().boxed().findFirst() : (Optional<?>) value;
    }
}
