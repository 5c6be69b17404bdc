/**
 * JSON Schemas (2020-12, as OpenAPI 3.1 has them) of Java types, as Jackson reads and writes them.
 *
 * <p>{@link dev.weir.annotations.internal.schema.TypeSchemas} is the way in. A schema is a tree of maps, lists and plain
 * values. Beans, records, enums and types with subtypes become components: whoever refers to one puts a {@code Pointer}
 * there, and {@code ComponentNames} says in the end what it is called.
 *
 * <p>{@code Constrained} adds what constraints of Jakarta Validation say, which are known by their names, for the API need not
 * be there ({@code DeclaredConstraint}).
 */
package dev.weir.annotations.internal.schema;
