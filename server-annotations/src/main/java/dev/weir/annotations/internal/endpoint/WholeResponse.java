package dev.weir.annotations.internal.endpoint;

import dev.weir.http.MediaType;
import dev.weir.http.Problem;
import dev.weir.http.Response;
import dev.weir.sse.EventStream;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type of results that say all of a response themselves.
 *
 * @param name what it is called, with its article
 * @param media its media type, where it has always the same
 * @param response makes the response
 */
record WholeResponse(String name, Optional<MediaType> media, Function<Object, Response> response) {

    private static final Map<Class<?>, WholeResponse> ALL = Map.of(
            Response.class, new WholeResponse("a Response", Optional.empty(), Response.class::cast),
            Problem.class,
                    new WholeResponse(
                            "a Problem",
                            Optional.of(MediaType.APPLICATION_PROBLEM_JSON),
                            value -> Response.problem((Problem) value)),
            EventStream.class,
                    new WholeResponse(
                            "an EventStream", Optional.of(MediaType.TEXT_EVENT_STREAM), value -> ((EventStream) value)
                                    .toResponse()));

    /** What a type is, if it is one of them. */
    static Optional<WholeResponse> find(Type type) {
        return type instanceof Class<?> known ? Optional.ofNullable(ALL.get(known)) : Optional.empty();
    }
}
