package dev.weir.http;

/**
 * Status code of a response together with its registered phrase (RFC 9110 section 15).
 *
 * <p>There is one instance for each code from 100 to 599, so that {@code ==} compares codes. The constants are the
 * entries of the IANA registry; 306 and 418, which it lists as unused, have neither a constant nor a phrase, and no more
 * has 104, whose registration is temporary.
 */
public final class Status {
    private static final int LOWEST = 100;
    private static final int HIGHEST = 599;

    /** The instances by code, filled by the constants first; not changed once the class is initialized. */
    private static final Status[] BY_CODE = new Status[HIGHEST + 1];

    /** 100 Continue (RFC 9110 section 15.2.1). */
    public static final Status CONTINUE = registered(100, "Continue");

    /** 101 Switching Protocols (RFC 9110 section 15.2.2). */
    public static final Status SWITCHING_PROTOCOLS = registered(101, "Switching Protocols");

    /** 102 Processing (RFC 2518 section 10.1). */
    public static final Status PROCESSING = registered(102, "Processing");

    /** 103 Early Hints (RFC 8297 section 2). */
    public static final Status EARLY_HINTS = registered(103, "Early Hints");

    /** 200 OK (RFC 9110 section 15.3.1). */
    public static final Status OK = registered(200, "OK");

    /** 201 Created (RFC 9110 section 15.3.2). */
    public static final Status CREATED = registered(201, "Created");

    /** 202 Accepted (RFC 9110 section 15.3.3). */
    public static final Status ACCEPTED = registered(202, "Accepted");

    /** 203 Non-Authoritative Information (RFC 9110 section 15.3.4). */
    public static final Status NON_AUTHORITATIVE_INFORMATION = registered(203, "Non-Authoritative Information");

    /** 204 No Content (RFC 9110 section 15.3.5). */
    public static final Status NO_CONTENT = registered(204, "No Content");

    /** 205 Reset Content (RFC 9110 section 15.3.6). */
    public static final Status RESET_CONTENT = registered(205, "Reset Content");

    /** 206 Partial Content (RFC 9110 section 15.3.7). */
    public static final Status PARTIAL_CONTENT = registered(206, "Partial Content");

    /** 207 Multi-Status (RFC 4918 section 11.1). */
    public static final Status MULTI_STATUS = registered(207, "Multi-Status");

    /** 208 Already Reported (RFC 5842 section 7.1). */
    public static final Status ALREADY_REPORTED = registered(208, "Already Reported");

    /** 226 IM Used (RFC 3229 section 10.4.1). */
    public static final Status IM_USED = registered(226, "IM Used");

    /** 300 Multiple Choices (RFC 9110 section 15.4.1). */
    public static final Status MULTIPLE_CHOICES = registered(300, "Multiple Choices");

    /** 301 Moved Permanently (RFC 9110 section 15.4.2). */
    public static final Status MOVED_PERMANENTLY = registered(301, "Moved Permanently");

    /** 302 Found (RFC 9110 section 15.4.3). */
    public static final Status FOUND = registered(302, "Found");

    /** 303 See Other (RFC 9110 section 15.4.4). */
    public static final Status SEE_OTHER = registered(303, "See Other");

    /** 304 Not Modified (RFC 9110 section 15.4.5). */
    public static final Status NOT_MODIFIED = registered(304, "Not Modified");

    /** 305 Use Proxy (RFC 9110 section 15.4.6). */
    public static final Status USE_PROXY = registered(305, "Use Proxy");

    /** 307 Temporary Redirect (RFC 9110 section 15.4.8). */
    public static final Status TEMPORARY_REDIRECT = registered(307, "Temporary Redirect");

    /** 308 Permanent Redirect (RFC 9110 section 15.4.9). */
    public static final Status PERMANENT_REDIRECT = registered(308, "Permanent Redirect");

    /** 400 Bad Request (RFC 9110 section 15.5.1). */
    public static final Status BAD_REQUEST = registered(400, "Bad Request");

    /** 401 Unauthorized (RFC 9110 section 15.5.2). */
    public static final Status UNAUTHORIZED = registered(401, "Unauthorized");

    /** 402 Payment Required (RFC 9110 section 15.5.3). */
    public static final Status PAYMENT_REQUIRED = registered(402, "Payment Required");

