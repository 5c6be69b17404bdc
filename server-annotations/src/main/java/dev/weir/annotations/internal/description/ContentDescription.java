package dev.weir.annotations.internal.description;

import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.http.MediaType;
import java.lang.reflect.Type;
import java.util.List;

/**
 * What an endpoint takes of the content of requests.
 *
 * @param kind what it is read as
 * @param type the Java type that JSON is read into; of no meaning otherwise
 * @param types media types that are taken, or ranges of them; at least one
 * @param isRequired whether a request without it is refused
 * @param annotations what stands on the parameter that takes it; nothing if several do
 */
public record ContentDescription(
        Kind kind, Type type, List<MediaType> types, boolean isRequired, Declared annotations) {

    /** What content is read as. */
    public enum Kind {
        JSON,
        FORM,
        PARTS,
        TEXT,
        OCTETS
    }
}
