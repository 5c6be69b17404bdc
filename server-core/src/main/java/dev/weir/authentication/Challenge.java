package dev.weir.authentication;

/**
 * What a client is told in WWW-Authenticate (RFC 9110 section 11.6.1): a scheme and its parameters.
 *
 * <pre>
 *   Bearer realm="api", error="invalid_token"
 * </pre>
 */
final class Challenge {

    private final StringBuilder text;

    /** That of a scheme for a realm: a part of the server whose resources go with the same credentials. */
    Challenge(String scheme, String realm) {
        text = new StringBuilder(scheme);
        text.append(" realm=").append(quoted(realm));
    }

    /** Adds a parameter. */
    Challenge with(String name, String value) {
        text.append(", ").append(name).append('=').append(quoted(value));
        return this;
    }

    /**
     * Refuses a realm that cannot be sent.
     *
     * @throws IllegalArgumentException if it has other characters than those of ASCII that can be seen
     */
    static String checkedRealm(String realm) {
        if (!isVisible(realm)) {
            throw new IllegalArgumentException(
                    "realm: \"" + realm + "\" (expected: visible ASCII characters and spaces)");
        }
        return realm;
    }

    static boolean isVisible(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
