package dev.weir.annotations.internal.endpoint;

import dev.weir.http.HttpException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The exception handlers of one controller, or of the application, by the type that they handle. */
final class ExceptionMethods {

    private final Map<Class<?>, ExceptionMethod> byType = new LinkedHashMap<>();

    /** Adds a method; false if there is one for that type already. */
    boolean add(Class<?> type, ExceptionMethod method) {
        return byType.putIfAbsent(type, method) == null;
    }

    /** All of them by the type that each handles, in the order added. */
    Map<Class<?>, ExceptionMethod> all() {
        return byType;
    }

    boolean isEmpty() {
        return byType.isEmpty();
    }

    /** The method of the nearest type. */
    Optional<ExceptionMethod> find(Throwable thrown) {
        return find(thrown.getClass());
    }

    /** The method of the type nearest to that one. */
    Optional<ExceptionMethod> find(Class<?> thrown) {
        Class<?> type = thrown;
        if (HttpException.class.isAssignableFrom(type) || InterruptedException.class.isAssignableFrom(type)) {
            // Answers and orders to stop are no failures: they go to a method that names them, or on.
            return Optional.ofNullable(byType.get(type));
        }
        for (; type != Object.class; type = type.getSuperclass()) {
            ExceptionMethod method = byType.get(type);
            if (method != null) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
