package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.schema.Schema;
import dev.weir.http.MediaType;
import dev.weir.http.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The responses that are problem documents, of which each is described once; used by one thread. */
final class Problems {

    private static final String PROBLEM = "Problem";
    private static final String ERROR = "ProblemError";

    /** Names of schemas that nothing else may have. */
    static final Set<String> NAMES = Set.of(PROBLEM, ERROR);

    /** Those that somebody referred to, by name. */
    private final Map<String, Object> responses = new TreeMap<>();

    private boolean isUsed;

    /** A reference to the response of that status. */
    Map<String, Object> refer(int code) {
        String reason = reason(code);
        String name = reason.replace(" ", "");
        responses.put(name, told(reason));
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$ref", "#/components/responses/" + name);
        return reference;
    }

    /** What a status is called, for people. */
    static String reason(int code) {
        String reason = Status.of(code).reason();
        return reason.isEmpty() ? "Status " + code : reason;
    }

    /** The response of a problem that somebody told of. */
    Map<String, Object> told(String description) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", description);
        response.put("content", content());
        return response;
    }

    /** The content of such responses. */
    Map<String, Object> content() {
        isUsed = true;
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(MediaType.APPLICATION_PROBLEM_JSON.toString(), MediaTypeObjects.of(reference(PROBLEM)));
        return content;
    }

    /** The responses that were referred to. */
    Map<String, Object> responses() {
        return responses;
    }

    /** The schemas that were referred to. */
    Map<String, Object> schemas() {
        Map<String, Object> schemas = new TreeMap<>();
        if (isUsed) {
            schemas.put(PROBLEM, problem());
            schemas.put(ERROR, error());
        }
        return schemas;
    }

    private static Map<String, Object> problem() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", Schema.ofType("string", "uri-reference"));
        members.put("title", Schema.ofType("string"));
        members.put("status", Schema.ofType("integer", "int32"));
        members.put("detail", Schema.ofType("string"));
        members.put("instance", Schema.ofType("string", "uri-reference"));
        members.put("errors", Schema.arrayOf(reference(ERROR)));
        return described("What went wrong with a request (RFC 9457).", members, List.of("type", "title", "status"));
    }

    private static Map<String, Object> error() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("in", Schema.ofType("string"));
        members.put("name", Schema.ofType("string"));
        members.put("pointer", Schema.ofType("string", "uri-reference"));
        members.put("code", Schema.ofType("string"));
        members.put("detail", Schema.ofType("string"));
        members.put("expected", Schema.ofType("string"));
        members.put("allowed", Schema.arrayOf(Schema.ofType("string")));
        members.put("line", Schema.ofType("integer", "int32"));
        members.put("column", Schema.ofType("integer", "int32"));
        return described("One fault of a request, and where it is.", members, List.of("code", "detail"));
    }

    private static Map<String, Object> described(
            String description, Map<String, Object> members, List<String> required) {
        Map<String, Object> schema = Schema.ofType("object");
        schema.put("description", description);
        schema.put("properties", members);
        schema.put("required", required);
        return schema;
    }

    private static Map<String, Object> reference(String name) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$ref", "#/components/schemas/" + name);
        return reference;
    }
}
