package dev.weir.proxies;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What one proxy says of the request that it received.
 *
 * @param client who sent it; unresolved if the proxy does not tell, or does not know
 * @param scheme by which protocol, as far as told
 * @param authority the Host that it named, as far as told
 */
record Hop(InetSocketAddress client, Optional<String> scheme, Optional<String> authority) {

    /** One that says nothing which can be understood. */
    static final Hop UNKNOWN = new Hop(Node.UNKNOWN, Optional.empty(), Optional.empty());
}
