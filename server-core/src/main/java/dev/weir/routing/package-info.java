/**
 * Handlers, filters, and the router that chooses between them.
 *
 * <p>A {@link dev.weir.routing.Handler} is a function from request to response, a {@link dev.weir.routing.Filter} wraps
 * one, and a {@link dev.weir.routing.Router} is itself a handler: it walks a trie of {@link dev.weir.routing.PathPattern}
 * segments, adds the path parameters to the request and calls the route's handler. The choice depends on the patterns
 * alone, never on the order in which routes were added:
 *
 * <ul>
 *   <li>segment by segment, a literal before {@code pre{x}suf} before {@code {x:regex}} before {@code {x}} before
 *       {@code {*x}};
 *   <li>the most specific pattern <em>that supports the method</em> wins, so {@code GET /a/{x}} is found although
 *       {@code POST /a/b} is more specific; 405 is answered only where patterns match and none supports the method;
 *   <li>HEAD runs GET, and OPTIONS is answered with {@code Allow}, unless routes of their own exist.
 * </ul>
 *
 * <p>Everything is fixed when the router is built; two routes that could both claim a request are refused there. A built
 * router is immutable and may be called by any thread.
 */
package dev.weir.routing;
