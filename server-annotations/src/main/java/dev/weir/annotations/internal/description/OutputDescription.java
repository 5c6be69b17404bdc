package dev.weir.annotations.internal.description;

import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Status;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A response that an endpoint makes.
 *
 * @param status empty if the method decides
 * @param headers field lines that it always has
 * @param media its media type; empty if that is not known, or there is no content
 * @param kind what the content is
 * @param type the Java type that is written as JSON, of one element if there are many; of no meaning otherwise
 */
public record OutputDescription(
        Optional<Status> status, Headers headers, Optional<MediaType> media, Kind kind, Type type) {

    /** The same with another status. */
    public OutputDescription withStatus(Optional<Status> other) {
        return new OutputDescription(other, headers, media, kind, type);
    }

    /** Whether it is 200. */
    public boolean isOk() {
        return status.filter(Status.OK::equals).isPresent();
    }

    /** What content is. */
    public enum Kind {
        NONE,
        TEXT,
        OCTETS,
        JSON,
        JSON_ARRAY,
        JSON_LINES,
        JSON_EVENTS,
        EVENTS,
        UNKNOWN
    }
}
