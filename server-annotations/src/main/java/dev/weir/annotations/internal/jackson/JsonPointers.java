package dev.weir.annotations.internal.jackson;

import dev.weir.http.PercentEncoding;
import java.util.List;
import tools.jackson.core.JacksonException.Reference;

/** Writes where Jackson was as a JSON Pointer in a URI fragment: {@code #/lines/0/quantity} (RFC 6901 section 6). */
final class JsonPointers {

    private JsonPointers() {}

    static String of(List<Reference> path) {
        StringBuilder pointer = new StringBuilder("#");
        for (Reference step : path) {
            String name = step.getPropertyName();
            pointer.append('/');
            if (name == null) {
                pointer.append(Math.max(step.getIndex(), 0));
            } else {
                pointer.append(
                        PercentEncoding.encodeSegment(name.replace("~", "~0").replace("/", "~1")));
            }
        }
        return pointer.toString();
    }
}
