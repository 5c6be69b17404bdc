package dev.weir.security;

import dev.weir.http.FieldNames;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Refuses with 403 what pages of other sites want done in the name of a visitor (cross-site request forgery), without any
 * token: browsers tell where a request comes from, and no page can change what they say.
 *
 * <ol>
 *   <li>Requests with a safe method pass, as they must change nothing anyway (RFC 9110 section 9.2.1), but for those that
 *       want to upgrade to another protocol: a WebSocket has all the rights of its visitor.
 *   <li>An {@code Origin} among the trusted ones passes.
 *   <li>Where there is {@code Sec-Fetch-Site} (Fetch Metadata), {@code same-origin} passes, and {@code none}, which is the
 *       visitor's own doing; anything else is refused, {@code same-site} too, for a neighbour under the same domain is
 *       somebody else.
 *   <li>Else, where there is {@code Origin}, it has to name the host and port that the request is for; browsers of before
 *       2023, and all of them in the clear, send no Sec-Fetch-Site. If the connection is known to be secure, the scheme has
 *       to be https as well.
 *   <li>Without either field the request passes: it does not come from a browser, and has no visitor's rights to abuse.
 * </ol>
 *
 * <p>Go's {@code http.CrossOriginProtection} decides in the same way, and its authors have looked at what browsers do.
 * Where a proxy changes Host, the fourth step needs that proxy to be trusted with the host.
 */
public final class CsrfProtection implements Filter {

    private static final String SITE = "Sec-Fetch-Site";

    private static final Problem FOREIGN = Problem.of(Status.FORBIDDEN, "Pages of other sites must not send this.");

    private final Set<String> trusted;
    private final Predicate<Request> exempt;
    private final boolean isOriginComparedAlways;

    private CsrfProtection(Set<String> trusted, Predicate<Request> exempt, boolean isOriginComparedAlways) {
        this.trusted = Set.copyOf(trusted);
        this.exempt = Objects.requireNonNull(exempt, "exempt");
        this.isOriginComparedAlways = isOriginComparedAlways;
    }

    /** Trusts pages of this origin alone. */
    public static CsrfProtection sameOrigin() {
        return new CsrfProtection(Set.of(), request -> false, false);
    }

    /**
     * This, trusting pages of those origins too.
     *
     * @param origins like {@code https://app.example}, as browsers write them
     */
    public CsrfProtection withTrustedOrigins(String... origins) {
        Set<String> all = new HashSet<>(trusted);
        Stream.of(origins).map(Origin::checked).forEach(all::add);
        return new CsrfProtection(all, exempt, isOriginComparedAlways);
    }

    /** This, letting pass what the predicate holds for: requests that prove in another way whom they come from. */
    public CsrfProtection except(Predicate<Request> others) {
        return new CsrfProtection(trusted, exempt.or(others), isOriginComparedAlways);
    }

    /**
     * This, comparing Origin with the host also where Sec-Fetch-Site lets a request pass. Stricter, and only for servers that
     * see the Host that browsers send: browsers never contradict themselves, but many a proxy changes Host.
     */
    public CsrfProtection comparingOriginAlways() {
        return new CsrfProtection(trusted, exempt, true);
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        return isAllowed(request) ? next.handle(request) : Response.problem(FOREIGN);
    }

    private boolean isAllowed(Request request) {
        boolean changesNothing = request.method().isSafe() && !request.headers().contains(FieldNames.UPGRADE);
        return changesNothing || isFromHere(request) || exempt.test(request);
    }

    private boolean isFromHere(Request request) {
        List<String> origins = request.headers().all(FieldNames.ORIGIN);
        if (origins.size() == 1 && trusted.contains(origins.get(0))) {
            return true;
        }
        List<String> sites = request.headers().all(SITE);
        if (!sites.isEmpty() && !isOwn(sites)) {
            return false;
        }
        boolean isCompared = !origins.isEmpty() && (sites.isEmpty() || isOriginComparedAlways);
        return !isCompared || origins.size() == 1 && isOwnOrigin(origins.get(0), request);
    }

    private static boolean isOwn(List<String> sites) {
        return sites.size() == 1
                && (sites.get(0).equals("same-origin") || sites.get(0).equals("none"));
    }

    private static boolean isOwnOrigin(String origin, Request request) {
        String asked = request.authority().orElse("");
        return Origin.parse(origin)
                .filter(from -> from.isThatOf(asked, request.peer().isSecure()))
                .isPresent();
    }
}
