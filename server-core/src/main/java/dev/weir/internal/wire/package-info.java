/**
 * HTTP/1.1 as octets (RFC 9112), sans-IO: octets in, values out. No stream, socket, thread or clock.
 *
 * <p>A parser is handed a buffer that holds what has arrived so far. It either reports that the thing it reads is
 * complete, and moves the buffer's position behind it, or that it wants more, and leaves the position alone; it
 * remembers how far it has looked, so that no octet is looked at twice however the input is cut. It throws a
 * {@link dev.weir.internal.wire.ProtocolException} at the first octet that proves the input wrong. Each way of being
 * wrong is a {@link dev.weir.internal.wire.Violation} with its status and its section of the RFC. There is one mode,
 * strict.
 *
 * <ul>
 *   <li>{@link dev.weir.internal.wire.RequestHeadParser} reads request line and header section, by way of
 *       {@code RequestLineParser} and {@code FieldSectionParser};
 *   <li>{@link dev.weir.internal.wire.MessageFraming} decides where the content ends;
 *   <li>{@link dev.weir.internal.wire.ChunkedDecoder} undoes the chunked transfer coding;
 *   <li>{@link dev.weir.internal.wire.ResponseHeadEncoder} writes status line and header section.
 * </ul>
 */
package dev.weir.internal.wire;