    /** 403 Forbidden (RFC 9110 section 15.5.4). */
    public static final Status FORBIDDEN = registered(403, "Forbidden");

    /** 404 Not Found (RFC 9110 section 15.5.5). */
    public static final Status NOT_FOUND = registered(404, "Not Found");

    /** 405 Method Not Allowed (RFC 9110 section 15.5.6). */
    public static final Status METHOD_NOT_ALLOWED = registered(405, "Method Not Allowed");

    /** 406 Not Acceptable (RFC 9110 section 15.5.7). */
    public static final Status NOT_ACCEPTABLE = registered(406, "Not Acceptable");

    /** 407 Proxy Authentication Required (RFC 9110 section 15.5.8). */
    public static final Status PROXY_AUTHENTICATION_REQUIRED = registered(407, "Proxy Authentication Required");

    /** 408 Request Timeout (RFC 9110 section 15.5.9). */
    public static final Status REQUEST_TIMEOUT = registered(408, "Request Timeout");

    /** 409 Conflict (RFC 9110 section 15.5.10). */
    public static final Status CONFLICT = registered(409, "Conflict");

    /** 410 Gone (RFC 9110 section 15.5.11). */
    public static final Status GONE = registered(410, "Gone");

    /** 411 Length Required (RFC 9110 section 15.5.12). */
    public static final Status LENGTH_REQUIRED = registered(411, "Length Required");

    /** 412 Precondition Failed (RFC 9110 section 15.5.13). */
    public static final Status PRECONDITION_FAILED = registered(412, "Precondition Failed");

    /** 413 Content Too Large (RFC 9110 section 15.5.14). */
    public static final Status CONTENT_TOO_LARGE = registered(413, "Content Too Large");

    /** 414 URI Too Long (RFC 9110 section 15.5.15). */
    public static final Status URI_TOO_LONG = registered(414, "URI Too Long");

    /** 415 Unsupported Media Type (RFC 9110 section 15.5.16). */
    public static final Status UNSUPPORTED_MEDIA_TYPE = registered(415, "Unsupported Media Type");

    /** 416 Range Not Satisfiable (RFC 9110 section 15.5.17). */
    public static final Status RANGE_NOT_SATISFIABLE = registered(416, "Range Not Satisfiable");

    /** 417 Expectation Failed (RFC 9110 section 15.5.18). */
    public static final Status EXPECTATION_FAILED = registered(417, "Expectation Failed");

    /** 421 Misdirected Request (RFC 9110 section 15.5.20). */
    public static final Status MISDIRECTED_REQUEST = registered(421, "Misdirected Request");

    /** 422 Unprocessable Content (RFC 9110 section 15.5.21). */
    public static final Status UNPROCESSABLE_CONTENT = registered(422, "Unprocessable Content");

    /** 423 Locked (RFC 4918 section 11.3). */
    public static final Status LOCKED = registered(423, "Locked");

    /** 424 Failed Dependency (RFC 4918 section 11.4). */
    public static final Status FAILED_DEPENDENCY = registered(424, "Failed Dependency");

    /** 425 Too Early (RFC 8470 section 5.2). */
    public static final Status TOO_EARLY = registered(425, "Too Early");

    /** 426 Upgrade Required (RFC 9110 section 15.5.22). */
    public static final Status UPGRADE_REQUIRED = registered(426, "Upgrade Required");

    /** 428 Precondition Required (RFC 6585 section 3). */
    public static final Status PRECONDITION_REQUIRED = registered(428, "Precondition Required");

    /** 429 Too Many Requests (RFC 6585 section 4). */
    public static final Status TOO_MANY_REQUESTS = registered(429, "Too Many Requests");

    /** 431 Request Header Fields Too Large (RFC 6585 section 5). */
    public static final Status REQUEST_HEADER_FIELDS_TOO_LARGE = registered(431, "Request Header Fields Too Large");

    /** 451 Unavailable For Legal Reasons (RFC 7725 section 3). */
    public static final Status UNAVAILABLE_FOR_LEGAL_REASONS = registered(451, "Unavailable For Legal Reasons");

    /** 500 Internal Server Error (RFC 9110 section 15.6.1). */
    public static final Status INTERNAL_SERVER_ERROR = registered(500, "Internal Server Error");

