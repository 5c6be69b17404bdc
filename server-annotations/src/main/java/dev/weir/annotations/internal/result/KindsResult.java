package dev.weir.annotations.internal.result;

import dev.weir.http.Response;
import java.util.Map;

/**
 * One of several classes that a sealed type permits, each with a status of its own perhaps.
 *
 * @param results by class; every class that is permitted, or a supertype of it, is there
 */
public record KindsResult(Map<Class<?>, Result> results) implements Result {

    /** Copies the map. */
    public KindsResult {
        results = Map.copyOf(results);
    }

    @Override
    public Response response(Object value) throws Exception {
        Result result = results.get(value.getClass());
        return (result == null ? ofSubtype(value) : result).response(value);
    }

    /** For what a class or interface lets through that is not sealed itself. */
    private Result ofSubtype(Object value) {
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            if (results.containsKey(type)) {
                return results.get(type);
            }
        }
        return results.entrySet().stream()
                .filter(kind -> kind.getKey().isInstance(value))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() ->
                        new IllegalStateException(value.getClass() + " (expected: one of " + results.keySet() + ")"));
    }
}
