package dev.weir.compression;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import java.util.ArrayList;
import java.util.List;

/** The field that tells caches what a response depends on (RFC 9110 section 12.5.5). */
final class Vary {

    private Vary() {}

    /** That section with Accept-Encoding among the members of Vary, all on one line. */
    static Headers onAcceptEncoding(Headers headers) {
        if (headers.containsToken(FieldNames.VARY, FieldNames.ACCEPT_ENCODING)
                || headers.containsToken(FieldNames.VARY, "*")) {
            return headers;
        }
        List<String> members = new ArrayList<>(headers.all(FieldNames.VARY));
        members.removeIf(String::isEmpty);
        members.add(FieldNames.ACCEPT_ENCODING);
        return headers.with(FieldNames.VARY, String.join(", ", members));
    }
}
