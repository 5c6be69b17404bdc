package dev.weir.cookies;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret to sign with, and an id by which it is found among others. The secret is never shown. */
public final class SigningKey {

    /** HMAC is as strong as its hash only with a key as long as that (RFC 2104 section 3). */
    private static final int SHORTEST = 32;

    private static final String ALGORITHM = "HmacSHA256";

    // Without a dot, which separates the parts of a signed value.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final String id;
    private final SecretKeySpec secret;

    private SigningKey(String id, byte[] secret) {
        this.id = id;
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * A key of that secret.
     *
     * @param id name of the key, which stands in each cookie: 1 to 64 of the characters A to Z, a to z, 0 to 9, _ and -
     * @param secret 32 octets or more, as random as can be; copied
     */
    public static SigningKey of(String id, byte[] secret) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id of signing key: " + id.length() + " characters (expected: 1 to 64 of A-Z a-z 0-9 _ -)");
        }
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("secret of signing key " + id + ": " + secret.length
                    + " octets (expected: " + SHORTEST + " or more, from a random generator)");
        }
        return new SigningKey(id, secret);
    }

    /** A key that nobody else has, and no other process: what it signed is of no value after a restart. */
    public static SigningKey random(String id) {
        byte[] secret = new byte[SHORTEST];
        new SecureRandom().nextBytes(secret);
        return of(id, secret);
    }

    /** Name of the key. */
    public String id() {
        return id;
    }

    /** HMAC-SHA-256 of that text (RFC 2104) in base64url. */
    String signature(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }

    /** The id alone. */
    @Override
    public String toString() {
        return "SigningKey[id=" + id + "]";
    }
}
