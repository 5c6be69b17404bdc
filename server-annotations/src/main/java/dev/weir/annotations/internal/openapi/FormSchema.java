package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.description.InputDescription;
import dev.weir.annotations.internal.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the fields or parts of a form, which are members of an object in OpenAPI; used once. */
final class FormSchema {

    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final Map<String, Object> encoding = new LinkedHashMap<>();
    private final List<String> required = new ArrayList<>();

    /** Adds one under its name. */
    void add(InputDescription input, Map<String, Object> schema) {
        properties.put(input.name(), schema);
        if (Parameters.isRequired(input) && !required.contains(input.name())) {
            required.add(input.name());
        }
    }

    /** Says how one is written. */
    void encode(InputDescription input, String keyword, Object value) {
        encoding.put(input.name(), Map.of(keyword, value));
    }

    /** All of it as content of a media type. */
    Map<String, Object> mediaType() {
        Map<String, Object> schema = Schema.ofType("object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        Map<String, Object> form = MediaTypeObjects.of(schema);
        if (!encoding.isEmpty()) {
            form.put("encoding", encoding);
        }
        return form;
    }
}
