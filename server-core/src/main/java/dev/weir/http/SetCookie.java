package dev.weir.http;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Value of a Set-Cookie field: a cookie for the client to keep, with its attributes (RFC 6265 section 4.1).
 *
 * <pre>
 *   SetCookie.of("__Host-session", id).withPath("/").secure().httpOnly().withSameSite(SameSite.LAX)
 * </pre>
 *
 * <p>What clients refuse is refused here: a cookie or an attribute that is too long (RFC 6265bis section 5.6), and in
 * {@link #toFieldValue} attributes that go with neither each other nor the prefix of the name (RFC 6265bis section 4.1.3).
 */
public final class SetCookie {
    /** Which requests from other sites the client sends the cookie with (RFC 6265bis section 4.1.2.7). */
    public enum SameSite {
        /** None at all. */
        STRICT("Strict"),
        /** Only when the user follows a link, by a safe method. */
        LAX("Lax"),
        /** All of them; the cookie has to be secure then. */
        NONE("None");

        private final String text;

        SameSite(String text) {
            this.text = text;
        }
    }

    /** The attributes in the order they are written. */
    private enum Attribute {
        PATH("Path"),
        DOMAIN("Domain"),
        MAX_AGE("Max-Age"),
        EXPIRES("Expires"),
        SECURE("Secure"),
        HTTP_ONLY("HttpOnly"),
        SAME_SITE("SameSite"),
        PARTITIONED("Partitioned");

        private final String text;

        Attribute(String text) {
            this.text = text;
        }
    }

    /** Longest name and value together that clients keep (RFC 6265bis section 5.6). */
    private static final int LONGEST = 4096;

    /** Longest value of an attribute that they do not ignore (RFC 6265bis section 5.6). */
    private static final int LONGEST_ATTRIBUTE = 1024;

    private final String name;
    private final String value;

    /** The attributes that are set; those without a value have the empty string. Never changed. */
    private final Map<Attribute, String> attributes;

    private SetCookie(String name, String value, Map<Attribute, String> attributes) {
        this.name = name;
        this.value = value;
        this.attributes = attributes;
    }

    /**
     * A cookie without attributes: kept until the client ends its session, sent to this host only.
     *
     * @throws IllegalArgumentException if the name is not a token, or the value has characters other than visible ASCII
     *     ones or a double quote, comma, semicolon or backslash, or both are longer than 4096 octets; its text does not
     *     repeat the value
     */
    public static SetCookie of(String name, String value) {
        if (!Grammar.isToken(name)) {
            throw new IllegalArgumentException("cookie name: \"" + Printable.of(name) + "\" (expected: a token)");
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isCookieOctet(value.charAt(i))) {
                throw new IllegalArgumentException("cookie value of " + name + ": character " + (int) value.charAt(i)
                        + " at index " + i + " (expected: visible ASCII without \" , ; \\)");
            }
        }
        if (name.length() + value.length() > LONGEST) {
            throw new IllegalArgumentException("cookie " + Printable.of(name.substring(0, Math.min(name.length(), 64)))
                    + ": " + (name.length() + value.length()) + " octets of name and value (expected: " + LONGEST
                    + " or less)");
        }
        return new SetCookie(name, value, new EnumMap<>(Attribute.class));
    }

    /** The cookie that makes the client forget the one of that name, if path and domain are set as they were for it. */
    public static SetCookie delete(String name) {
        return of(name, "").withMaxAge(Duration.ZERO).withExpires(Instant.EPOCH);
    }

    private static boolean isCookieOctet(char c) {
        return c > ' ' && c <= '~' && c != '"' && c != ',' && c != ';' && c != '\\';
    }

    /**
     * The same for targets below {@code path} only.
     *
     * @throws IllegalArgumentException if the path does not begin with a slash or has characters that cannot be sent
     */
    public SetCookie withPath(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("Path: \"" + Printable.of(path) + "\" (expected: to begin with /)");
        }
        return with(Attribute.PATH, path);
    }

    /**
     * The same for all hosts at and below {@code domain}.
     *
     * @throws IllegalArgumentException if the domain is empty or has characters that cannot be sent
     */
    public SetCookie withDomain(String domain) {
        if (domain.isEmpty() || domain.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("Domain: \"" + Printable.of(domain) + "\" (expected: a host name)");
        }
        return with(Attribute.DOMAIN, domain);
    }

    /**
     * The same kept for {@code maxAge}, rounded up to whole seconds; zero makes the client forget it.
     *
     * @throws IllegalArgumentException if {@code maxAge} is negative
     */
    public SetCookie withMaxAge(Duration maxAge) {
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("Max-Age: " + maxAge + " (expected: zero or more)");
        }
        long seconds = maxAge.getNano() == 0
                ? maxAge.getSeconds()
                : maxAge.plusSeconds(1).getSeconds();
        return with(Attribute.MAX_AGE, Long.toString(seconds));
    }

    /** The same kept until {@code expires}; clients prefer Max-Age where both are set. */
    public SetCookie withExpires(Instant expires) {
        return with(Attribute.EXPIRES, HttpDate.format(expires));
    }

    /** The same for secured connections only. */
    public SetCookie secure() {
        return with(Attribute.SECURE, "");
    }

    /** The same, hidden from scripts. */
    public SetCookie httpOnly() {
        return with(Attribute.HTTP_ONLY, "");
    }

    /** The same with a say about requests from other sites. */
    public SetCookie withSameSite(SameSite sameSite) {
        return with(Attribute.SAME_SITE, sameSite.text);
    }

    /** The same, kept apart for each site that embeds this one; the cookie has to be secure then. */
    public SetCookie partitioned() {
        return with(Attribute.PARTITIONED, "");
    }

    private SetCookie with(Attribute attribute, String text) {
        if (text.length() > LONGEST_ATTRIBUTE) {
            throw new IllegalArgumentException(
                    attribute.text + ": " + text.length() + " octets (expected: " + LONGEST_ATTRIBUTE + " or less)");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ';') {
                throw new IllegalArgumentException(attribute.text + ": character " + (int) c + " at index " + i
                        + " (expected: printable ASCII without ;)");
            }
        }
        Map<Attribute, String> changed = new EnumMap<>(attributes);
        changed.put(attribute, text);
        return new SetCookie(name, value, changed);
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The value. */
    public String value() {
        return value;
    }

    /**
     * The value of the Set-Cookie field.
     *
     * @throws IllegalStateException if clients would refuse the cookie: Secure is missing with {@code SameSite=None},
     *     with Partitioned, or with a name that begins with {@code __Secure-}, {@code __Host-} or {@code __Http-}; {@code
     *     __Host-} also needs {@code Path=/} and no Domain, {@code __Http-} and {@code __Host-Http-} need HttpOnly
     */
    public String toFieldValue() {
        check();
        StringBuilder out = new StringBuilder().append(name).append('=').append(value);
        attributes.forEach((attribute, text) -> {
            out.append("; ").append(attribute.text);
            if (!text.isEmpty()) {
                out.append('=').append(text);
            }
        });
        return out.toString();
    }

    private void check() {
        // Clients compare the prefixes without regard to case, so that nobody gets around them that way.
        String lowerCaseName = name.toLowerCase(Locale.ROOT);
        boolean isSecure = attributes.containsKey(Attribute.SECURE);
        if (lowerCaseName.startsWith("__host-")) {
            demand("/".equals(attributes.get(Attribute.PATH)), "Path=/ for the prefix __Host-");
            demand(!attributes.containsKey(Attribute.DOMAIN), "no Domain for the prefix __Host-");
            demand(isSecure, "Secure for the prefix __Host-");
        }
        if (lowerCaseName.startsWith("__http-") || lowerCaseName.startsWith("__host-http-")) {
            // Younger than the others: clients that do not know these two take such a cookie as any other.
            demand(isSecure, "Secure for the prefix __Http-");
            demand(attributes.containsKey(Attribute.HTTP_ONLY), "HttpOnly for the prefix __Http-");
        }
        demand(isSecure || !lowerCaseName.startsWith("__secure-"), "Secure for the prefix __Secure-");
        demand(isSecure || !SameSite.NONE.text.equals(attributes.get(Attribute.SAME_SITE)), "Secure for SameSite=None");
        demand(isSecure || !attributes.containsKey(Attribute.PARTITIONED), "Secure for Partitioned");
    }

    private void demand(boolean met, String expectation) {
        if (!met) {
            throw new IllegalStateException("cookie: " + name + " (expected: " + expectation + ")");
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof SetCookie that
                        && name.equals(that.name)
                        && value.equals(that.value)
                        && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + attributes.hashCode();
    }

    /** The name alone: values are often secrets, and this text ends up in logs. */
    @Override
    public String toString() {
        return "SetCookie[name=" + name + "]";
    }
}
