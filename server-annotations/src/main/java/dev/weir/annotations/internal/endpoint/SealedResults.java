package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.result.EmptyResult;
import dev.weir.annotations.internal.result.KindsResult;
import dev.weir.annotations.internal.result.Result;
import dev.weir.http.FieldNames;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Makes the result of a sealed type: each class that it permits is written as itself, with the status that stands on it.
 *
 * @param heads reads statuses
 * @param head for classes that say nothing
 * @param json writes a class, unless there is a fault
 */
record SealedResults(ResponseHeads heads, Response head, BiFunction<Class<?>, Response, Optional<Result>> json) {

    Optional<Result> of(Class<?> type) {
        Map<Class<?>, Result> results = new LinkedHashMap<>();
        for (Class<?> permitted : permitted(type, new LinkedHashSet<>())) {
            Optional<Status> status = heads.status(Declared.of(permitted), head.status());
            Optional<Result> result = status.flatMap(of -> result(permitted, of));
            if (result.isEmpty()) {
                return Optional.empty();
            }
            results.put(permitted, result.get());
        }
        return Optional.of(new KindsResult(results));
    }

    private Optional<Result> result(Class<?> type, Status status) {
        return status.allowsContent()
                ? json.apply(type, head.withStatus(status))
                : Optional.of(new EmptyResult(
                        head.withStatus(status).withHeaders(head.headers().without(FieldNames.CONTENT_TYPE))));
    }

    /** The classes that instances are of, as far as the seal tells. */
    private static Set<Class<?>> permitted(Class<?> type, Set<Class<?>> found) {
        if (!type.isSealed()) {
            found.add(type);
            return found;
        }
        if (!type.isInterface() && !Modifier.isAbstract(type.getModifiers())) {
            found.add(type);
        }
        for (Class<?> each : type.getPermittedSubclasses()) {
            permitted(each, found);
        }
        return found;
    }
}
