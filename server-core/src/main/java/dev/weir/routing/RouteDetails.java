package dev.weir.routing;

import dev.weir.http.MediaType;
import java.util.List;
import java.util.Objects;

/**
 * What people want to know of a route besides its method and path.
 *
 * @param handler who answers: {@code TodoController.find(long)}
 * @param source where that is written: {@code TodoController.java:24}, or empty if it is not known
 * @param consumes media types of content that it takes; none if it takes all or if that is not known
 * @param produces media types of content that it makes; none if they are not known
 */
public record RouteDetails(String handler, String source, List<MediaType> consumes, List<MediaType> produces) {

    /** Checks that nothing is missing, and copies the lists. */
    public RouteDetails {
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(source, "source");
        consumes = List.copyOf(consumes);
        produces = List.copyOf(produces);
    }
}
