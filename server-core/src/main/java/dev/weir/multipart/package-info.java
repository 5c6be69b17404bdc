/**
 * Content of several parts: submitted forms with files, read part by part in bounded memory (RFC 7578), and responses of
 * several parts (RFC 2046 section 5.1).
 *
 * <pre>{@code
 * .post("/photos", request -> {
 *     MultipartReader reader = MultipartReader.of(request);
 *     for (Optional<ReceivedPart> part = reader.next(); part.isPresent(); part = reader.next()) {
 *         if (part.get().name().equals("photo")) {
 *             store.add(part.get().stream());
 *         }
 *     }
 *     return Response.noContent();
 * })
 * }</pre>
 *
 * <p>A {@link dev.weir.multipart.MultipartReader} gives one {@link dev.weir.multipart.ReceivedPart} after the other while
 * the content arrives. One that is kept for longer is an {@link dev.weir.multipart.Upload}, in memory or, where asked for,
 * in a temporary file that has no name any more. {@link dev.weir.multipart.MultipartLimits} says how much of everything
 * there may be. {@link dev.weir.multipart.MultipartContent} is the way out.
 *
 * <p>Inside, a {@code DelimitedInput} finds the delimiters with a {@code Delimiter}; {@code PartHead} reads what stands
 * before a part's content. What is malformed is refused, never repaired: two readers that part the same content
 * differently are a way past the first of them.
 *
 * <p>A room of its own: it knows the vocabulary only, and nothing knows it.
 */
package dev.weir.multipart;
