/**
 * Jackson 3 behind {@link dev.weir.json.JsonCodec}: the only package, with {@code schema}, that knows a JSON library.
 *
 * <p>Loading Jackson takes longer than all else at a start. Types that may be a fault are tried at once all the same; for
 * those that are certain to work ({@code PlainTypes}) it is put off until the server listens ({@code Preparation}).
 */
package dev.weir.annotations.internal.jackson;
