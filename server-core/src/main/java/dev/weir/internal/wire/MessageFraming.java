package dev.weir.internal.wire;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;
import java.util.List;
import java.util.Locale;

/**
 * Where the content of a request ends (RFC 9112 section 6.3).
 *
 * <p>Both Content-Length and Transfer-Encoding means that someone on the way may disagree with us about the end, so such
 * a request is refused rather than repaired; so is every other message that could be read in two ways.
 *
 * @param kind how the end is told
 * @param length octets of content if the kind is {@link Kind#FIXED}, else 0
 */
public record MessageFraming(Kind kind, long length) {

    /** How the end of content is told. */
    public enum Kind {
        /** There is no content. */
        NONE,
        /** By Content-Length. */
        FIXED,
        /** By the chunked transfer coding. */
        CHUNKED
    }

    /** There is none. */
    public static final MessageFraming NO_CONTENT = new MessageFraming(Kind.NONE, 0);

    private static final MessageFraming IN_CHUNKS = new MessageFraming(Kind.CHUNKED, 0);

    static MessageFraming of(HttpVersion version, Headers headers) throws ProtocolException {
        List<String> codings = headers.all(FieldNames.TRANSFER_ENCODING);
        List<String> lengths = headers.all(FieldNames.CONTENT_LENGTH);
        if (!codings.isEmpty()) {
            checkCodings(version, codings);
            if (!lengths.isEmpty()) {
                throw Violation.CONTENT_LENGTH_WITH_TRANSFER_ENCODING.exception();
            }
            return IN_CHUNKS;
        }
        if (lengths.isEmpty()) {
            return NO_CONTENT;
        }
        if (lengths.size() > 1) {
            throw Violation.REPEATED_CONTENT_LENGTH.exception();
        }
        long length = length(lengths.get(0));
        return length == 0 ? NO_CONTENT : new MessageFraming(Kind.FIXED, length);
    }

    private static void checkCodings(HttpVersion version, List<String> lines) throws ProtocolException {
        if (version == HttpVersion.HTTP_1_0) {
            throw Violation.TRANSFER_ENCODING_IN_HTTP_1_0.exception();
        }
        if (lines.size() == 1 && lines.get(0).equalsIgnoreCase("chunked")) {
            return;
        }
        String[] codings = String.join(",", lines).toLowerCase(Locale.ROOT).split(",", -1);
        int chunked = 0;
        for (String coding : codings) {
            chunked += coding.strip().equals("chunked") ? 1 : 0;
        }
        boolean isLast = codings[codings.length - 1].strip().equals("chunked");
        throw (chunked == 1 && isLast && codings.length > 1 && !codings[0].isBlank()
                        ? Violation.UNSUPPORTED_TRANSFER_CODING
                        : Violation.MALFORMED_TRANSFER_ENCODING)
                .exception();
    }

    // Content-Length = 1*DIGIT
    private static long length(String value) throws ProtocolException {
        long length = 0;
        if (value.isEmpty()) {
            throw Violation.MALFORMED_CONTENT_LENGTH.exception();
        }
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9 || length > (Long.MAX_VALUE - digit) / 10) {
                throw Violation.MALFORMED_CONTENT_LENGTH.exception();
            }
            length = 10 * length + digit;
        }
        return length;
    }
}
