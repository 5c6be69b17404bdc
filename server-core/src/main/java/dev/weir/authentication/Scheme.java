package dev.weir.authentication;

import java.util.Optional;

/** One way in which clients authenticate themselves. */
interface Scheme {

    /** What became of credentials. */
    sealed interface Verdict {

        /** They are right, and whose they are. */
        record Known(Object principal) implements Verdict {}

        /** They are not right. */
        record Unknown() implements Verdict {}

        /** They are not even credentials, and the scheme wants to have said so. */
        record Malformed() implements Verdict {}
    }

    /** Name as in the Authorization field; compared without regard to case. */
    String name();

    /** Looks at what follows the name. */
    Verdict verdict(String credentials) throws Exception;

    /** What a client without credentials is told. */
    Challenge challenge();

    /** What a client with such credentials is told. */
    Challenge challenge(Verdict verdict);

    /** The verdict of whoever knows the principals. */
    static <C> Verdict of(Authenticator<C> authenticator, C credentials) throws Exception {
        Optional<?> principal = authenticator.authenticate(credentials);
        return principal.isPresent() ? new Verdict.Known(principal.get()) : new Verdict.Unknown();
    }
}
