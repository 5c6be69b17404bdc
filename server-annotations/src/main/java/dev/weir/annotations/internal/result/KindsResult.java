package dev.weir.annotations.internal.result;

import dev.weir.http.Response;
import java.util.Map;

/**
 * One of several classes that a sealed type permits, each with a status of its own perhaps.
 *
 * @param results by class; every class that is permitted, or a superclass of it, is there
 */
public record KindsResult(Map<Class<?>, Result> results) implements Result {

    /** Copies the map. */
    public KindsResult {
        results = Map.copyOf(results);
    }

    @Override
    public Response response(Object value) throws Exception {
        Class<?> type = value.getClass();
        Result result = results.get(type);
        while (result == null) {
            type = type.getSuperclass();
            if (type == null) {
                throw new IllegalStateException(value.getClass() + " (expected: one of " + results.keySet() + ")");
            }
            result = results.get(type);
        }
        return result.response(value);
    }
}
