package dev.weir.annotations.internal.reflect;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods that an instance of a class has, each with the methods that it overrides. */
public final class ControllerMethods {

    /** By name and erased parameters; the first method of each is the one that runs. */
    private final Map<String, List<Method>> bySignature = new LinkedHashMap<>();

    /** The methods of that class, inherited ones too. */
    public ControllerMethods(Class<?> type) {
        GenericTypes types = new GenericTypes(type);
        for (Class<?> each : Hierarchy.of(type)) {
            Method[] methods = each.getDeclaredMethods();
            // Reflection lists methods in any order; reports and routes shall not depend on it.
            Arrays.sort(methods, Comparator.comparing(Method::getName).thenComparing(Method::toString));
            for (Method method : methods) {
                if (!method.isSynthetic()) {
                    bySignature
                            .computeIfAbsent(signature(method, types), key -> new ArrayList<>(2))
                            .add(method);
                }
            }
        }
    }

    private static String signature(Method method, GenericTypes types) {
        StringBuilder signature = new StringBuilder(method.getName());
        for (var parameter : method.getGenericParameterTypes()) {
            signature
                    .append(' ')
                    .append(GenericTypes.erased(types.resolve(parameter)).getName());
        }
        if (Modifier.isPrivate(method.getModifiers())) {
            // Overrides nothing and is not overridden.
            signature.append(' ').append(method.getDeclaringClass().getName());
        }
        return signature.toString();
    }

    /** The methods that run, in an order that depends on their names alone. */
    public List<Method> all() {
        return bySignature.values().stream().map(same -> same.get(0)).toList();
    }

    /** The annotations of a method, with those of what it overrides. */
    public Declared annotations(Method method) {
        List<Method> all = overridden(method);
        return new Declared(
                all, all.stream().map(Method::getAnnotatedReturnType).toList());
    }

    /** The annotations of a parameter, with those of the same one in what the method overrides. */
    public Declared annotations(Method method, int parameter) {
        List<AnnotatedElement> elements = new ArrayList<>();
        List<AnnotatedType> types = new ArrayList<>();
        for (Method each : overridden(method)) {
            Parameter there = each.getParameters()[parameter];
            elements.add(there);
            types.add(there.getAnnotatedType());
        }
        return new Declared(elements, types);
    }

    private List<Method> overridden(Method method) {
        return bySignature.values().stream()
                .filter(same -> same.get(0).equals(method))
                .findFirst()
                .orElse(List.of(method));
    }
}
