/**
 * Content codings for responses (RFC 9110 section 8.4): a {@link dev.weir.routing.Filter} that compresses what clients
 * say they can read.
 *
 * <pre>{@code
 * HttpServer.builder().filter(Compression.gzip())…
 * }</pre>
 *
 * <p>A room of its own: it knows the vocabulary and the filter interface, and nothing knows it. Before a single route
 * it works as well as before all of them, and what one such filter has coded another leaves alone.
 */
package dev.weir.compression;
