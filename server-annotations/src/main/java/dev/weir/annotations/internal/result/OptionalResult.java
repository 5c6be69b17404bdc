package dev.weir.annotations.internal.result;

import dev.weir.http.HttpException;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.Optional;

/**
 * An {@code Optional}, where empty means that there is no such thing: 404.
 *
 * @param present for what is in it
 */
public record OptionalResult(Result present) implements Result {

    @Override
    public Response response(Object value) throws Exception {
        Optional<?> optional = (Optional<?>) value;
        if (optional.isEmpty()) {
            throw new HttpException(Status.NOT_FOUND);
        }
        return present.response(optional.get());
    }
}
