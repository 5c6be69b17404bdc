package dev.weir.annotations.internal.schema;

import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.json.Patched;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Adds to schemas what constraints say that stand on a parameter or a member, and on what is in it. */
public final class Constrained {

    /** Constraints that null does not hold. */
    private static final Set<String> NOT_NULL = Set.of("NotNull", "NotBlank", "NotEmpty");

    private Constrained() {}

    /** The schema of a value with what constraints say of it. */
    public static Map<String, Object> schema(Map<String, Object> schema, Declared declared) {
        Map<String, Object> constrained = with(schema, constraints(declared.elements()));
        for (AnnotatedType type : declared.types()) {
            constrained = inside(with(constrained, DeclaredConstraint.on(type)), type);
        }
        return constrained;
    }

    /** The schema of one of several values. */
    public static Map<String, Object> element(Map<String, Object> schema, Declared declared) {
        Map<String, Object> constrained = schema;
        for (AnnotatedType type : declared.types()) {
            Optional<AnnotatedType> element = argument(type, 0);
            constrained = element.isPresent() ? of(constrained, element.get()) : constrained;
        }
        return constrained;
    }

    /** Whether null, or a value that is not there, breaks a constraint. */
    public static boolean refusesNull(Declared declared) {
        return declared.types().stream().anyMatch(Constrained::refusesNothing)
                || declared.types().stream().noneMatch(Constrained::mayHoldNothing)
                        && constraints(declared.elements()).stream().anyMatch(Constrained::refusesNull);
    }

    /** Whether no value at all breaks a constraint where there may be several. */
    public static boolean refusesNone(Declared declared) {
        Stream<AnnotatedElement> all = Stream.concat(declared.elements().stream(), declared.types().stream());
        return all.flatMap(element -> DeclaredConstraint.on(element).stream())
                .anyMatch(constraint -> constraint.name().equals("NotEmpty")
                        || constraint.name().equals("Size")
                                && constraint.number("min").intValue() > 0);
    }

    private static boolean refusesNull(DeclaredConstraint constraint) {
        return NOT_NULL.contains(constraint.name());
    }

    /** Whether what stands for nothing there is refused: null, or an empty optional by what stands within it. */
    private static boolean refusesNothing(AnnotatedType type) {
        return mayHoldNothing(type)
                ? argument(type, 0).filter(Constrained::refusesNothing).isPresent()
                : DeclaredConstraint.on(type).stream().anyMatch(Constrained::refusesNull);
    }

    private static boolean mayHoldNothing(AnnotatedType type) {
        Class<?> erased = GenericTypes.erased(type.getType());
        return erased == Optional.class || erased == Patched.class;
    }

    private static List<DeclaredConstraint> constraints(List<? extends AnnotatedElement> elements) {
        return elements.stream()
                .flatMap(element -> DeclaredConstraint.on(element).stream())
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> schema, List<DeclaredConstraint> constraints) {
        if (constraints.isEmpty()) {
            return schema;
        }
        Map<String, Object> constrained = new LinkedHashMap<>(schema);
        constraints.forEach(constraint -> ConstraintKeywords.add(constraint, constrained));
        return constrained;
    }

    private static Map<String, Object> of(Map<String, Object> schema, AnnotatedType type) {
        return inside(with(schema, DeclaredConstraint.on(type)), type);
    }

    private static Map<String, Object> inside(Map<String, Object> schema, AnnotatedType type) {
        Class<?> erased = GenericTypes.erased(type.getType());
        if (mayHoldNothing(type)) {
            Map<String, Object> value =
                    argument(type, 0).map(argument -> of(schema, argument)).orElse(schema);
            return refusesNothing(type) ? Schema.notNull(value) : value;
        }
        if (Map.class.isAssignableFrom(erased)) {
            return within(schema, "additionalProperties", argument(type, 1));
        }
        return Iterable.class.isAssignableFrom(erased) ? within(schema, "items", argument(type, 0)) : schema;
    }

    @SuppressWarnings("unchecked") // schemas are such maps
    private static Map<String, Object> within(
            Map<String, Object> schema, String keyword, Optional<AnnotatedType> argument) {
        if (argument.isEmpty() || !(schema.get(keyword) instanceof Map<?, ?> inner)) {
            return schema;
        }
        Map<String, Object> outer = new LinkedHashMap<>(schema);
        outer.put(keyword, of((Map<String, Object>) inner, argument.get()));
        return outer;
    }

    private static Optional<AnnotatedType> argument(AnnotatedType type, int index) {
        if (!(type instanceof AnnotatedParameterizedType parameterized)) {
            return Optional.empty();
        }
        AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
        return index < arguments.length ? Optional.of(arguments[index]) : Optional.empty();
    }
}
