/**
 * What is known of endpoints once they are compiled, as values: where their parameters come from, what content they take
 * and which responses they give. Made only when somebody wants to read it, an API description say.
 */
package dev.weir.annotations.internal.description;
