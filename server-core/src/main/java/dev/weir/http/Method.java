package dev.weir.http;

/**
 * Request method: the token that says what a request wants done with its target (RFC 9110 section 9).
 *
 * <p>Method names are case-sensitive: {@code get} is a method of its own, which nobody has defined.
 */
public final class Method {
    /** Transfers a current representation of the target (RFC 9110 section 9.3.1). */
    public static final Method GET = new Method("GET", true, true);

    /** The same as GET, without the content of the response (RFC 9110 section 9.3.2). */
    public static final Method HEAD = new Method("HEAD", true, true);

    /** Has the target process the content in its own way (RFC 9110 section 9.3.3). */
    public static final Method POST = new Method("POST", false, false);

    /** Replaces the target's representations with the content (RFC 9110 section 9.3.4). */
    public static final Method PUT = new Method("PUT", false, true);

    /** Changes the target in part (RFC 5789). */
    public static final Method PATCH = new Method("PATCH", false, false);

    /** Removes the target's representations (RFC 9110 section 9.3.5). */
    public static final Method DELETE = new Method("DELETE", false, true);

    /** Asks which options of communication there are (RFC 9110 section 9.3.7). */
    public static final Method OPTIONS = new Method("OPTIONS", true, true);

    /** Echoes the request for diagnosis (RFC 9110 section 9.3.8). */
    public static final Method TRACE = new Method("TRACE", true, true);

    /** Asks for a tunnel to the target (RFC 9110 section 9.3.6). */
    public static final Method CONNECT = new Method("CONNECT", false, false);

    private final String name;
    private final boolean safe;
    private final boolean idempotent;

    private Method(String name, boolean safe, boolean idempotent) {
        this.name = name;
        this.safe = safe;
        this.idempotent = idempotent;
    }

    /**
     * The method of that name: one of the constants if there is one, else a value that is neither safe nor idempotent.
     *
     * @throws IllegalArgumentException if {@code name} is not a token
     */
    public static Method of(String name) {
        return switch (name) {
            case "GET" -> GET;
            case "HEAD" -> HEAD;
            case "POST" -> POST;
            case "PUT" -> PUT;
            case "PATCH" -> PATCH;
            case "DELETE" -> DELETE;
            case "OPTIONS" -> OPTIONS;
            case "TRACE" -> TRACE;
            case "CONNECT" -> CONNECT;
            default -> extension(name);
        };
    }

    private static Method extension(String name) {
        if (!Grammar.isToken(name)) {
            throw new IllegalArgumentException("method: \"" + Printable.of(name) + "\" (expected: a token)");
        }
        return new Method(name, false, false);
    }

    /** The name, as sent. */
    public String name() {
        return name;
    }

    /** Whether a client may send it without asking for any change (RFC 9110 section 9.2.1). */
    public boolean isSafe() {
        return safe;
    }

    /** Whether sending it twice is meant to do the same as sending it once (RFC 9110 section 9.2.2). */
    public boolean isIdempotent() {
        return idempotent;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Method that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The {@linkplain #name() name}. */
    @Override
    public String toString() {
        return name;
    }
}
