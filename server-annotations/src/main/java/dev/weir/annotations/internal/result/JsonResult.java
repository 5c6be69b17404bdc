package dev.weir.annotations.internal.result;

import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.json.JsonWriter;

/**
 * A value, sent as JSON that is complete before the response is: its length is known, and a fault while writing is
 * answered properly.
 *
 * @param head status and Content-Type
 * @param writer for the method's declared type
 */
public record JsonResult(Response head, JsonWriter writer) implements Result {

    @Override
    public Response response(Object value) {
        return head.withContent(ResponseContent.of(writer.write(value)));
    }
}
