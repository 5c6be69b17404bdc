package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.bind.SplitSource;
import dev.weir.annotations.internal.description.EndpointDescription;
import dev.weir.annotations.internal.description.InputDescription;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.annotations.internal.schema.Constrained;
import dev.weir.annotations.internal.schema.Schema;
import dev.weir.annotations.internal.schema.TypeSchemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what operations take under names.
 *
 * @param schemas makes schemas of types
 */
record Parameters(TypeSchemas schemas) {

    /** Fields that OpenAPI has other words for, and ignores here. */
    private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

    private static final Map<String, String> STYLES = Map.of(",", "form", "|", "pipeDelimited", " ", "spaceDelimited");

    /** The parameters of an operation; fields of forms are content. */
    List<Object> of(Operation operation) {
        Map<String, List<InputDescription>> byName = new LinkedHashMap<>();
        List<String> variables = operation.variables();
        variables.forEach(name -> byName.put("path " + name, new ArrayList<>()));
        for (EndpointDescription endpoint : operation.endpoints()) {
            for (InputDescription input : endpoint.inputs()) {
                if (isParameter(input)) {
                    byName.computeIfAbsent(input.in() + " " + input.name(), key -> new ArrayList<>())
                            .add(input);
                }
            }
        }
        List<Object> parameters = new ArrayList<>();
        byName.forEach((key, inputs) -> {
            int variable = key.startsWith("path ") ? variables.indexOf(key.substring(5)) : -1;
            parameters.add(
                    variable < 0
                            ? named(inputs, operation)
                            : variable(variables.get(variable), variable, inputs, operation));
        });
        return parameters;
    }

    private static boolean isParameter(InputDescription input) {
        boolean isIgnored =
                input.in().equals("header") && IGNORED.contains(input.name().toLowerCase(Locale.ROOT));
        return Set.of("path", "query", "header", "cookie").contains(input.in()) && !isIgnored;
    }

    private Map<String, Object> variable(String name, int index, List<InputDescription> inputs, Operation operation) {
        Map<String, Object> schema = inputs.isEmpty()
                ? Schema.ofType("string")
                : Schema.anyOf(inputs.stream().map(this::schema).toList());
        Optional<String> expression = operation.expression(index);
        if (expression.isPresent() && "string".equals(schema.get("type"))) {
            Schema.pattern(schema, expression.get());
        }
        return parameter("path", name, true, schema);
    }

    private Map<String, Object> named(List<InputDescription> inputs, Operation operation) {
        InputDescription first = inputs.get(0);
        boolean isRequired = inputs.stream().allMatch(Parameters::isRequired)
                && inputs.size() >= operation.endpoints().size();
        Map<String, Object> parameter = parameter(
                first.in(),
                first.name(),
                isRequired,
                Schema.anyOf(inputs.stream().map(this::schema).toList()));
        if (isArray(first) && first.separator().isPresent() && first.in().equals("query")) {
            parameter.put("style", STYLES.get(first.separator().get()));
            parameter.put("explode", false);
        }
        return parameter;
    }

    private static Map<String, Object> parameter(
            String in, String name, boolean isRequired, Map<String, Object> schema) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        if (isRequired) {
            parameter.put("required", true);
        }
        parameter.put("schema", schema);
        return parameter;
    }

    /** Whether a request without it is refused, be it by a constraint. */
    static boolean isRequired(InputDescription input) {
        boolean isDemanded = input.isCollection()
                ? Constrained.refusesNone(input.annotations())
                : Constrained.refusesNull(input.annotations());
        return input.isRequired() || isDemanded && input.defaultValue().isEmpty();
    }

    /** The schema of an input, default value and constraints included. */
    Map<String, Object> schema(InputDescription input) {
        Class<?> type = GenericTypes.erased(input.type());
        boolean isArray = isArray(input);
        boolean isText = input.isCollection() && !isArray && input.separator().isPresent();
        Map<String, Object> one = isText ? Schema.ofType("string") : schemas.ofText(type);
        Map<String, Object> schema =
                new LinkedHashMap<>(isText ? one : constrained(isArray ? Schema.arrayOf(one) : one, isArray, input));
        input.defaultValue().ifPresent(text -> schema.put("default", isText ? text : defaultValue(input, type, text)));
        return schema;
    }

    private static Map<String, Object> constrained(
            Map<String, Object> schema, boolean isArray, InputDescription input) {
        return input.isCollection() && !isArray
                ? Constrained.element(schema, input.annotations())
                : Constrained.schema(schema, input.annotations());
    }

    private Object defaultValue(InputDescription input, Class<?> type, String text) {
        if (!isArray(input)) {
            return schemas.valueOfText(type, text);
        }
        List<String> texts = input.separator()
                .map(separator -> SplitSource.split(text, separator))
                .orElse(List.of(text));
        return texts.stream().map(each -> schemas.valueOfText(type, each)).toList();
    }

    /** Whether OpenAPI can say how several values are written there; where it cannot, one value or the whole text is. */
    static boolean isArray(InputDescription input) {
        if (!input.isCollection()) {
            return false;
        }
        String separator = input.separator().orElse("");
        return switch (input.in()) {
            case "query" -> separator.isEmpty() || STYLES.containsKey(separator);
            case "part" -> separator.isEmpty();
            case "form" -> separator.isEmpty() || separator.equals(",");
            case "header", "path" -> separator.equals(",");
            default -> false;
        };
    }
}
