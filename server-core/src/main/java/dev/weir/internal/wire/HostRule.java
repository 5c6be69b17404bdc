package dev.weir.internal.wire;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpVersion;
import dev.weir.http.RequestTarget;
import java.util.Locale;
import java.util.Optional;

/** Exactly one well-formed Host in HTTP/1.1, the same as in the target if that names one (RFC 9112 section 3.2). */
final class HostRule {

    private HostRule() {}

    static void check(HttpVersion version, RequestTarget target, ParsedHeaders headers) throws ProtocolException {
        int index = headers.indexOf(FieldNames.HOST, 0);
        if (index < 0) {
            if (version != HttpVersion.HTTP_1_0) {
                throw Violation.MISSING_HOST.exception();
            }
            return;
        }
        if (headers.indexOf(FieldNames.HOST, index + 1) >= 0) {
            throw Violation.REPEATED_HOST.exception();
        }
        if (!headers.isAuthority(index)) {
            throw Violation.MALFORMED_HOST.exception();
        }
        Optional<String> authority = target.authority();
        if (authority.isPresent()) {
            String implied = isHttps(target) ? ":443" : ":80";
            if (!normal(authority.get(), implied).equals(normal(headers.value(index), implied))) {
                throw Violation.CONFLICTING_HOST.exception();
            }
        }
    }

    private static boolean isHttps(RequestTarget target) {
        return target.toString().regionMatches(true, 0, "https:", 0, "https:".length());
    }

    /** Lower case, without an empty port and without the port that the scheme implies. */
    private static String normal(String authority, String impliedPort) {
        String lower = authority.toLowerCase(Locale.ROOT);
        for (String implied : new String[] {impliedPort, ":"}) {
            if (lower.endsWith(implied)) {
                return lower.substring(0, lower.length() - implied.length());
            }
        }
        return lower;
    }
}
