package dev.weir.annotations.internal.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Small schemas and what is made of them; a schema is a map from keywords. */
public final class Schema {

    private static final String TYPE = "type";
    private static final String ENUM = "enum";
    private static final String NULL = "null";

    private Schema() {}

    /** Of values of a type that JSON has. */
    public static Map<String, Object> ofType(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, type);
        return schema;
    }

    /** The same with a format. */
    public static Map<String, Object> ofType(String type, String format) {
        Map<String, Object> schema = ofType(type);
        schema.put("format", format);
        return schema;
    }

    /** Of arrays. */
    public static Map<String, Object> arrayOf(Map<String, Object> items) {
        Map<String, Object> schema = ofType("array");
        schema.put("items", items);
        return schema;
    }

    /** Of objects whose members have any names. */
    public static Map<String, Object> mapOf(Map<String, Object> values) {
        Map<String, Object> schema = ofType("object");
        schema.put("additionalProperties", values);
        return schema;
    }

    /** The same that null fulfils, too. */
    public static Map<String, Object> nullable(Map<String, Object> schema) {
        if (schema.isEmpty() || schema.get(TYPE) instanceof List<?>) {
            return schema;
        }
        if (!(schema.get(TYPE) instanceof String type) || schema.containsKey("const")) {
            Map<String, Object> either = new LinkedHashMap<>();
            either.put("anyOf", List.of(schema, ofType(NULL)));
            return either;
        }
        Map<String, Object> wider = new LinkedHashMap<>(schema);
        wider.put(TYPE, List.of(type, NULL));
        if (schema.get(ENUM) instanceof List<?> values) {
            List<Object> all = new ArrayList<>(values);
            all.add(null);
            wider.put(ENUM, all);
        }
        return wider;
    }

    /** The same that null does not fulfil. */
    static Map<String, Object> notNull(Map<String, Object> schema) {
        if (schema.get(TYPE) instanceof List<?> types && types.size() == 2 && types.contains(NULL)) {
            Map<String, Object> narrower = new LinkedHashMap<>(schema);
            narrower.put(TYPE, types.get(0));
            if (schema.get(ENUM) instanceof List<?> values) {
                narrower.put(ENUM, values.stream().filter(Objects::nonNull).toList());
            }
            return narrower;
        }
        boolean isEither = schema.get("anyOf") instanceof List<?> either
                && either.size() == 2
                && either.get(1).equals(ofType(NULL));
        @SuppressWarnings("unchecked") // schemas are such maps
        Map<String, Object> first = isEither ? ((List<Map<String, Object>>) schema.get("anyOf")).get(0) : schema;
        return first;
    }

    /** Says that text matches an expression of Java as a whole, if JSON Schema has it as well. */
    public static void pattern(Map<String, Object> schema, String expression) {
        if (SharedExpression.isShared(expression)) {
            schema.put("pattern", SharedExpression.whole(expression));
        }
    }

    /** Of whatever fulfils one of them, at least one; those that are alike count once. */
    public static Map<String, Object> anyOf(List<Map<String, Object>> schemas) {
        List<Map<String, Object>> distinct = schemas.stream().distinct().toList();
        if (distinct.size() == 1) {
            return distinct.get(0);
        }
        Map<String, Object> either = new LinkedHashMap<>();
        either.put("anyOf", distinct);
        return either;
    }
}
