package dev.weir.proxies;

import dev.weir.config.PeerAddresses;
import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.RequestTarget;
import dev.weir.http.Response;
import dev.weir.proxies.ForwardingFields.Family;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.net.SocketAddress;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Takes the word of trusted proxies for who the client is, and by which scheme and host it asked.
 *
 * <pre>{@code
 * HttpServer.builder().rewrite(TrustedProxies.forwarded(PeerAddresses.of("10.0.0.0/8")))…
 * }</pre>
 *
 * <p>The walk begins with the connection's peer and goes through the field from the right, where each proxy has added its
 * client: as long as a hop is one of the trusted proxies, its client is the next one. The first that is not trusted is
 * taken for the client, and nothing to the left of it is looked at, for that is the client's own word. Then {@link
 * Request#peer} has the client's address, with port 0 if that is not told, and whether it came encrypted, {@link
 * Request#authority} the host that it asked for.
 *
 * <p>A trusted proxy that does not know its client, hides it, or says something malformed leaves a peer without an IP
 * address: never is a client taken for the proxy that it came through, which may have rights that the client has not. A
 * trusted proxy that adds nothing is the client itself, as with its health checks.
 *
 * <p>One family of fields is read, never both, since a proxy that sets the one may let the other through. Field lines that
 * are not read are taken out of the request: from a peer that is not trusted all of them and everything called {@code
 * X-Forwarded-…}, from a trusted one what it may have let through.
 *
 * <p>As a rewriting of the whole server's requests, it comes before all filters, and access logs have the client's address
 * too; it is a filter for a router without a server.
 */
public final class TrustedProxies implements Filter, UnaryOperator<Request> {

    private final PeerAddresses proxies;
    private final Family family;

    private TrustedProxies(PeerAddresses proxies, Family family) {
        this.proxies = Objects.requireNonNull(proxies, "proxies");
        this.family = family;
    }

    /** Proxies that add to {@code Forwarded} (RFC 7239): its parameters {@code for}, {@code proto} and {@code host}. */
    public static TrustedProxies forwarded(PeerAddresses proxies) {
        return new TrustedProxies(proxies, Family.STANDARD);
    }

    /**
     * Proxies that add to {@code X-Forwarded-For}, and set {@code X-Forwarded-Proto}; of the latter the last member counts.
     * Every one of them has to set both, for what it lets through is its client's word.
     */
    public static TrustedProxies xForwarded(PeerAddresses proxies) {
        return new TrustedProxies(proxies, Family.X);
    }

    /**
     * These, which set {@code X-Forwarded-Host} as well, and set or remove {@code X-Forwarded-Port}. Not the default, for
     * many a proxy lets these through, and who can choose the host can choose where links in a page or mail go.
     *
     * @throws IllegalStateException if {@code Forwarded} is read, which has the host in it
     */
    public TrustedProxies withForwardedHost() {
        if (family == Family.STANDARD) {
            throw new IllegalStateException("X-Forwarded-Host with Forwarded (expected: one family of fields)");
        }
        return new TrustedProxies(proxies, Family.X_WITH_HOST);
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        return next.handle(apply(request));
    }

    /** The request as the client sent it to the first of the trusted proxies. */
    @Override
    public Request apply(Request request) {
        Headers headers = request.headers();
        Peer peer = request.peer();
        if (!proxies.contains(peer.remote())) {
            Headers rest = ForwardingFields.withoutAny(headers);
            return rest == headers ? request : request.withHeaders(rest);
        }
        Iterator<Hop> hops = family.hops(headers);
        Headers rest = ForwardingFields.withoutUnread(headers, family);
        Request seen = rest == headers ? request : request.withHeaders(rest);
        return hops.hasNext() ? asReceived(seen, hops) : seen;
    }

    private Request asReceived(Request request, Iterator<Hop> hops) {
        SocketAddress client = request.peer().remote();
        boolean isSecure = request.peer().isSecure();
        String authority = null;
        while (hops.hasNext() && proxies.contains(client)) {
            Hop hop = hops.next();
            client = hop.client();
            isSecure = hop.scheme().map(ForwardedAuthority::isSecure).orElse(isSecure);
            authority = hop.authority().orElse(authority);
        }
        Request received = request.withPeer(new Peer(client, request.peer().local(), isSecure));
        return authority == null ? received : withAuthority(received, authority);
    }

    private static Request withAuthority(Request request, String authority) {
        RequestTarget target = request.target();
        Request changed = request.withHeader(FieldNames.HOST, authority);
        if (target.authority().isEmpty()) {
            return changed;
        }
        // One in absolute-form names it too, and goes before the field.
        String start = (request.peer().isSecure() ? "https://" : "http://") + authority;
        if (target.form() == RequestTarget.Form.ABSOLUTE) {
            String rest =
                    target.path() + target.rawQuery().map(query -> "?" + query).orElse("");
            return changed.withTarget(RequestTarget.absolute(start + rest, authority, rest));
        }
        return changed.withTarget(RequestTarget.wholeServer(start, authority));
    }
}
