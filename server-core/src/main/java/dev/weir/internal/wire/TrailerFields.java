package dev.weir.internal.wire;

import dev.weir.http.Headers;
import java.util.Locale;
import java.util.Set;

/** Which fields may stand in a trailer section (RFC 9110 section 6.5.1). */
public final class TrailerFields {

    /** Those whose meaning is needed before the content, or that frame the message. */
    private static final Set<String> FORBIDDEN = Set.of(
            "authorization",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-range",
            "content-type",
            "cookie",
            "expect",
            "host",
            "max-forwards",
            "proxy-authorization",
            "range",
            "set-cookie",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private TrailerFields() {}

    /** Whether a field of that name may. */
    static boolean allow(String name) {
        return !FORBIDDEN.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The section without the lines that may not. */
    public static Headers allowed(Headers trailers) {
        Headers allowed = trailers;
        for (Headers.Field field : trailers) {
            if (!allow(field.name())) {
                allowed = allowed.without(field.name());
            }
        }
        return allowed;
    }
}
