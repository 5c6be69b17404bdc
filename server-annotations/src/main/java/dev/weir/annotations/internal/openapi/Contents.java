package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.description.ContentDescription;
import dev.weir.annotations.internal.description.EndpointDescription;
import dev.weir.annotations.internal.description.InputDescription;
import dev.weir.annotations.internal.schema.Schema;
import dev.weir.annotations.internal.schema.TypeSchemas;
import dev.weir.annotations.internal.schema.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says what operations take of the content of requests.
 *
 * @param schemas makes schemas of types
 * @param parameters makes schemas of fields of forms
 */
record Contents(TypeSchemas schemas, Parameters parameters) {

    /** The content of requests, if the operation takes any. */
    Optional<Map<String, Object>> of(Operation operation) {
        Map<String, List<Map<String, Object>>> byType = new TreeMap<>();
        boolean isRequired = true;
        for (EndpointDescription endpoint : operation.endpoints()) {
            isRequired &=
                    endpoint.content().filter(ContentDescription::isRequired).isPresent();
            endpoint.content().ifPresent(content -> content.types()
                    .forEach(type -> byType.computeIfAbsent(type.toString(), key -> new ArrayList<>())
                            .add(mediaType(content, endpoint))));
        }
        if (byType.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> content = new LinkedHashMap<>();
        byType.forEach((type, forms) -> content.put(type, MediaTypeObjects.merged(forms)));
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("content", content);
        if (isRequired) {
            request.put("required", true);
        }
        return Optional.of(request);
    }

    private Map<String, Object> mediaType(ContentDescription content, EndpointDescription endpoint) {
        return switch (content.kind()) {
            case JSON -> MediaTypeObjects.of(schemas.of(content.type(), Use.READ));
            case TEXT -> MediaTypeObjects.of(Schema.ofType("string"));
            case OCTETS -> new LinkedHashMap<>();
            case FORM ->
                form(endpoint.inputs().stream()
                        .filter(input -> input.in().equals("form"))
                        .toList());
        };
    }

    private Map<String, Object> form(List<InputDescription> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> encoding = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (InputDescription field : fields) {
            properties.put(field.name(), parameters.schema(field));
            if (field.isRequired()) {
                required.add(field.name());
            }
            if (Parameters.isArray(field) && field.separator().isPresent()) {
                encoding.put(field.name(), Map.of("explode", false));
            }
        }
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
