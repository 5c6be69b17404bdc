/** Finds controllers by name with ClassGraph: the only package that knows it, so that nobody else loads it. */
package dev.weir.annotations.internal.scan;
