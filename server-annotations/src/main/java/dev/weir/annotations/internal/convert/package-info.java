/**
 * From the text of a path variable, query parameter, field line or cookie to a Java value.
 *
 * <p>{@link dev.weir.annotations.internal.convert.Converters} chooses one converter per type at start-up: the user's,
 * then one of the built-in tables (numbers, texts, times), then enum constants, then a factory of the type itself.
 */
package dev.weir.annotations.internal.convert;
