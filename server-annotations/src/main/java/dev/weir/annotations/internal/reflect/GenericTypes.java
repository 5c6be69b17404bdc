package dev.weir.annotations.internal.reflect;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Generic types as one class sees them: the variables of what it extends stand for what it says they are. */
public final class GenericTypes {

    private final Map<TypeVariable<?>, Type> bindings = new HashMap<>();

    /** The types as that class sees them, with the arguments that it is given if it has variables itself. */
    public GenericTypes(Type type) {
        bindArguments(type);
        bind(erased(type));
    }

    private void bind(Class<?> type) {
        if (type == null || type == Object.class) {
            return;
        }
        bindArguments(type.getGenericSuperclass());
        bind(type.getSuperclass());
        for (Type each : type.getGenericInterfaces()) {
            bindArguments(each);
        }
        for (Class<?> each : type.getInterfaces()) {
            bind(each);
        }
    }

    private void bindArguments(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            TypeVariable<?>[] variables = erased(parameterized).getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                bindings.putIfAbsent(variables[i], resolve(parameterized.getActualTypeArguments()[i]));
            }
        }
    }

    /** The type with all variables replaced that are known. */
    public Type resolve(Type type) {
        if (type instanceof TypeVariable<?> variable) {
            return bindings.getOrDefault(variable, variable);
        }
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            Type[] resolved = resolved(arguments);
            return Arrays.equals(arguments, resolved)
                    ? parameterized
                    : new Parameterized(parameterized.getRawType(), parameterized.getOwnerType(), resolved);
        }
        if (type instanceof GenericArrayType array) {
            Type elements = resolve(array.getGenericComponentType());
            return elements instanceof Class<?> known
                    ? Array.newInstance(known, 0).getClass()
                    : new GenericArray(elements);
        }
        if (type instanceof WildcardType wildcard) {
            Wildcard resolved = new Wildcard(resolved(wildcard.getUpperBounds()), resolved(wildcard.getLowerBounds()));
            boolean isKnown = Arrays.equals(wildcard.getUpperBounds(), resolved.upper)
                    && Arrays.equals(wildcard.getLowerBounds(), resolved.lower);
            return isKnown ? wildcard : resolved;
        }
        return type;
    }

    private Type[] resolved(Type[] types) {
        return Arrays.stream(types).map(this::resolve).toArray(Type[]::new);
    }

    /** The class of which instances are, as far as is known. */
    public static Class<?> erased(Type type) {
        if (type instanceof Class<?> known) {
            return known;
        }
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        if (type instanceof GenericArrayType array) {
            return Array.newInstance(erased(array.getGenericComponentType()), 0).getClass();
        }
        if (type instanceof TypeVariable<?> variable) {
            return erased(variable.getBounds()[0]);
        }
        return type instanceof WildcardType wildcard ? erased(wildcard.getUpperBounds()[0]) : Object.class;
    }

    /** Type argument number {@code index}; {@code Object} if the type has none. */
    public static Type argument(Type type, int index) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[index]
                : Object.class;
    }

    /** Whether a variable is left somewhere in the type. */
    public static boolean isOpen(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(GenericTypes::isOpen);
        }
        if (type instanceof WildcardType wildcard) {
            return isOpen(wildcard.getUpperBounds()[0])
                    || Arrays.stream(wildcard.getLowerBounds()).anyMatch(GenericTypes::isOpen);
        }
        return type instanceof TypeVariable<?>
                || type instanceof GenericArrayType array && isOpen(array.getGenericComponentType());
    }

    /** The classes in a type, arrays as their elements: {@code Map}, {@code String}, {@code Line} of {@code Map<String, Line[]>}. */
    public static List<Class<?>> classes(Type type) {
        List<Class<?>> classes = new ArrayList<>();
        addClasses(type, classes);
        return classes;
    }

    private static void addClasses(Type type, List<Class<?>> classes) {
        if (type instanceof ParameterizedType parameterized) {
            classes.add(erased(parameterized));
            for (Type argument : parameterized.getActualTypeArguments()) {
                addClasses(argument, classes);
            }
        } else if (type instanceof GenericArrayType array) {
            addClasses(array.getGenericComponentType(), classes);
        } else if (type instanceof WildcardType wildcard) {
            addClasses(wildcard.getUpperBounds()[0], classes);
        } else {
            Class<?> single = erased(type);
            while (single.isArray()) {
                single = single.getComponentType();
            }
            classes.add(single);
        }
    }

    /** The type as it stands in source code that imports all it needs. */
    public static String text(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            StringJoiner arguments = new StringJoiner(", ", "<", ">");
            for (Type argument : parameterized.getActualTypeArguments()) {
                arguments.add(text(argument));
            }
            return erased(parameterized).getSimpleName() + arguments;
        }
        if (type instanceof GenericArrayType array) {
            return text(array.getGenericComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getLowerBounds().length > 0
                    ? "? super " + text(wildcard.getLowerBounds()[0])
                    : wildcard.getUpperBounds()[0] == Object.class
                            ? "?"
                            : "? extends " + text(wildcard.getUpperBounds()[0]);
        }
        return type instanceof Class<?> known ? known.getSimpleName() : type.getTypeName();
    }

    private record GenericArray(Type elements) implements GenericArrayType {
        @Override
        public Type getGenericComponentType() {
            return elements;
        }

        @Override
        public String toString() {
            return elements.getTypeName() + "[]";
        }
    }

    private record Wildcard(Type[] upper, Type[] lower) implements WildcardType {
        @Override
        public Type[] getUpperBounds() {
            return upper.clone();
        }

        @Override
        public Type[] getLowerBounds() {
            return lower.clone();
        }

        @Override
        public String toString() {
            return text(this);
        }
    }

    private record Parameterized(Type raw, Type owner, Type[] arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return owner;
        }

        @Override
        public String toString() {
            return text(this);
        }
    }
}
