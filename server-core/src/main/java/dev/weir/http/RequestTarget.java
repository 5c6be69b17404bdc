package dev.weir.http;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a request asks for, in one of the four forms of RFC 9112 section 3.2.
 *
 * <p>For {@code GET http://example.test/a%20b?x=1 HTTP/1.1} the form is {@link Form#ABSOLUTE}, {@link #path()} is
 * {@code /a%20b}, {@link #rawQuery()} is {@code x=1} and {@link #authority()} is {@code example.test}.
 */
public final class RequestTarget {

    /** The four forms of a request target. */
    public enum Form {
        /** {@code /where?q=now}, the usual one. */
        ORIGIN,
        /** {@code http://www.example.test/where?q=now}, as sent to proxies. */
        ABSOLUTE,
        /** {@code www.example.test:80}, only with CONNECT. */
        AUTHORITY,
        /** {@code *}, only with OPTIONS. */
        ASTERISK
    }

    private final String text;
    private final Form form;
    private final String authority;

    /** Path and query, as far as there are any. */
    private final String pathAndQuery;

    /** Where the path ends in {@link #pathAndQuery}. */
    private final int pathEnd;

    /** Decoded on first use; two threads may both decode, to equal values. */
    private List<String> segments;

    /** Decoded on first use, like {@link #segments}. */
    private QueryParameters queryParameters;

    private RequestTarget(String text, Form form, String authority, String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        this.text = text;
        this.form = form;
        this.authority = authority;
        this.pathAndQuery = pathAndQuery;
        this.pathEnd = mark < 0 ? pathAndQuery.length() : mark;
    }

    /**
     * A target in origin-form.
     *
     * @param text starts with {@code /}
     */
    public static RequestTarget origin(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException(
                    "request target: \"" + Printable.of(text) + "\" (expected: to start with /)");
        }
        return new RequestTarget(text, Form.ORIGIN, null, text);
    }

    /**
     * A target in absolute-form.
     *
     * @param text the whole target
     * @param authority host and optional port within it
     * @param pathAndQuery what follows the authority; an empty path counts as {@code /} (RFC 9110 section 4.2.3)
     */
    public static RequestTarget absolute(String text, String authority, String pathAndQuery) {
        return new RequestTarget(
                text, Form.ABSOLUTE, authority, pathAndQuery.startsWith("/") ? pathAndQuery : "/" + pathAndQuery);
    }

    /** A target in authority-form: {@code host:port}. */
    public static RequestTarget authority(String text) {
        return new RequestTarget(text, Form.AUTHORITY, text, "");
    }

    /** The target {@code *}: the server as a whole. */
    public static RequestTarget asterisk() {
        return new RequestTarget("*", Form.ASTERISK, null, "*");
    }

    /**
     * The target of OPTIONS in absolute-form without a path, which means the same as {@code *} (RFC 9112 section 3.2.4).
     *
     * @param text the whole target
     * @param authority host and optional port within it
     */
    public static RequestTarget wholeServer(String text, String authority) {
        return new RequestTarget(text, Form.ASTERISK, authority, "*");
    }

    /** Which of the four forms it has. */
    public Form form() {
        return form;
    }

    /** The path as sent, still percent-encoded; {@code *} in asterisk-form, empty in authority-form. */
    public String path() {
        return pathAndQuery.substring(0, pathEnd);
    }

    /** The query as sent, without its question mark; absent if there was no question mark. */
    public Optional<String> rawQuery() {
        return hasQuery() ? Optional.of(pathAndQuery.substring(pathEnd + 1)) : Optional.empty();
    }

    private boolean hasQuery() {
        return pathEnd < pathAndQuery.length();
    }

    /** Host and port where the target has them: in absolute-form and authority-form. */
    public Optional<String> authority() {
        return Optional.ofNullable(authority);
    }

    /**
     * The path's segments: split at each raw {@code /}, then percent-decoded once as UTF-8. {@code /a%2Fb/} gives
     * {@code ["a/b", ""]}; {@code /} gives {@code [""]}.
     *
     * @throws HttpException with status 400 if a segment is badly encoded, holds NUL, or is {@code .} or {@code ..}
     */
    public List<String> segments() {
        List<String> decoded = segments;
        if (decoded == null) {
            decoded = PathSegments.decode(pathAndQuery, pathEnd);
            segments = decoded;
        }
        return decoded;
    }

    /**
     * The query's parameters, decoded as {@code application/x-www-form-urlencoded}.
     *
     * @throws HttpException with status 400 if the query is badly encoded
     */
    public QueryParameters query() {
        QueryParameters decoded = queryParameters;
        if (decoded == null) {
            decoded = hasQuery() ? QueryParameters.parse(pathAndQuery, pathEnd + 1) : QueryParameters.empty();
            queryParameters = decoded;
        }
        return decoded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestTarget that && form == that.form && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(form, text);
    }

    /** The target as sent. */
    @Override
    public String toString() {
        return text;
    }
}
