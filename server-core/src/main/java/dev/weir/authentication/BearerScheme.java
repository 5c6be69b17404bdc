package dev.weir.authentication;

/**
 * A token in the Authorization field (RFC 6750 section 2.1). Not in a form or a query, where logs and links would have it.
 *
 * @param realm what tokens are for
 * @param authenticator knows the tokens
 */
record BearerScheme(String realm, Authenticator<BearerToken> authenticator) implements Scheme {

    static final String NAME = "Bearer";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict verdict(String credentials) throws Exception {
        return isToken(credentials) ? Scheme.of(authenticator, new BearerToken(credentials)) : new Verdict.Malformed();
    }

    private static boolean isToken(String text) {
        // b64token = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="
        return text.matches("[A-Za-z0-9._~+/-]++=*+");
    }

    @Override
    public Challenge challenge() {
        return new Challenge(NAME, realm);
    }

    @Override
    public Challenge challenge(Verdict verdict) {
        return challenge().with("error", verdict instanceof Verdict.Malformed ? "invalid_request" : "invalid_token");
    }
}
