package dev.weir.authentication;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * User and password in every request, readable for whoever reads the connection (RFC 7617).
 *
 * @param realm what they are for
 * @param authenticator knows the users
 */
record BasicScheme(String realm, Authenticator<BasicCredentials> authenticator) implements Scheme {

    @Override
    public String name() {
        return "Basic";
    }

    @Override
    public Verdict verdict(String credentials) throws Exception {
        Optional<BasicCredentials> decoded = decoded(credentials);
        return decoded.isPresent() ? Scheme.of(authenticator, decoded.get()) : new Verdict.Unknown();
    }

    private static Optional<BasicCredentials> decoded(String token68) {
        try {
            byte[] octets = Base64.getDecoder().decode(token68);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            // user-pass = user-id ":" password; neither has control characters, only the password may have colons
            int colon = text.indexOf(':');
            return colon < 0 || text.chars().anyMatch(Character::isISOControl)
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty(); // neither text has to say what was wrong with a password
        }
    }

    @Override
    public Challenge challenge() {
        return new Challenge(name(), realm).with("charset", "UTF-8");
    }

    @Override
    public Challenge challenge(Verdict verdict) {
        return challenge();
    }
}
