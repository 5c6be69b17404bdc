package dev.weir.benchmarks.peers;

import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Jackson, with one prepared writer or reader for each type. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();
    static final ObjectWriter MESSAGE = MAPPER.writerFor(Application.Message.class);
    static final ObjectWriter VIEW = MAPPER.writerFor(Application.OrderView.class);
    static final ObjectWriter ORDER = MAPPER.writerFor(Application.Order.class);
    static final ObjectReader ORDER_READER = MAPPER.readerFor(Application.Order.class);

    private Json() {}
}
