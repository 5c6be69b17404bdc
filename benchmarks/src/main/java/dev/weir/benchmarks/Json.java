package dev.weir.benchmarks;

import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.Status;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Jackson for handlers: one prepared writer or reader for each type. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final ObjectWriter MESSAGE = MAPPER.writerFor(Message.class);
    private static final ObjectWriter VIEW = MAPPER.writerFor(OrderView.class);
    private static final ObjectWriter ORDER = MAPPER.writerFor(Order.class);
    private static final ObjectReader ORDER_READER = MAPPER.readerFor(Order.class);

    private Json() {}

    static Response of(Message message) {
        return response(MESSAGE, message);
    }

    static Response of(OrderView view) {
        return response(VIEW, view);
    }

    static Response of(Order order) {
        return response(ORDER, order);
    }

    private static Response response(ObjectWriter writer, Object value) {
        return Response.bytes(MediaType.APPLICATION_JSON, writer.writeValueAsBytes(value));
    }

    static Order order(byte[] text) {
        try {
            return ORDER_READER.readValue(text);
        } catch (JacksonException e) {
            throw new HttpException(Status.BAD_REQUEST, "The content has to be an order as JSON.");
        }
    }
}
