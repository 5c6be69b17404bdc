package dev.weir.internal.http1;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;

/** Whether a connection may be used for another request (RFC 9112 section 9.3). */
final class Persistence {

    private Persistence() {}

    /** What the request asks for: 1.1 persists unless told to close, 1.0 closes unless told to keep alive. */
    static boolean isWanted(HttpVersion version, Headers headers) {
        if (headers.containsToken(FieldNames.CONNECTION, "close")) {
            return false;
        }
        return version != HttpVersion.HTTP_1_0 || headers.containsToken(FieldNames.CONNECTION, "keep-alive");
    }
}
