/**
 * Clients behind proxies: what trusted proxies say of the client is taken for the ends of the connection.
 *
 * <pre>{@code
 * HttpServer.builder().rewrite(TrustedProxies.forwarded(PeerAddresses.of("10.0.0.0/8")))…
 * }</pre>
 *
 * <p>{@link dev.weir.proxies.TrustedProxies} changes a request's peer and authority to what {@code Forwarded} (RFC 7239)
 * or the {@code X-Forwarded-…} fields tell. Behind it nobody has to look at these fields, and nobody should: what came
 * from elsewhere than a trusted proxy is taken away.
 *
 * <p>A room of its own: it knows the vocabulary, the settings and the filter interface, and nothing knows it. (The PROXY
 * protocol, which tells of the client before HTTP begins, is a setting of the listener.)
 */
package dev.weir.proxies;
