package dev.weir.authentication;

import dev.weir.http.HttpException;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets pass only requests of somebody whom the application knows, and says to the handlers behind who that is.
 *
 * <pre>{@code
 * Authentication.basic("files", credentials -> users.find(credentials.user(), credentials.password()))
 *         .or(Authentication.bearer("files", token -> tokens.find(token.value())))
 * }</pre>
 *
 * <p>The principal is the attribute {@value #PRINCIPAL} of the request. Without credentials, or with such that are not
 * right, the answer is 401 with a challenge for each scheme (RFC 9110 section 11.6.1); 400 if Authorization is there twice,
 * or names no token where a token should be. Over a connection in the clear everybody on the way can read the credentials.
 */
public final class Authentication implements Filter {

    /** Name of the attribute, unless another is chosen. */
    public static final String PRINCIPAL = "principal";

    private static final String AUTHORIZATION = "Authorization";
    private static final String CHALLENGE = "WWW-Authenticate";

    private final List<Scheme> schemes;
    private final String attribute;

    private Authentication(List<Scheme> schemes, String attribute) {
        this.schemes = List.copyOf(schemes);
        this.attribute = attribute;
    }

    /**
     * By user and password (RFC 7617), in UTF-8.
     *
     * @param realm what they are for, for people to read
     */
    public static Authentication basic(String realm, Authenticator<BasicCredentials> users) {
        Objects.requireNonNull(users, "users");
        return new Authentication(List.of(new BasicScheme(Challenge.checkedRealm(realm), users)), PRINCIPAL);
    }

    /**
     * By a token in the Authorization field (RFC 6750).
     *
     * @param realm what it is for
     */
    public static Authentication bearer(String realm, Authenticator<BearerToken> tokens) {
        Objects.requireNonNull(tokens, "tokens");
        return new Authentication(List.of(new BearerScheme(Challenge.checkedRealm(realm), tokens)), PRINCIPAL);
    }

    /**
     * By the one scheme or the other, whichever a client uses.
     *
     * @throws IllegalArgumentException if both are for the same scheme
     */
    public Authentication or(Authentication other) {
        List<Scheme> all = new ArrayList<>(schemes);
        for (Scheme scheme : other.schemes) {
            if (schemes.stream().anyMatch(known -> known.name().equals(scheme.name()))) {
                throw new IllegalArgumentException("scheme: " + scheme.name() + " twice (expected: once)");
            }
            all.add(scheme);
        }
        return new Authentication(all, attribute);
    }

    /** This, leaving the principal as an attribute of another name. */
    public Authentication withAttribute(String name) {
        return new Authentication(schemes, Objects.requireNonNull(name, "attribute"));
    }

    /**
     * For handlers: the principal may not do this with the token that it has (RFC 6750 section 3.1).
     *
     * @param scope what the token has to be for, words with single spaces between them
     * @throws IllegalArgumentException if the scope is none
     */
    public static HttpException insufficientScope(String realm, String scope) {
        // scope = scope-token *( SP scope-token )    scope-token = 1*( %x21 / %x23-5B / %x5D-7E )
        if (!scope.matches("[!#-\\[\\]-~]++( [!#-\\[\\]-~]++)*+")) {
            throw new IllegalArgumentException("scope: \"" + scope + "\" (expected: words with single spaces between)");
        }
        Challenge challenge = new Challenge(BearerScheme.NAME, Challenge.checkedRealm(realm))
                .with("error", "insufficient_scope")
                .with("scope", scope);
        return new HttpException(Status.FORBIDDEN, "The token is not for this.")
                .withHeader(CHALLENGE, challenge.toString());
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        List<String> fields = request.headers().all(AUTHORIZATION);
        if (fields.isEmpty()) {
            return refusal(schemes.stream().map(Scheme::challenge));
        }
        if (fields.size() > 1) {
            return Response.problem(Problem.of(Status.BAD_REQUEST, "Authorization is there more than once."));
        }
        // credentials = auth-scheme [ 1*SP ( token68 / #auth-param ) ]
        int space = (fields.get(0) + " ").indexOf(' ');
        String name = fields.get(0).substring(0, space);
        Optional<Scheme> scheme = schemes.stream()
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst();
        return scheme.isPresent()
                ? judged(request, scheme.get(), fields.get(0).substring(space).replaceFirst("^ ++", ""), next)
                : refusal(schemes.stream().map(Scheme::challenge));
    }

    private Response judged(Request request, Scheme scheme, String credentials, Handler next) throws Exception {
        Scheme.Verdict verdict = scheme.verdict(credentials);
        if (verdict instanceof Scheme.Verdict.Known known) {
            return next.handle(request.withAttribute(attribute, known.principal()));
        }
        if (verdict instanceof Scheme.Verdict.Malformed) {
            return Response.problem(Problem.of(Status.BAD_REQUEST, "The credentials are malformed."))
                    .withHeader(CHALLENGE, scheme.challenge(verdict).toString());
        }
        return refusal(schemes.stream().map(each -> each == scheme ? each.challenge(verdict) : each.challenge()));
    }

    private static Response refusal(Stream<Challenge> challenges) {
        Response response = Response.problem(Problem.of(Status.UNAUTHORIZED));
        for (Challenge challenge : challenges.toList()) {
            response = response.plusHeader(CHALLENGE, challenge.toString());
        }
        return response;
    }
}
