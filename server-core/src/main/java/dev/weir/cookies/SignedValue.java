package dev.weir.cookies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Value of a signed cookie as it is sent.
 *
 * <pre>
 *   YWRh.1767225600.2026-02.kq3…      value in base64url, end of its time, id of the key, signature
 * </pre>
 *
 * @param encoded the value in base64url
 * @param end when it expires, in seconds since 1970, as written
 * @param keyId names the key that has signed
 * @param signature over all of this and the cookie's name, in base64url
 */
record SignedValue(String encoded, String end, String keyId, String signature) {

    private static final int PARTS = 4;

    /** What is signed begins with this, so that a signature of anything else, with the same key, is none of these. */
    private static final String PURPOSE = "weir signed cookie 1";

    static SignedValue of(String name, String value, long end, SigningKey key) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        String seconds = Long.toString(end);
        return new SignedValue(encoded, seconds, key.id(), key.signature(signed(name, encoded, seconds, key.id())));
    }

    /** The parts of a text; nothing can be said of them before {@link #isSignedBy}. */
    static Optional<SignedValue> parse(String text) {
        String[] parts = text.split("\\.", PARTS + 1);
        return parts.length == PARTS
                ? Optional.of(new SignedValue(parts[0], parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    // None of the parts has a line feed: names are tokens, the others are checked or made here.
    private static String signed(String name, String encoded, String end, String keyId) {
        return String.join("\n", PURPOSE, name, keyId, end, encoded);
    }

    /** Whether that key has signed this for a cookie of that name; takes as long wherever the signatures differ. */
    boolean isSignedBy(SigningKey key, String name) {
        byte[] expected = key.signature(signed(name, encoded, end, keyId)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    /** When it expires; to be asked only of what is signed. */
    long endSecond() {
        return Long.parseLong(end);
    }

    /** The value; to be asked only of what is signed. */
    String value() {
        return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    /** As it is sent. */
    String text() {
        return String.join(".", encoded, end, keyId, signature);
    }

    /** Nothing of the value. */
    @Override
    public String toString() {
        return "SignedValue[keyId=" + keyId + "]";
    }
}
