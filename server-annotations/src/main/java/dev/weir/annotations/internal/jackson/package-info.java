/** Jackson 3 behind {@link dev.weir.json.JsonCodec}: the only package that knows a JSON library. */
package dev.weir.annotations.internal.jackson;
