package dev.weir.internal.wire;

import dev.weir.http.Headers;
import java.util.List;

/**
 * A well-formed request: what its client means, and the octets that say so.
 *
 * @param version as sent, a higher minor version perhaps
 * @param head octets up to and with the empty line
 * @param body octets behind the head
 */
public record SentRequest(
        String method,
        String target,
        String version,
        List<Headers.Field> fields,
        String content,
        List<Headers.Field> trailers,
        String head,
        String body) {

    /** The whole message. */
    public String octets() {
        return head + body;
    }

    /** Whether the content is sent in chunks. */
    public boolean isChunked() {
        return fields.stream().anyMatch(field -> field.name().equalsIgnoreCase("Transfer-Encoding"));
    }

    @Override
    public String toString() {
        return new Octets(octets()).toString();
    }
}