    /** 501 Not Implemented (RFC 9110 section 15.6.2). */
    public static final Status NOT_IMPLEMENTED = registered(501, "Not Implemented");

    /** 502 Bad Gateway (RFC 9110 section 15.6.3). */
    public static final Status BAD_GATEWAY = registered(502, "Bad Gateway");

    /** 503 Service Unavailable (RFC 9110 section 15.6.4). */
    public static final Status SERVICE_UNAVAILABLE = registered(503, "Service Unavailable");

    /** 504 Gateway Timeout (RFC 9110 section 15.6.5). */
    public static final Status GATEWAY_TIMEOUT = registered(504, "Gateway Timeout");

    /** 505 HTTP Version Not Supported (RFC 9110 section 15.6.6). */
    public static final Status HTTP_VERSION_NOT_SUPPORTED = registered(505, "HTTP Version Not Supported");

    /** 506 Variant Also Negotiates (RFC 2295 section 8.1). */
    public static final Status VARIANT_ALSO_NEGOTIATES = registered(506, "Variant Also Negotiates");

    /** 507 Insufficient Storage (RFC 4918 section 11.5). */
    public static final Status INSUFFICIENT_STORAGE = registered(507, "Insufficient Storage");

    /** 508 Loop Detected (RFC 5842 section 7.2). */
    public static final Status LOOP_DETECTED = registered(508, "Loop Detected");

    /** 510 Not Extended (RFC 2774 section 7). */
    public static final Status NOT_EXTENDED = registered(510, "Not Extended");

    /** 511 Network Authentication Required (RFC 6585 section 6). */
    public static final Status NETWORK_AUTHENTICATION_REQUIRED = registered(511, "Network Authentication Required");

    static {
        for (int code = LOWEST; code <= HIGHEST; code++) {
            if (BY_CODE[code] == null) {
                BY_CODE[code] = new Status(code, "");
            }
        }
    }

    private final int code;
    private final String reason;

    private Status(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    private static Status registered(int code, String reason) {
        Status status = new Status(code, reason);
        BY_CODE[code] = status;
        return status;
    }

    /**
     * The status of that code, registered or not.
     *
     * @throws IllegalArgumentException if {@code code} is not from 100 to 599
     */
    public static Status of(int code) {
        if (code < LOWEST || code > HIGHEST) {
            throw new IllegalArgumentException("status: " + code + " (expected: 100 to 599)");
        }
        return BY_CODE[code];
    }

    /** The code, from 100 to 599. */
    public int code() {
        return code;
    }

    /** The registered phrase, for example {@code Not Found}; empty if the code is not registered. */
    public String reason() {
        return reason;
    }

    /** Whether this is an interim status, 1xx (RFC 9110 section 15.2). */
    public boolean isInformational() {
        return code < 200;
    }

    /** Whether this is 2xx: understood and accepted (RFC 9110 section 15.3). */
    public boolean isSuccessful() {
        return code / 100 == 2;
    }

    /** Whether this is 3xx: the client has more to do (RFC 9110 section 15.4). */
    public boolean isRedirection() {
        return code / 100 == 3;
    }

    /** Whether this is 4xx: the client seems to be wrong (RFC 9110 section 15.5). */
    public boolean isClientError() {
        return code / 100 == 4;
    }

    /** Whether this is 5xx: the server is at fault (RFC 9110 section 15.6). */
    public boolean isServerError() {
        return code / 100 == 5;
    }

    /** Whether this is 4xx or 5xx. */
    public boolean isError() {
        return code >= 400;
    }

    /**
     * Whether a response with this status may carry content: all but 1xx, 204, 205 and 304 (RFC 9110 section 6.4.1).
     *
     * <p>205 differs from the others: its message body is delimited like any other, so that it has to be sent with a
     * length of zero (RFC 9110 section 15.3.6).
     */
    public boolean allowsContent() {
        return !isInformational() && this != NO_CONTENT && this != RESET_CONTENT && this != NOT_MODIFIED;
    }

    /** Code and phrase, for example {@code 404 Not Found}; the code alone if there is no phrase. */
    @Override
    public String toString() {
        return reason.isEmpty() ? Integer.toString(code) : code + " " + reason;
    }
}
