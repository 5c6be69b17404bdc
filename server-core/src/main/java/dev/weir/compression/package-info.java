/**
 * Content codings (RFC 9110 section 8.4), as two {@linkplain dev.weir.routing.Filter filters}: {@code Compression} codes
 * the content of responses in what clients say they can read, {@code Decompression} gives handlers the content of requests
 * as it was before the client coded it.
 *
 * <pre>{@code
 * HttpServer.builder().filter(Compression.defaults()).filter(Decompression.defaults())…
 * }</pre>
 *
 * <p>gzip and deflate are here; any other coding, br or zstd say, is a {@link dev.weir.compression.ContentCoding} made of
 * somebody else's streams. What is coded streams: nothing is held in memory but a few buffers, whatever passes.
 *
 * <p>A room of its own: it knows the vocabulary and the filter interface, and nothing knows it. Before a single route
 * it works as well as before all of them, and what one such filter has coded another leaves alone.
 */
package dev.weir.compression;
