package dev.weir.annotations.internal.result;

import dev.weir.http.Headers;
import dev.weir.http.Response;
import java.util.function.Function;

/**
 * A response, or what has all that makes one, sent as it is but for field lines that it leaves to the method's annotations.
 *
 * @param headers those field lines
 * @param whole makes the response of the value
 */
public record ResponseResult(Headers headers, Function<Object, Response> whole) implements Result {

    @Override
    public Response response(Object value) {
        Response given = whole.apply(value);
        return headers.isEmpty() ? given : given.withHeaders(given.headers().plusAll(left(given)));
    }

    private Headers left(Response given) {
        Headers left = headers;
        for (Headers.Field field : headers) {
            if (given.headers().contains(field.name())) {
                left = left.without(field.name());
            }
        }
        return left;
    }
}
