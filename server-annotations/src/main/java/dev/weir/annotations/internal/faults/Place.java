package dev.weir.annotations.internal.faults;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Where a fault is.
 *
 * @param type the class
 * @param method the method; empty for the class itself
 * @param annotation the annotation that matters, as written; may be empty
 */
public record Place(Class<?> type, Optional<Method> method, String annotation) {

    /** A class as a whole. */
    public static Place of(Class<?> type) {
        return new Place(type, Optional.empty(), "");
    }

    /** A method. */
    public static Place of(Method method, String annotation) {
        return new Place(method.getDeclaringClass(), Optional.of(method), annotation);
    }

    /** Class and method with the simple names of its parameters' types: {@code com.acme.UserController.byId(long)}. */
    public String signature() {
        String name = type.getCanonicalName() == null ? type.getName() : type.getCanonicalName();
        return method.map(there -> name + "." + signature(there)).orElse(name);
    }

    /** The same without the package: {@code UserController.byId(long)}. */
    public String shortSignature() {
        return method.map(there -> type.getSimpleName() + "." + signature(there))
                .orElse(type.getSimpleName());
    }

    private static String signature(Method method) {
        StringJoiner parameters = new StringJoiner(", ", method.getName() + "(", ")");
        for (Class<?> parameter : method.getParameterTypes()) {
            parameters.add(parameter.getSimpleName());
        }
        return parameters.toString();
    }
}
