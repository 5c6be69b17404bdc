/**
 * HTTP/1.1 and 1.0 over a connection.
 *
 * <p>{@link dev.weir.internal.http1.Http1Connection} is the loop: fill, parse, dispatch, write, again, where {@code
 * Http1Exchange} has what is between a head and the end of its response. {@code ConnectionInput} and {@code
 * ConnectionOutput} hold the octets of one direction each; reading always flushes first, so responses to pipelined
 * requests collect until there is nothing left to parse. {@code Http1Content} is a request's
 * content as the application reads it, {@code Http1ResponseWriter} decides a response's framing and writes it, {@code
 * Persistence} decides whether the connection stays open, {@code DestinationRule} refuses what no application here can
 * serve, {@code Refusals} has the responses to what never became a request, and {@code ExchangeLink} is what a handler can
 * do with its client before it responds.
 */
package dev.weir.internal.http1;
