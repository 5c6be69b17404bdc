package dev.weir.annotations.internal.result;

import dev.weir.http.Response;

/**
 * Nothing returned, nothing sent but the status.
 *
 * @param response the same each time
 */
public record EmptyResult(Response response) implements Result {

    @Override
    public Response response(Object value) {
        return response;
    }
}
