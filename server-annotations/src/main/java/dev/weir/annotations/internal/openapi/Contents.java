package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.description.ContentDescription;
import dev.weir.annotations.internal.description.EndpointDescription;
import dev.weir.annotations.internal.description.InputDescription;
import dev.weir.annotations.internal.description.PartDescription;
import dev.weir.annotations.internal.schema.Constrained;
import dev.weir.annotations.internal.schema.Schema;
import dev.weir.annotations.internal.schema.TypeSchemas;
import dev.weir.annotations.internal.schema.Use;
import dev.weir.http.MediaType;
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
            case JSON ->
                MediaTypeObjects.of(Constrained.schema(schemas.of(content.type(), Use.READ), content.annotations()));
            case TEXT -> MediaTypeObjects.of(Constrained.schema(Schema.ofType("string"), content.annotations()));
            case OCTETS -> new LinkedHashMap<>();
            case PARTS -> parts(endpoint.parts());
            case FORM ->
                form(endpoint.inputs().stream()
                        .filter(input -> input.in().equals("form"))
                        .toList());
        };
    }

    private Map<String, Object> form(List<InputDescription> fields) {
        FormSchema form = new FormSchema();
        for (InputDescription field : fields) {
            form.add(field, parameters.schema(field));
            if (Parameters.isArray(field) && field.separator().isPresent()) {
                form.encode(field, "explode", false);
            }
        }
        return form.mediaType();
    }

    private Map<String, Object> parts(List<PartDescription> parts) {
        FormSchema form = new FormSchema();
        for (PartDescription part : parts) {
            InputDescription input = part.input();
            switch (part.kind()) {
                case TEXT -> form.add(input, parameters.schema(input));
                case FILE -> {
                    form.add(input, constrained(Schema.ofType("string", "binary"), input));
                    form.encode(input, "contentType", MediaType.APPLICATION_OCTET_STREAM.toString());
                }
                case JSON -> {
                    form.add(input, constrained(schemas.of(input.type(), Use.READ), input));
                    form.encode(input, "contentType", MediaType.APPLICATION_JSON.toString());
                }
            }
        }
        return form.mediaType();
    }

    private static Map<String, Object> constrained(Map<String, Object> one, InputDescription input) {
        return Constrained.schema(input.isCollection() ? Schema.arrayOf(one) : one, input.annotations());
    }
}
