package dev.weir.proxies;

import dev.weir.http.Headers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The fields that tell of a request's way, in either of their two families. */
final class ForwardingFields {

    private static final String FORWARDED = "Forwarded";
    private static final String X_PREFIX = "x-forwarded-";
    private static final String X_FOR = "X-Forwarded-For";
    private static final String X_PROTO = "X-Forwarded-Proto";
    private static final String X_HOST = "X-Forwarded-Host";
    private static final String X_PORT = "X-Forwarded-Port";

    /** The fields of either family that a proxy which is trusted for others may have let through. */
    private static final Set<String> KNOWN =
            Set.of("forwarded", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-forwarded-port");

    /** What is read of the fields. */
    enum Family {
        /** {@code Forwarded}. */
        STANDARD(Set.of("forwarded")),
        /** {@code X-Forwarded-For} and {@code -Proto}. */
        X(Set.of("x-forwarded-for", "x-forwarded-proto")),
        /** {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port}. */
        X_WITH_HOST(Set.of("x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-forwarded-port"));

        private final Set<String> read;

        Family(Set<String> read) {
            this.read = read;
        }

        /** The hops that a header section tells of, the last proxy's first. */
        Iterator<Hop> hops(Headers headers) {
            return this == STANDARD ? standardHops(headers) : xHops(headers, this == X_WITH_HOST);
        }
    }

    private ForwardingFields() {}

    private static Iterator<Hop> standardHops(Headers headers) {
        MembersFromRight elements = MembersFromRight.quoted(headers.all(FORWARDED));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return elements.hasNext();
            }

            @Override
            public Hop next() {
                return ForwardedElement.parse(elements.next());
            }
        };
    }

    /**
     * There is no telling which proxy a member of the other lists came from, so of each the last one counts, which no
     * client can have put there if the last proxy sets the field or adds to it.
     */
    private static Iterator<Hop> xHops(Headers headers, boolean isHostRead) {
        Optional<String> scheme = last(headers, X_PROTO).filter(ForwardedAuthority::isScheme);
        Optional<String> authority = isHostRead ? xAuthority(headers, scheme.orElse("http")) : Optional.empty();
        MembersFromRight clients = MembersFromRight.plain(headers.all(X_FOR));
        if (!clients.hasNext()) {
            return scheme.isPresent() || authority.isPresent()
                    ? List.of(new Hop(Node.UNKNOWN, scheme, authority)).iterator()
                    : List.<Hop>of().iterator();
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return clients.hasNext();
            }

            @Override
            public Hop next() {
                return new Hop(Node.parseLoose(clients.next()).orElse(Node.UNKNOWN), scheme, authority);
            }
        };
    }

    private static Optional<String> xAuthority(Headers headers, String scheme) {
        Optional<String> host = last(headers, X_HOST).filter(ForwardedAuthority::isValid);
        Optional<String> port = last(headers, X_PORT).filter(ForwardedAuthority::isPort);
        return host.isPresent() && port.isPresent() && ForwardedAuthority.isHost(host.get())
                ? host.map(name -> ForwardedAuthority.withPort(name, port.get(), ForwardedAuthority.isSecure(scheme)))
                : host;
    }

    private static Optional<String> last(Headers headers, String name) {
        MembersFromRight members = MembersFromRight.plain(headers.all(name));
        return members.hasNext() ? Optional.of(members.next()) : Optional.empty();
    }

    /** That section without what a peer that is not trusted says of the way, whatever it calls it. */
    static Headers withoutAny(Headers headers) {
        return without(headers, Set.of(), true);
    }

    /** That section without what is not read, for a proxy may have let it through from its client. */
    static Headers withoutUnread(Headers headers, Family family) {
        return without(headers, family.read, false);
    }

    private static Headers without(Headers headers, Set<String> kept, boolean isPrefixEnough) {
        List<String> names = new ArrayList<>(0);
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            if (isTold(name, isPrefixEnough) && !kept.contains(name.toLowerCase(Locale.ROOT))) {
                names.add(name);
            }
        }
        Headers rest = headers;
        for (String name : names) {
            rest = rest.without(name);
        }
        return rest;
    }

    private static boolean isTold(String name, boolean isPrefixEnough) {
        if (name.equalsIgnoreCase(FORWARDED)) {
            return true;
        }
        return name.regionMatches(true, 0, X_PREFIX, 0, X_PREFIX.length())
                && (isPrefixEnough || KNOWN.contains(name.toLowerCase(Locale.ROOT)));
    }
}
