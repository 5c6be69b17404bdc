package dev.weir.annotations.internal.result;

import dev.weir.http.HttpException;
import dev.weir.http.Response;
import dev.weir.http.Status;

/**
 * A result that is declared to be null at times, which means that there is no such thing: 404.
 *
 * @param present for every other value
 */
public record NullableResult(Result present) implements Result {

    @Override
    public Response response(Object value) throws Exception {
        if (value == null) {
            throw new HttpException(Status.NOT_FOUND);
        }
        return present.response(value);
    }
}
