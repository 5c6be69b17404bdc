package dev.weir.annotations.internal.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Schemas of enums, with their constants as Jackson writes them.
 *
 * @param mapper writes them
 */
record Enums(JsonMapper mapper) {

    Map<String, Object> schema(JavaType type) {
        List<Object> values = new ArrayList<>();
        for (Object constant : type.getRawClass().getEnumConstants()) {
            written(constant).ifPresent(values::add);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        if (values.stream().allMatch(String.class::isInstance)) {
            schema.put("type", "string");
        }
        schema.put("enum", values.stream().distinct().toList());
        return schema;
    }

    /** A constant in JSON. */
    Optional<Object> written(Object constant) {
        try {
            return Optional.ofNullable(mapper.readValue(mapper.writeValueAsString(constant), Object.class));
        } catch (JacksonException e) {
            return Optional.empty(); // then it is no value that anybody will see
        }
    }
}
