package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.schema.Resolution;
import dev.weir.annotations.internal.schema.TypeSchemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts an OpenAPI document together; used once. */
public final class ApiDocument {

    private final TypeSchemas schemas = new TypeSchemas();
    private final Problems problems = new Problems();
    private final Parameters parameters = new Parameters(schemas);
    private final Contents contents = new Contents(schemas, parameters);
    private final Responses responses = new Responses(schemas, problems);
    private final ApiTexts texts;

    private ApiDocument(ApiTexts texts) {
        this.texts = texts;
    }

    /** The document: maps, lists and plain values. */
    public static Object of(List<OperationPlace> operations, ApiTexts texts) {
        return new ApiDocument(texts).make(operations);
    }

    private Object make(List<OperationPlace> operations) {
        Map<String, Object> paths = new TreeMap<>();
        for (OperationPlace operation : operations) {
            @SuppressWarnings("unchecked") // nothing else is put there
            Map<String, Object> item =
                    (Map<String, Object>) paths.computeIfAbsent(operation.path(), key -> new LinkedHashMap<>());
            item.put(operation.verb(), operation(Operation.at(operation)));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.1");
        document.put("info", info());
        List<Object> tags = tags(operations);
        if (!tags.isEmpty()) {
            document.put("tags", tags);
        }
        document.put("paths", paths);
        Resolution names = schemas.resolve(Problems.NAMES);
        Map<String, Object> components = components(names);
        if (!components.isEmpty()) {
            document.put("components", components);
        }
        return names.addresses().apply(document);
    }

    private Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", texts.title());
        texts.description().ifPresent(text -> info.put("description", text));
        info.put("version", texts.version());
        return info;
    }

    private List<Object> tags(List<OperationPlace> operations) {
        List<Object> tags = new ArrayList<>();
        operations.stream().map(OperationPlace::tag).distinct().sorted().forEach(name -> {
            Map<String, Object> tag = new LinkedHashMap<>();
            tag.put("name", name);
            Optional.ofNullable(texts.tags().get(name)).ifPresent(text -> tag.put("description", text));
            tags.add(tag);
        });
        return tags;
    }

    private Map<String, Object> operation(Operation operation) {
        String id = operation.place().id();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("tags", List.of(operation.place().tag()));
        Optional.ofNullable(texts.operations().get(id)).ifPresent(text -> {
            members.put("summary", text.summary());
            text.description().ifPresent(more -> members.put("description", more));
        });
        members.put("operationId", id);
        List<Object> taken = parameters.of(operation);
        if (!taken.isEmpty()) {
            members.put("parameters", taken);
        }
        contents.of(operation).ifPresent(content -> members.put("requestBody", content));
        members.put("responses", responses.of(operation, texts.problems().getOrDefault(id, Map.of())));
        return members;
    }

    private Map<String, Object> components(Resolution names) {
        Map<String, Object> all = new TreeMap<>(problems.schemas());
        all.putAll(names.schemas());
        Map<String, Object> components = new LinkedHashMap<>();
        if (!all.isEmpty()) {
            components.put("schemas", all);
        }
        if (!problems.responses().isEmpty()) {
            components.put("responses", problems.responses());
        }
        return components;
    }
}
