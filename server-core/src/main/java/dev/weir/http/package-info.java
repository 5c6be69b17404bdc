/**
 * The vocabulary of HTTP semantics (RFC 9110): what a handler receives, what it returns, and the words both are made of.
 *
 * <p>Everything here is a value, or a stream that a value opens. A {@link dev.weir.http.Request} is immutable;
 * {@code with…} methods give changed copies, which is how a filter hands something on to the next handler. A
 * {@link dev.weir.http.Response} is immutable too; its {@link dev.weir.http.ResponseContent} writes itself when its turn
 * comes. Framing, persistence and everything else that belongs to a connection is decided elsewhere, after the handler
 * has returned.
 *
 * <p>Nothing in this package knows a socket, a protocol version's octets or a route, so handlers are tested by calling
 * them: {@code handler.handle(Request.get("/x"))}.
 */
package dev.weir.http;
