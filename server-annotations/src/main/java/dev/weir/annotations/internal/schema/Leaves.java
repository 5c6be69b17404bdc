package dev.weir.annotations.internal.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;

/**
 * Schemas of types of which only their serializer knows what they are in JSON: as much as it tells, which may be nothing.
 *
 * @param mapper has the serializers
 */
record Leaves(JsonMapper mapper) {

    Map<String, Object> schema(JavaType type) {
        try {
            return schema(mapper._serializationContext().findValueSerializer(type), type);
        } catch (JacksonException e) {
            return new LinkedHashMap<>(); // whatever it is, Jackson does not write it
        }
    }

    static Map<String, Object> schema(ValueSerializer<?> serializer, JavaType type) {
        Listener listener = new Listener();
        serializer.acceptJsonFormatVisitor(listener, type);
        return listener.schema;
    }

    /** Told by a serializer what it writes. */
    private static final class Listener extends JsonFormatVisitorWrapper.Base {

        private final Map<String, Object> schema = new LinkedHashMap<>();

        private void found(String type) {
            schema.put("type", type);
        }

        @Override
        public JsonStringFormatVisitor expectStringFormat(JavaType type) {
            found("string");
            return new JsonStringFormatVisitor.Base() {
                @Override
                public void enumTypes(Set<String> values) {
                    List<String> all = new ArrayList<>(values);
                    schema.put("enum", all);
                }
            };
        }

        @Override
        public JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
            found("number");
            return null;
        }

        @Override
        public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
            // Jackson says so of moments, too, of which it writes the seconds with their fraction.
            found(type.getRawClass().getName().startsWith("java.time.") ? "number" : "integer");
            return null;
        }

        @Override
        public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
            found("boolean");
            return null;
        }

        @Override
        public JsonArrayFormatVisitor expectArrayFormat(JavaType type) {
            found("array");
            return null;
        }

        @Override
        public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
            found("object");
            return null;
        }

        @Override
        public JsonMapFormatVisitor expectMapFormat(JavaType type) {
            found("object");
            return null;
        }
    }
}
