package dev.weir.annotations.internal.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says in keywords of JSON Schema what constraints say, as far as it can: nothing that the server would take is ruled out,
 * but for the odd string, whose length JSON Schema counts in characters and Java in UTF-16.
 */
final class ConstraintKeywords {

    private static final String PATTERN = "pattern";

    private final Map<String, Object> schema;

    /** The type in JSON; empty if it is not known, or there are several. */
    private final String type;

    private ConstraintKeywords(Map<String, Object> schema) {
        this.schema = schema;
        this.type = type(schema.get("type"));
    }

    private static String type(Object declared) {
        if (declared instanceof List<?> several) {
            List<?> others = several.stream().filter(one -> !one.equals("null")).toList();
            return others.size() == 1 ? String.valueOf(others.get(0)) : "";
        }
        return declared == null ? "" : String.valueOf(declared);
    }

    /** Adds the keywords of a constraint to a schema, where it has none already that say more. */
    static void add(DeclaredConstraint constraint, Map<String, Object> schema) {
        new ConstraintKeywords(schema).add(constraint);
    }

    private void add(DeclaredConstraint constraint) {
        switch (type) {
            case "integer", "number" -> addOfNumber(constraint);
            case "boolean" -> addOfBoolean(constraint);
            case "string" -> {
                addSize(constraint, "minLength", "maxLength");
                addOfText(constraint);
            }
            case "array" -> {
                addSize(constraint, "minItems", "maxItems");
                if (constraint.name().equals("UniqueElements")) {
                    schema.put("uniqueItems", true);
                }
            }
            case "object" -> addSize(constraint, "minProperties", "maxProperties");
            default -> {
                // of what is not known nothing can be said
            }
        }
    }

    private void addOfNumber(DeclaredConstraint constraint) {
        boolean isInteger = type.equals("integer");
        switch (constraint.name()) {
            case "Min" -> least("minimum", constraint.number("value"));
            case "Max" -> most("maximum", constraint.number("value"));
            case "Range" -> {
                least("minimum", constraint.number("min"));
                most("maximum", constraint.number("max"));
            }
            case "DecimalMin" ->
                least(
                        constraint.isSet("inclusive") ? "minimum" : "exclusiveMinimum",
                        new BigDecimal(constraint.text("value")));
            case "DecimalMax" ->
                most(
                        constraint.isSet("inclusive") ? "maximum" : "exclusiveMaximum",
                        new BigDecimal(constraint.text("value")));
            case "PositiveOrZero" -> least("minimum", 0);
            case "NegativeOrZero" -> most("maximum", 0);
            case "Positive" -> least(isInteger ? "minimum" : "exclusiveMinimum", isInteger ? 1 : 0);
            case "Negative" -> most(isInteger ? "maximum" : "exclusiveMaximum", isInteger ? -1 : 0);
            default -> {
                // for one of other types, or with no words in JSON Schema
            }
        }
    }

    private void addOfBoolean(DeclaredConstraint constraint) {
        if (constraint.name().equals("AssertTrue") || constraint.name().equals("AssertFalse")) {
            // no const, which would rule out the null that may be there
            schema.put("enum", new ArrayList<>(List.of(constraint.name().equals("AssertTrue"))));
        }
    }

    private void addSize(DeclaredConstraint constraint, String least, String most) {
        boolean isLength = constraint.name().equals("Length") && type.equals("string");
        if (constraint.name().equals("Size") || isLength) {
            if (constraint.number("min").intValue() > 0) {
                least(least, constraint.number("min"));
            }
            if (constraint.number("max").intValue() < Integer.MAX_VALUE) {
                most(most, constraint.number("max"));
            }
        } else if (constraint.name().equals("NotEmpty")) {
            least(least, 1);
        }
    }

    private void addOfText(DeclaredConstraint constraint) {
        switch (constraint.name()) {
            case "NotBlank" -> {
                least("minLength", 1);
                pattern("\\S");
            }
            case "Pattern" -> matching(constraint);
            case "Email" -> {
                schema.putIfAbsent("format", "email");
                matching(constraint);
            }
            default -> {
                // for one of other types, or with no words in JSON Schema
            }
        }
    }

    private void matching(DeclaredConstraint constraint) {
        String expression = constraint.text("regexp");
        if (!expression.equals(".*") && constraint.hasNone("flags") && SharedExpression.isShared(expression)) {
            pattern(SharedExpression.whole(expression));
        }
    }

    /** One more expression to match; a schema has a place for one, and others go into schemas that hold as well. */
    private void pattern(String expression) {
        Object first = schema.putIfAbsent(PATTERN, expression);
        if (first == null || first.equals(expression)) {
            return;
        }
        List<Object> all = new ArrayList<>(schema.get("allOf") instanceof List<?> others ? others : List.of());
        Map<String, Object> further = Map.of(PATTERN, expression);
        if (!all.contains(further)) {
            all.add(further);
        }
        schema.put("allOf", all);
    }

    private void least(String keyword, Number value) {
        bound(keyword, value, -1);
    }

    private void most(String keyword, Number value) {
        bound(keyword, value, 1);
    }

    private void bound(String keyword, Number value, int wider) {
        boolean isNarrower = Optional.ofNullable(schema.get(keyword))
                .map(present -> Integer.signum(decimal(present).compareTo(decimal(value))) == wider)
                .orElse(true);
        if (isNarrower) {
            schema.put(keyword, value);
        }
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(String.valueOf(number));
    }
}
