/**
 * The seam between controllers and a JSON library: a codec makes one reader per content parameter and one writer per
 * result type when routes are made, none later. Jackson 3 is behind it unless another is given.
 */
package dev.weir.json;
