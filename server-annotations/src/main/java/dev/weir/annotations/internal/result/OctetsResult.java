package dev.weir.annotations.internal.result;

import dev.weir.http.Response;
import dev.weir.http.ResponseContent;

/**
 * Octets, sent as they are.
 *
 * @param head status and Content-Type
 */
public record OctetsResult(Response head) implements Result {

    @Override
    public Response response(Object value) {
        return head.withContent(ResponseContent.of((byte[]) value));
    }
}
