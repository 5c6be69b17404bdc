package dev.weir.internal.http1;

import dev.weir.http.Method;
import dev.weir.internal.wire.ProtocolException;
import dev.weir.internal.wire.RequestHead;
import dev.weir.internal.wire.Violation;

/** Refuses what no application of an origin server can serve. */
final class DestinationRule {

    private static final String SECURE = "https:";

    private DestinationRule() {}

    /**
     * No tunnel, for after 2xx a client would take the connection for one (RFC 9110 section 9.3.6), and nothing in the
     * clear that is meant to be secret (section 7.4).
     */
    static void check(RequestHead head, boolean isSecure) throws ProtocolException {
        if (head.method().equals(Method.CONNECT)) {
            throw Violation.TUNNEL_WANTED.exception();
        }
        if (!isSecure && head.target().toString().regionMatches(true, 0, SECURE, 0, SECURE.length())) {
            throw Violation.SECURE_TARGET_IN_THE_CLEAR.exception();
        }
    }
}
