package dev.weir.annotations.internal.result;

import dev.weir.http.Response;

/** A response, sent as it is. */
public record ResponseResult() implements Result {

    @Override
    public Response response(Object value) {
        return (Response) value;
    }
}
