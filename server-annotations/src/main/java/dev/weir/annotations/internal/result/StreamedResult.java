package dev.weir.annotations.internal.result;

import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import java.io.InputStream;

/**
 * An {@code InputStream}, sent as it is and closed afterwards.
 *
 * @param head status and Content-Type
 */
public record StreamedResult(Response head) implements Result {

    @Override
    public Response response(Object value) {
        return head.withContent(ResponseContent.of((InputStream) value));
    }
}
