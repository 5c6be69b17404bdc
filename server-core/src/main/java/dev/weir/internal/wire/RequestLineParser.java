package dev.weir.internal.wire;

import dev.weir.http.HttpVersion;
import dev.weir.http.Method;
import java.nio.charset.StandardCharsets;

/**
 * Reads a request line, with at most one empty line before it (RFC 9112 sections 2.2 and 3).
 *
 * <p>Places are counted from the first octet of the head, so that the octets may move between two calls.
 */
final class RequestLineParser {

    // request-line = method SP request-target SP HTTP-version CRLF
    private enum State {
        START,
        EMPTY_LINE,
        METHOD,
        TARGET,
        VERSION,
        LINE_FEED,
        COMPLETE
    }

    private static final byte[] VERSION = "HTTP/".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION_LENGTH = "HTTP/1.1".length();

    private final int longest;

    private State state;
    private int next;
    private int methodStart;
    private int methodEnd;
    private int targetEnd;
    private boolean sawEmptyLine;
    private boolean inQuery;
    private int minorVersion;
    private boolean isSupported;

    RequestLineParser(int longest) {
        this.longest = longest;
        reset();
    }

    void reset() {
        state = State.START;
        next = 0;
        sawEmptyLine = false;
        inQuery = false;
        isSupported = true;
    }

    /** Whether anything but an empty line has been seen. */
    boolean hasStarted() {
        return state.compareTo(State.METHOD) >= 0;
    }

    /** Whether the method is complete, whatever became of the rest. */
    boolean hasMethod() {
        return state.compareTo(State.TARGET) >= 0;
    }

    /**
     * Reads on.
     *
     * @param base place of the head's first octet
     * @param end behind the last octet there is
     * @return the place behind the line, counted from the base, or -1 while it is incomplete
     */
    int parse(byte[] octets, int base, int end) throws ProtocolException {
        int stop = Math.min(end, base + longest);
        int at = base + next;
        while (at < stop && state != State.COMPLETE) {
            switch (state) {
                case START -> at = start(octets[at], at, base);
                case EMPTY_LINE -> {
                    expectLineFeed(octets[at++]);
                    sawEmptyLine = true;
                    state = State.START;
                }
                case METHOD -> at = method(octets, at, stop, base);
                case TARGET -> at = target(octets, at, stop, base);
                case VERSION -> version(octets[at], at++ - base - targetEnd - 1);
                default -> {
                    expectLineFeed(octets[at++]);
                    if (!isSupported) {
                        throw Violation.UNSUPPORTED_VERSION.exception();
                    }
                    state = State.COMPLETE;
                }
            }
        }
        next = at - base;
        if (state != State.COMPLETE && stop < end) {
            throw tooLong();
        }
        return state == State.COMPLETE ? next : -1;
    }

    private ProtocolException tooLong() {
        return (state == State.METHOD ? Violation.METHOD_TOO_LONG : Violation.TARGET_TOO_LONG).exception();
    }

    private int start(byte octet, int at, int base) throws ProtocolException {
        if (octet == '\r' && !sawEmptyLine) {
            state = State.EMPTY_LINE;
            return at + 1;
        }
        if (octet == '\n') {
            throw Violation.BARE_LF.exception();
        }
        methodStart = at - base;
        state = State.METHOD;
        return at;
    }

    private int method(byte[] octets, int from, int end, int base) throws ProtocolException {
        int at = from;
        while (at < end && OctetClass.is(OctetClass.TOKEN, octets[at])) {
            at++;
        }
        if (at == end) {
            return at;
        }
        methodEnd = at - base;
        if (octets[at] != ' ' || methodEnd == methodStart) {
            throw Violation.MALFORMED_METHOD.exception();
        }
        state = State.TARGET;
        return at + 1;
    }

    private int target(byte[] octets, int from, int end, int base) throws ProtocolException {
        int at = from;
        int allowed = inQuery ? OctetClass.QUERY : OctetClass.PATH;
        while (at < end) {
            byte octet = octets[at];
            if (OctetClass.is(allowed, octet)) {
                at++;
            } else if (octet == '?' && !inQuery) {
                inQuery = true;
                allowed = OctetClass.QUERY;
                at++;
            } else if (octet == ' ' && at - base > methodEnd + 1) {
                targetEnd = at - base;
                state = State.VERSION;
                return at + 1;
            } else {
                throw malformedTarget(octet);
            }
        }
        return at;
    }

    private static ProtocolException malformedTarget(byte octet) {
        return switch (octet) {
            case '\r', '\n', ' ' -> Violation.MALFORMED_REQUEST_LINE.exception();
            default -> Violation.MALFORMED_TARGET.exception();
        };
    }

    // HTTP-version = "HTTP/" DIGIT "." DIGIT
    private void version(byte octet, int place) throws ProtocolException {
        boolean fits;
        if (place < VERSION.length) {
            fits = octet == VERSION[place];
        } else if (place == VERSION.length) {
            fits = isDigit(octet);
            isSupported = octet == '1';
        } else if (place == VERSION.length + 1) {
            fits = octet == '.';
        } else if (place < VERSION_LENGTH) {
            fits = isDigit(octet);
            minorVersion = octet - '0';
        } else {
            fits = octet == '\r';
            state = State.LINE_FEED;
        }
        if (!fits) {
            throw (octet == '\n' ? Violation.BARE_LF : Violation.MALFORMED_VERSION).exception();
        }
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    private static void expectLineFeed(byte octet) throws ProtocolException {
        if (octet != '\n') {
            throw Violation.BARE_CR.exception();
        }
    }

    /** The method, once it is complete. */
    Method method(byte[] octets, int base) {
        int length = methodEnd - methodStart;
        int at = base + methodStart;
        if (length == 3 && octets[at] == 'G' && octets[at + 1] == 'E' && octets[at + 2] == 'T') {
            return Method.GET;
        }
        return Method.of(new String(octets, at, length, StandardCharsets.US_ASCII));
    }

    /** The request target of a complete line, as sent. */
    String target(byte[] octets, int base) {
        return new String(octets, base + methodEnd + 1, targetEnd - methodEnd - 1, StandardCharsets.US_ASCII);
    }

    /** The version of a complete line; a higher minor version than ours counts as ours (RFC 9110 section 2.5). */
    HttpVersion version() {
        return minorVersion == 0 ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
    }
}
