package dev.weir.internal.wire;

import dev.weir.config.Limits;
import dev.weir.http.Method;
import dev.weir.http.RequestTarget;
import java.nio.ByteBuffer;

/** Reads request heads one after the other (RFC 9112 sections 2 to 6): octets in, {@link RequestHead} out. */
public final class RequestHeadParser {

    private final RequestLineParser line;
    private final FieldSectionParser fields;

    /** Place behind the request line, or -1 as long as that is incomplete. */
    private int lineEnd = -1;

    private Method method = Method.GET;
    private RequestHead head;

    /** A parser that keeps those limits. */
    public RequestHeadParser(Limits limits) {
        line = new RequestLineParser(limits.requestLine());
        fields = new FieldSectionParser(limits.fieldSection(), limits.fieldLines());
    }

    /**
     * Reads on.
     *
     * @param in has an array; its position is at the first octet of the head, and behind the head once that is complete
     * @return whether the head is complete
     * @throws ProtocolException if the head is refused; the parser is of no more use then
     */
    public boolean parse(ByteBuffer in) throws ProtocolException {
        byte[] octets = in.array();
        int base = in.arrayOffset() + in.position();
        int end = in.arrayOffset() + in.limit();
        if (lineEnd < 0) {
            head = null; // an idle connection keeps nothing of its last request
            method = Method.GET;
            try {
                lineEnd = line.parse(octets, base, end);
            } finally {
                if (line.hasMethod()) {
                    method = line.method(octets, base);
                }
            }
            if (lineEnd < 0) {
                return false;
            }
            fields.reset(lineEnd);
        }
        int headEnd = fields.parse(octets, base, end);
        if (headEnd < 0) {
            return false;
        }
        head = head(octets, base);
        in.position(in.position() + headEnd);
        lineEnd = -1;
        line.reset();
        return true;
    }

    private RequestHead head(byte[] octets, int base) throws ProtocolException {
        ParsedHeaders headers = fields.headers(octets, base);
        RequestTarget target = TargetParser.parse(method, line.target(octets, base));
        HostRule.check(line.version(), target, headers);
        return new RequestHead(method, target, line.version(), headers, MessageFraming.of(line.version(), headers));
    }

    /** Whether a head has begun and is not yet complete; an empty line before it does not count. */
    public boolean hasStarted() {
        return lineEnd >= 0 || line.hasStarted();
    }

    /** The method of the head that is being read, was refused, or was read last; GET as long as it is incomplete. */
    public Method method() {
        return method;
    }

    /** The head that was completed last. */
    public RequestHead head() {
        return head;
    }
}
