package dev.weir.internal.wire;

import dev.weir.http.Status;

/** A way to break HTTP/1.1: what it is answered with, where the rule stands, and the fixed text that is sent. */
public enum Violation {
    BARE_CR(Status.BAD_REQUEST, "RFC 9112 section 2.2", "A CR stands without its LF."),
    BARE_LF(Status.BAD_REQUEST, "RFC 9112 section 2.2", "A line ends in LF without CR."),
    WHITESPACE_BEFORE_FIRST_FIELD(
            Status.BAD_REQUEST, "RFC 9112 section 2.2", "The line behind the request line starts with whitespace."),
    MALFORMED_REQUEST_LINE(Status.BAD_REQUEST, "RFC 9112 section 3", "The request line is malformed."),
    MALFORMED_METHOD(Status.BAD_REQUEST, "RFC 9110 section 9.1", "The method is not a token."),
    METHOD_TOO_LONG(Status.NOT_IMPLEMENTED, "RFC 9112 section 3", "The method is longer than any that is known."),
    TARGET_TOO_LONG(Status.URI_TOO_LONG, "RFC 9112 section 3", "The request target is too long."),
    MALFORMED_TARGET(Status.BAD_REQUEST, "RFC 9112 section 3.2", "The request target is malformed."),
    MALFORMED_VERSION(Status.BAD_REQUEST, "RFC 9112 section 2.3", "The protocol version is malformed."),
    UNSUPPORTED_VERSION(
            Status.HTTP_VERSION_NOT_SUPPORTED, "RFC 9110 section 15.6.6", "The protocol version is not supported."),
    MISSING_HOST(Status.BAD_REQUEST, "RFC 9112 section 3.2", "The Host field is missing."),
    REPEATED_HOST(Status.BAD_REQUEST, "RFC 9112 section 3.2", "There is more than one Host field line."),
    MALFORMED_HOST(Status.BAD_REQUEST, "RFC 9112 section 3.2", "The Host field is malformed."),
    CONFLICTING_HOST(Status.BAD_REQUEST, "RFC 9112 section 3.2.2", "Host and request target name different hosts."),
    OBSOLETE_LINE_FOLDING(Status.BAD_REQUEST, "RFC 9112 section 5.2", "A field line is folded."),
    WHITESPACE_BEFORE_COLON(
            Status.BAD_REQUEST, "RFC 9112 section 5.1", "Whitespace stands between a field name and its colon."),
    MALFORMED_FIELD_NAME(Status.BAD_REQUEST, "RFC 9112 section 5", "A field name is not a token before a colon."),
    MALFORMED_FIELD_VALUE(Status.BAD_REQUEST, "RFC 9110 section 5.5", "A field value holds a control character."),
    FIELD_SECTION_TOO_LARGE(
            Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "RFC 6585 section 5", "The field section is too large."),
    TOO_MANY_FIELD_LINES(
            Status.REQUEST_HEADER_FIELDS_TOO_LARGE, "RFC 6585 section 5", "There are too many field lines."),
    MALFORMED_CONTENT_LENGTH(Status.BAD_REQUEST, "RFC 9112 section 6.3", "The Content-Length is malformed."),
    REPEATED_CONTENT_LENGTH(
            Status.BAD_REQUEST, "RFC 9112 section 6.3", "There is more than one Content-Length field line."),
    CONTENT_LENGTH_WITH_TRANSFER_ENCODING(
            Status.BAD_REQUEST, "RFC 9112 section 6.1", "Content-Length and Transfer-Encoding stand together."),
    MALFORMED_TRANSFER_ENCODING(
            Status.BAD_REQUEST, "RFC 9112 section 6.1", "The Transfer-Encoding does not end in chunked once."),
    UNSUPPORTED_TRANSFER_CODING(
            Status.NOT_IMPLEMENTED, "RFC 9112 section 6.1", "The Transfer-Encoding names an unknown coding."),
    TRANSFER_ENCODING_IN_HTTP_1_0(Status.BAD_REQUEST, "RFC 9112 section 6.1", "HTTP/1.0 knows no Transfer-Encoding."),
    MALFORMED_CHUNK_SIZE(Status.BAD_REQUEST, "RFC 9112 section 7.1", "A chunk size is malformed."),
    CHUNK_SIZE_TOO_LARGE(Status.BAD_REQUEST, "RFC 9112 section 7.1", "A chunk size is too large."),
    MALFORMED_CHUNK_EXTENSION(Status.BAD_REQUEST, "RFC 9112 section 7.1.1", "A chunk extension is malformed."),
    CHUNK_EXTENSIONS_TOO_LONG(Status.BAD_REQUEST, "RFC 9112 section 7.1.1", "The chunk extensions are too long."),
    MALFORMED_CHUNK_END(Status.BAD_REQUEST, "RFC 9112 section 7.1", "No CRLF stands behind the chunk data."),
    FORBIDDEN_TRAILER(Status.BAD_REQUEST, "RFC 9110 section 6.5.1", "A trailer field is not allowed there."),
    INCOMPLETE_CONTENT(Status.BAD_REQUEST, "RFC 9112 section 8", "The content ended before its end."),
    SECURE_TARGET_IN_THE_CLEAR(
            Status.MISDIRECTED_REQUEST,
            "RFC 9110 section 7.4",
            "The request target is for a secured connection, which this is not."),
    TUNNEL_WANTED(Status.NOT_IMPLEMENTED, "RFC 9110 section 9.3.6", "This server is no proxy."),
    UNKNOWN_EXPECTATION(Status.EXPECTATION_FAILED, "RFC 9110 section 10.1.1", "The expectation is unknown.");

    private final Status status;
    private final String section;
    private final String text;
    private final ProtocolException exception;

    Violation(Status status, String section, String text) {
        this.status = status;
        this.section = section;
        this.text = text;
        this.exception = new ProtocolException(this);
    }

    /** Status to refuse it with. */
    public Status status() {
        return status;
    }

    /** Section of the RFC that has the rule. */
    public String section() {
        return section;
    }

    /** Fixed text for the client. */
    public String text() {
        return text;
    }

    /** The exception for this violation: always the same one, so that refusing costs an attacked server no memory. */
    public ProtocolException exception() {
        return exception;
    }
}
