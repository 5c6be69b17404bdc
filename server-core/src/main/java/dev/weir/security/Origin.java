package dev.weir.security;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a page comes from: scheme, host and port, as the Origin field has them (RFC 6454 section 6.2).
 *
 * <pre>
 *   https://app.example:8443    scheme https, authority app.example:8443
 *   null                        none: the page does not tell, and may be anybody's
 * </pre>
 *
 * @param scheme in lower case
 * @param authority host and port in lower case, without the port that the scheme implies
 */
record Origin(String scheme, String authority) {

    /** Longer than a DNS name and a port can be. */
    private static final int LONGEST = 512;

    /** What a field says; empty if it says {@code null}, several origins, or nothing that is one. */
    static Optional<Origin> parse(String text) {
        int end = text.indexOf("://");
        if (end < 0 || text.length() > LONGEST) {
            return Optional.empty();
        }
        String scheme = text.substring(0, end).toLowerCase(Locale.ROOT);
        String authority = text.substring(end + 3).toLowerCase(Locale.ROOT);
        // No user information: http://app.example@evil.example is a page of evil.example.
        boolean isOrigin = scheme.matches("[a-z][a-z0-9+.-]*+")
                && authority.matches("(\\[[0-9a-f:.]++]|[a-z0-9._-]++)(:[0-9]{1,5})?");
        return isOrigin ? Optional.of(new Origin(scheme, withoutImpliedPort(authority, scheme))) : Optional.empty();
    }

    private static String withoutImpliedPort(String authority, String scheme) {
        String implied =
                switch (scheme) {
                    case "http", "ws" -> ":80";
                    case "https", "wss" -> ":443";
                    default -> "";
                };
        return authority.endsWith(implied) ? authority.substring(0, authority.length() - implied.length()) : authority;
    }

    /**
     * Whether a request to that host came from a page of the same origin, as far as can be told: the scheme is compared only
     * where the connection is known to be secure, since a proxy may have ended TLS without a word.
     *
     * @param asked host and port that the request asked for
     */
    boolean isThatOf(String asked, boolean isSecure) {
        return authority.equals(withoutImpliedPort(asked.toLowerCase(Locale.ROOT), scheme))
                && (!isSecure || scheme.equals("https"));
    }

    /** Whether it is an origin as browsers write it. */
    static boolean isWritten(String text) {
        return parse(text).map(Origin::toString).filter(text::equals).isPresent();
    }

    /**
     * An origin that an application names, as browsers write it.
     *
     * @throws IllegalArgumentException if a browser would never send it
     */
    static String checked(String text) {
        if (!isWritten(text)) {
            throw new IllegalArgumentException("origin: \"" + text
                    + "\" (expected: scheme, host and a port that the scheme does not imply, in lower case,"
                    + " like https://app.example)");
        }
        return text;
    }

    /** As browsers write it. */
    @Override
    public String toString() {
        return scheme + "://" + authority;
    }
}
