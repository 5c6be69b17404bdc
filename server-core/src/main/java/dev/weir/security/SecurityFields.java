package dev.weir.security;

import dev.weir.http.Headers;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;

/**
 * Tells browsers to trust each response as little as it needs; what a handler says of its own response counts.
 *
 * <ul>
 *   <li>{@code X-Content-Type-Options: nosniff}: the media type is what it says, not what it looks like;
 *   <li>{@code Referrer-Policy: no-referrer}: links do not tell where they were followed;
 *   <li>{@code X-Frame-Options: DENY}: no page may frame it, for browsers that do not know {@code frame-ancestors};
 *   <li>{@code Content-Security-Policy}: what a page may load, run and be framed by, see the two methods;
 *   <li>{@code Strict-Transport-Security: max-age=31536000}: a year without plain HTTP for this host, told only to clients
 *       whose connection is secure (RFC 6797 section 7.2).
 * </ul>
 *
 * <p>Whether the connection is secure is what the request's peer says, so behind a proxy that ends TLS this needs the proxy
 * to be trusted with that. Others are added with {@link #with}: Cross-Origin-Opener-Policy, Cross-Origin-Resource-Policy
 * or Permissions-Policy, say, which are not for everybody.
 */
public final class SecurityFields implements Filter {

    private static final String POLICY = "Content-Security-Policy";
    private static final String TRANSPORT = "Strict-Transport-Security";

    /** Styles, since pages of problems have theirs within. */
    private static final String NOTHING =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String OWN =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Headers ALL = Headers.of(
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "X-Frame-Options",
            "DENY",
            TRANSPORT,
            "max-age=31536000");

    private final Headers secure;

    /** Those of a connection in the clear. */
    private final Headers plain;

    private SecurityFields(Headers fields) {
        this.secure = fields;
        this.plain = fields.without(TRANSPORT);
    }

    /** With a policy that lets nothing be loaded, run or submitted: for an API, where each page brings its own policy. */
    public static SecurityFields strict() {
        return new SecurityFields(ALL.plus(POLICY, NOTHING));
    }

    /** With a policy for pages that consist of files of this server, and have neither scripts nor styles within. */
    public static SecurityFields forPages() {
        return new SecurityFields(ALL.plus(POLICY, OWN));
    }

    /**
     * These with another value of that field, or with one more field.
     *
     * @throws IllegalArgumentException if the name or the value cannot be that of a field
     */
    public SecurityFields with(String name, String value) {
        return new SecurityFields(secure.with(name, value));
    }

    /** These without that field. */
    public SecurityFields without(String name) {
        return new SecurityFields(secure.without(name));
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        Response response = next.handle(request);
        Headers headers = response.headers();
        Headers missing = request.peer().isSecure() ? secure : plain;
        for (int i = 0; i < headers.size() && !missing.isEmpty(); i++) {
            missing = missing.without(headers.name(i));
        }
        return missing.isEmpty() ? response : response.withHeaders(headers.plusAll(missing));
    }
}
