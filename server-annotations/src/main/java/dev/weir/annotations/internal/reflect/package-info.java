/**
 * What reflection does not do by itself: annotations that stand on annotations and on overridden methods, generic types as
 * a subclass sees them, and handles that take their arguments in an array. Used at start-up only.
 */
package dev.weir.annotations.internal.reflect;
