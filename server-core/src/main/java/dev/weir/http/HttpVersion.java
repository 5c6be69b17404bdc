package dev.weir.http;

/** Version of the protocol that a message was sent in (RFC 9110 section 2.5). */
public enum HttpVersion {
    /** HTTP/1.0 (RFC 1945), answered by the rules of RFC 9112. */
    HTTP_1_0("HTTP/1.0"),
    /** HTTP/1.1 (RFC 9112). */
    HTTP_1_1("HTTP/1.1"),
    /** HTTP/2 (RFC 9113). */
    HTTP_2("HTTP/2");

    private final String text;

    HttpVersion(String text) {
        this.text = text;
    }

    /** The version as it is written, for example {@code HTTP/1.1}. */
    public String text() {
        return text;
    }
}
