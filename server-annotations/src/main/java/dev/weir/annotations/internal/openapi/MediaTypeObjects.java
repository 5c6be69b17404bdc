package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes what OpenAPI calls media type objects: the schema of content of one media type. */
final class MediaTypeObjects {

    private static final String SCHEMA = "schema";

    private MediaTypeObjects() {}

    static Map<String, Object> of(Map<String, Object> schema) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(SCHEMA, schema);
        return object;
    }

    /** One for content that is of one of several forms. */
    @SuppressWarnings("unchecked") // schemas are such maps
    static Map<String, Object> merged(List<Map<String, Object>> forms) {
        if (forms.size() == 1) {
            return forms.get(0);
        }
        List<Map<String, Object>> schemas = forms.stream()
                .filter(form -> form.containsKey(SCHEMA))
                .map(form -> (Map<String, Object>) form.get(SCHEMA))
                .toList();
        // One without a schema may be anything, and so may all of them.
        return schemas.size() < forms.size() ? new LinkedHashMap<>() : of(Schema.anyOf(schemas));
    }
}
