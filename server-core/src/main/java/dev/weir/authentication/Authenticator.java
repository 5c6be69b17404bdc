package dev.weir.authentication;

import java.util.Optional;

/**
 * Knows whom credentials belong to.
 *
 * @param <C> {@link BasicCredentials} or {@link BearerToken}
 */
@FunctionalInterface
public interface Authenticator<C> {

    /**
     * The principal, a user say, that the application knows by these credentials; empty if they are not right. Called by many
     * threads at once, for each request.
     *
     * @throws Exception if it cannot tell, which is answered with 500
     */
    Optional<?> authenticate(C credentials) throws Exception;
}
