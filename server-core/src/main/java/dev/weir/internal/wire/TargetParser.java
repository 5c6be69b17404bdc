package dev.weir.internal.wire;

import dev.weir.http.Method;
import dev.weir.http.RequestTarget;

/** Tells the four forms of a request target apart (RFC 9112 section 3.2); its octets were checked before. */
final class TargetParser {

    private TargetParser() {}

    static RequestTarget parse(Method method, String text) throws ProtocolException {
        if (method.equals(Method.CONNECT)) {
            if (text.endsWith(":") || !text.contains(":") || !Authority.isValid(text) || text.startsWith(":")) {
                throw Violation.MALFORMED_TARGET.exception();
            }
            return RequestTarget.authority(text);
        }
        if (text.charAt(0) == '/') {
            return RequestTarget.origin(text);
        }
        if (text.equals("*") && method.equals(Method.OPTIONS)) {
            return RequestTarget.asterisk();
        }
        return absolute(method, text);
    }

    // absolute-URI of http and https: scheme "://" host [ ":" port ] path-abempty [ "?" query ]; no userinfo
    private static RequestTarget absolute(Method method, String text) throws ProtocolException {
        int scheme = "http://".length();
        if (!text.regionMatches(true, 0, "http://", 0, scheme)) {
            scheme = "https://".length();
            if (!text.regionMatches(true, 0, "https://", 0, scheme)) {
                throw Violation.MALFORMED_TARGET.exception();
            }
        }
        int end = scheme;
        while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != '?') {
            end++;
        }
        String authority = text.substring(scheme, end);
        if (authority.isEmpty() || authority.charAt(0) == ':' || !Authority.isValid(authority)) {
            throw Violation.MALFORMED_TARGET.exception();
        }
        // An empty path is the same as / for every method but OPTIONS (RFC 9112 section 3.2.4).
        return method.equals(Method.OPTIONS) && end == text.length()
                ? RequestTarget.wholeServer(text, authority)
                : RequestTarget.absolute(text, authority, text.substring(end));
    }
}
