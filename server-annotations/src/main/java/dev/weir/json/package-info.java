/**
 * The seam between controllers and a JSON library: a codec makes one reader per content parameter and one writer per
 * result type when routes are made, none later. Jackson 3 is behind it unless another is given.
 *
 * <p>{@link dev.weir.json.Patched} is for members whose absence means something; another codec has to know it to read it.
 */
package dev.weir.json;
