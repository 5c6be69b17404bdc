package dev.weir.annotations.internal.result;

import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import java.nio.charset.Charset;

/**
 * A String, sent as text.
 *
 * @param head status and Content-Type
 * @param charset how it is encoded
 */
public record TextResult(Response head, Charset charset) implements Result {

    @Override
    public Response response(Object value) {
        return head.withContent(ResponseContent.of(((String) value).getBytes(charset)));
    }
}
