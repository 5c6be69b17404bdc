package dev.weir.annotations.internal.schema;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The names that components got in the end.
 *
 * @param schemas the components by name
 * @param addresses puts addresses into a tree that refers to components
 */
public record Resolution(Map<String, Object> schemas, UnaryOperator<Object> addresses) {}
