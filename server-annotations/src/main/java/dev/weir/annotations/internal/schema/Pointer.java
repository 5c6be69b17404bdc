package dev.weir.annotations.internal.schema;

/**
 * Stands in a schema where the address of a component is to be, as long as its name is not known.
 *
 * @param component what it points to
 */
record Pointer(Component component) {}
