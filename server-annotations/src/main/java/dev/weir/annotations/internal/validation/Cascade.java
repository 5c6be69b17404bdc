package dev.weir.annotations.internal.validation;

import dev.weir.annotations.internal.reflect.GenericTypes;
import jakarta.validation.Validator;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the objects in a value that are to be validated although nothing says {@code @Valid}: itself, or its elements.
 */
@FunctionalInterface
interface Cascade {

    /** Takes an object to validate. */
    @FunctionalInterface
    interface Visitor {

        /**
         * An object.
         *
         * @param type as declared
         * @param pointer where it is in the content
         */
        void visit(Object object, Type type, String pointer);
    }

    /** Hands over what there is in a value, which may be null. */
    void visit(Object value, String pointer, Visitor visitor);

    /** The way into values of that type; empty if nothing in them can have constraints. */
    static Optional<Cascade> into(Type type, Validator validator) {
        Class<?> erased = GenericTypes.erased(type);
        if (erased == Optional.class) {
            return into(GenericTypes.argument(type, 0), validator).map(Cascade::optional);
        }
        if (erased.isArray()) {
            Type elements = type instanceof GenericArrayType array
                    ? array.getGenericComponentType()
                    : erased.getComponentType();
            return erased.getComponentType().isPrimitive()
                    ? Optional.empty()
                    : into(elements, validator).map(Cascade::array);
        }
        if (Collection.class.isAssignableFrom(erased)) {
            return into(PropertyTypes.inside(type, Collection.class, 0), validator)
                    .map(Cascade::collection);
        }
        if (Map.class.isAssignableFrom(erased)) {
            return into(PropertyTypes.inside(type, Map.class, 1), validator).map(Cascade::map);
        }
        return isConstrained(erased, validator) ? Optional.of(bean(type)) : Optional.empty();
    }

    private static boolean isConstrained(Class<?> type, Validator validator) {
        if (type.isPrimitive() || type.getName().startsWith("java.")) {
            return false;
        }
        return validator.getConstraintsForClass(type).isBeanConstrained()
                || Bases.kinds(type).stream().anyMatch(kind -> isConstrained(kind, validator));
    }

    private static Cascade bean(Type type) {
        return (value, pointer, visitor) -> {
            if (value != null) {
                visitor.visit(value, type, pointer);
            }
        };
    }

    private static Cascade optional(Cascade inner) {
        return (value, pointer, visitor) -> {
            if (value instanceof Optional<?> optional) {
                inner.visit(optional.orElse(null), pointer, visitor);
            }
        };
    }

    private static Cascade array(Cascade inner) {
        return (value, pointer, visitor) -> {
            if (value instanceof Object[] elements) {
                for (int i = 0; i < elements.length; i++) {
                    inner.visit(elements[i], pointer + "/" + i, visitor);
                }
            }
        };
    }

    /** Only the elements of a list stand where they stood in the content. */
    private static Cascade collection(Cascade inner) {
        return (value, pointer, visitor) -> {
            if (value instanceof Collection<?> elements) {
                int i = 0;
                for (Object element : elements) {
                    inner.visit(element, value instanceof List ? pointer + "/" + i++ : pointer, visitor);
                }
            }
        };
    }

    private static Cascade map(Cascade inner) {
        return (value, pointer, visitor) -> {
            if (value instanceof Map<?, ?> members) {
                members.forEach((name, member) ->
                        inner.visit(member, pointer + MemberPointer.step(String.valueOf(name)), visitor));
            }
        };
    }
}
