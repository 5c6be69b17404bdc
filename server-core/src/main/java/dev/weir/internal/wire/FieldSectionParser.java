package dev.weir.internal.wire;

import java.util.Arrays;

/**
 * Reads a field section up to and with the empty line that ends it: header section or trailer section (RFC 9112 section
 * 5).
 *
 * <p>Places are counted from a base that the caller gives, so that the octets may move between two calls.
 */
final class FieldSectionParser {

    // field-line = field-name ":" OWS field-value OWS
    private enum State {
        LINE_START,
        NAME,
        VALUE,
        LINE_FEED,
        END_LINE_FEED,
        COMPLETE
    }

    private final int longest;
    private final int mostLines;

    private State state = State.LINE_START;

    /** Where the section starts, and the next octet to look at. */
    private int start;

    private int next;

    /** For each line: start and end of its name. */
    private int[] names = new int[24];

    private int lineCount;

    FieldSectionParser(int longest, int mostLines) {
        this.longest = longest;
        this.mostLines = mostLines;
    }

    /** Begins a new section at that place. */
    void reset(int place) {
        state = State.LINE_START;
        start = place;
        next = place;
        lineCount = 0;
    }

    /**
     * Reads on.
     *
     * @param base place that all places are counted from
     * @param end behind the last octet there is
     * @return the place behind the section, counted from the base, or -1 while it is incomplete
     */
    int parse(byte[] octets, int base, int end) throws ProtocolException {
        int stop = Math.min(end, base + start + longest);
        int at = base + next;
        while (at < stop && state != State.COMPLETE) {
            switch (state) {
                case LINE_START -> at = lineStart(octets[at], at, base);
                case NAME -> at = name(octets, at, stop, base);
                case VALUE -> at = value(octets, at, stop);
                case LINE_FEED -> {
                    expectLineFeed(octets[at++]);
                    state = State.LINE_START;
                }
                default -> {
                    expectLineFeed(octets[at++]);
                    state = State.COMPLETE;
                }
            }
        }
        next = at - base;
        if (state != State.COMPLETE && stop < end) {
            throw Violation.FIELD_SECTION_TOO_LARGE.exception();
        }
        return state == State.COMPLETE ? next : -1;
    }

    private int lineStart(byte octet, int at, int base) throws ProtocolException {
        if (octet == '\r') {
            state = State.END_LINE_FEED;
            return at + 1;
        }
        if (octet == ' ' || octet == '\t') {
            throw (lineCount == 0 ? Violation.WHITESPACE_BEFORE_FIRST_FIELD : Violation.OBSOLETE_LINE_FOLDING)
                    .exception();
        }
        if (lineCount == mostLines) {
            throw Violation.TOO_MANY_FIELD_LINES.exception();
        }
        if (2 * lineCount == names.length) {
            names = Arrays.copyOf(names, 2 * names.length);
        }
        names[2 * lineCount] = at - base;
        state = State.NAME;
        return at;
    }

    private int name(byte[] octets, int from, int end, int base) throws ProtocolException {
        int at = from;
        while (at < end && OctetClass.is(OctetClass.TOKEN, octets[at])) {
            at++;
        }
        if (at == end) {
            return at;
        }
        if (octets[at] != ':' || at - base == names[2 * lineCount]) {
            throw malformedName(octets[at]);
        }
        names[2 * lineCount + 1] = at - base;
        state = State.VALUE;
        return at + 1;
    }

    private static ProtocolException malformedName(byte octet) {
        return switch (octet) {
            case ' ', '\t' -> Violation.WHITESPACE_BEFORE_COLON.exception();
            case '\n' -> Violation.BARE_LF.exception();
            default -> Violation.MALFORMED_FIELD_NAME.exception();
        };
    }

    private int value(byte[] octets, int from, int end) throws ProtocolException {
        int at = from;
        while (at < end && OctetClass.is(OctetClass.FIELD_VALUE, octets[at])) {
            at++;
        }
        if (at == end) {
            return at;
        }
        if (octets[at] != '\r') {
            throw (octets[at] == '\n' ? Violation.BARE_LF : Violation.MALFORMED_FIELD_VALUE).exception();
        }
        lineCount++;
        state = State.LINE_FEED;
        return at + 1;
    }

    private static void expectLineFeed(byte octet) throws ProtocolException {
        if (octet != '\n') {
            throw Violation.BARE_CR.exception();
        }
    }

    /** The complete section, with octets of its own. */
    ParsedHeaders headers(byte[] octets, int base) {
        if (lineCount == 0) {
            return ParsedHeaders.NONE;
        }
        int first = names[0];
        int[] places = new int[2 * lineCount];
        for (int i = 0; i < places.length; i++) {
            places[i] = names[i] - first;
        }
        // All but the empty line that ends the section.
        return new ParsedHeaders(Arrays.copyOfRange(octets, base + first, base + next - 2), places);
    }
}
