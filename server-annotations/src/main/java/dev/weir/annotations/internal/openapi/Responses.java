package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.description.EndpointDescription;
import dev.weir.annotations.internal.description.OutputDescription;
import dev.weir.annotations.internal.schema.Schema;
import dev.weir.annotations.internal.schema.TypeSchemas;
import dev.weir.annotations.internal.schema.Use;
import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says which responses operations give.
 *
 * @param schemas makes schemas of types
 * @param problems knows the responses that are problem documents
 */
record Responses(TypeSchemas schemas, Problems problems) {

    private static final String DEFAULT = "default";

    /** Fields that are told elsewhere, or are for proxies alone. */
    private static final List<String> UNTOLD = List.of(FieldNames.CONTENT_TYPE, FieldNames.VARY, "X-Accel-Buffering");

    /** The responses of an operation by status, with problems that people told of. */
    Map<String, Object> of(Operation operation, Map<Integer, String> told) {
        Map<String, List<OutputDescription>> outputs = new TreeMap<>();
        TreeSet<Integer> refusals = new TreeSet<>(told.keySet());
        for (EndpointDescription endpoint : operation.endpoints()) {
            endpoint.problems().forEach(status -> refusals.add(status.code()));
            endpoint.outputs().forEach(output -> outputs.computeIfAbsent(
                            output.status()
                                    .map(status -> String.valueOf(status.code()))
                                    .orElse(DEFAULT),
                            key -> new ArrayList<>())
                    .add(output));
        }
        Map<String, Object> responses = new TreeMap<>();
        outputs.forEach((status, same) -> responses.put(status, response(description(status), same, Map.of())));
        for (int code : refusals) {
            String status = String.valueOf(code);
            if (outputs.containsKey(status)) {
                String description = told.getOrDefault(code, description(status));
                responses.put(status, response(description, outputs.get(status), problems.content()));
            } else {
                responses.put(status, told.containsKey(code) ? problems.told(told.get(code)) : problems.refer(code));
            }
        }
        return responses;
    }

    private Map<String, Object> response(
            String description, List<OutputDescription> outputs, Map<String, Object> furtherContent) {
        Map<String, List<Map<String, Object>>> byType = new LinkedHashMap<>();
        Map<String, Object> headers = new TreeMap<>();
        for (OutputDescription output : outputs) {
            output.headers().forEach(field -> addHeader(field, headers));
            boolean isKnown =
                    output.kind() != OutputDescription.Kind.NONE && output.kind() != OutputDescription.Kind.UNKNOWN;
            if (isKnown) {
                byType.computeIfAbsent(output.media().orElse(MediaType.ALL).toString(), key -> new ArrayList<>())
                        .add(mediaType(output));
            }
        }
        Map<String, Object> content = new LinkedHashMap<>();
        byType.forEach((type, forms) -> content.put(type, MediaTypeObjects.merged(forms)));
        content.putAll(furtherContent);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", description);
        if (!headers.isEmpty()) {
            response.put("headers", headers);
        }
        if (!content.isEmpty()) {
            response.put("content", content);
        }
        return response;
    }

    private static String description(String status) {
        return status.equals(DEFAULT) ? "What the method decides upon." : Problems.reason(Integer.parseInt(status));
    }

    private static void addHeader(Headers.Field field, Map<String, Object> headers) {
        if (UNTOLD.stream().noneMatch(field.name()::equalsIgnoreCase)) {
            Map<String, Object> header = new LinkedHashMap<>();
            header.put("schema", Schema.ofType("string"));
            header.put("example", field.value());
            headers.put(field.name(), header);
        }
    }

    private Map<String, Object> mediaType(OutputDescription output) {
        return switch (output.kind()) {
            case JSON -> MediaTypeObjects.of(schemas.of(output.type(), Use.WRITTEN));
            case JSON_ARRAY, JSON_LINES -> MediaTypeObjects.of(Schema.arrayOf(schemas.of(output.type(), Use.WRITTEN)));
            case JSON_EVENTS -> MediaTypeObjects.of(Schema.arrayOf(event(jsonData(output))));
            case EVENTS -> MediaTypeObjects.of(Schema.arrayOf(event(Schema.ofType("string"))));
            case TEXT -> MediaTypeObjects.of(Schema.ofType("string"));
            case OCTETS, NONE, UNKNOWN -> new LinkedHashMap<>();
        };
    }

    private Map<String, Object> jsonData(OutputDescription output) {
        Map<String, Object> data = Schema.ofType("string");
        data.put("contentMediaType", MediaType.APPLICATION_JSON.toString());
        data.put("contentSchema", schemas.of(output.type(), Use.WRITTEN));
        return data;
    }

    /** One server-sent event, field by field. */
    private static Map<String, Object> event(Map<String, Object> data) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", Schema.ofType("string"));
        fields.put("event", Schema.ofType("string"));
        fields.put("data", data);
        fields.put("retry", Schema.ofType("integer"));
        Map<String, Object> event = Schema.ofType("object");
        event.put("properties", fields);
        return event;
    }
}
