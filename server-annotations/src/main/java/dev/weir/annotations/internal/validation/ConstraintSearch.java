package dev.weir.annotations.internal.validation;

import dev.weir.annotations.internal.bind.RecordArgument;
import dev.weir.annotations.internal.endpoint.EndpointMethod;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.reflect.GenericTypes;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether something says that there may be a constraint, without a provider. It may find one where a provider sees
 * none, but never the other way round.
 */
final class ConstraintSearch {

    private final Set<Class<?>> seen = new HashSet<>();

    /** The first annotation found, as written; null as long as there is none. */
    private String first;

    private ConstraintSearch() {}

    /** The first constraint of a method, as written; empty if there is none. */
    static Optional<String> firstOf(EndpointMethod method) {
        ConstraintSearch search = new ConstraintSearch();
        search.declared(method.annotations());
        method.parameters().forEach(search::declared);
        for (int i = 0; i < method.types().size(); i++) {
            if (method.arguments().get(i).readsJson()) {
                search.type(method.types().get(i));
            } else if (method.arguments().get(i) instanceof RecordArgument group) {
                search.group(method.types().get(i), group);
            }
        }
        return Optional.ofNullable(search.first);
    }

    private void declared(Declared declared) {
        declared.elements().forEach(this::element);
        declared.types().forEach(this::use);
    }

    /** A record of parameters, and what is in it. */
    private void group(Type type, RecordArgument group) {
        type(type);
        for (PropertyTypes.Member member : PropertyTypes.members(type, group)) {
            if (member.argument() instanceof RecordArgument inner) {
                group(member.type(), inner);
            } else if (member.argument().readsJson()) {
                type(member.type());
            }
        }
    }

    private void type(Type type) {
        GenericTypes.classes(type).forEach(this::bean);
    }

    /** What stands on a class; on what its parts are made of only if {@code @Valid} says so, which is found itself. */
    private void bean(Class<?> type) {
        if (first != null || type.isPrimitive() || type.getName().startsWith("java.") || !seen.add(type)) {
            return;
        }
        element(type);
        for (Field field : type.getDeclaredFields()) {
            element(field);
            use(field.getAnnotatedType());
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0) {
                element(method);
                use(method.getAnnotatedReturnType());
            }
        }
        Bases.of(type).forEach(this::bean);
    }

    private void use(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            for (AnnotatedType argument : parameterized.getAnnotatedActualTypeArguments()) {
                use(argument);
            }
        } else if (type instanceof AnnotatedArrayType array) {
            use(array.getAnnotatedGenericComponentType());
        }
        element(type);
    }

    private void element(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            if (first == null && (type == Valid.class || isConstraint(type) || holdsConstraints(type))) {
                first = "@" + type.getSimpleName();
            }
        }
    }

    private static boolean isConstraint(Class<?> type) {
        return type.isAnnotationPresent(Constraint.class);
    }

    /** Whether it is what the compiler puts around several of one kind. */
    private static boolean holdsConstraints(Class<?> type) {
        try {
            Class<?> value = type.getDeclaredMethod("value").getReturnType();
            return value.isArray() && isConstraint(value.getComponentType());
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
