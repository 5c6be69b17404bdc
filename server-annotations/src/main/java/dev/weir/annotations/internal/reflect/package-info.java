/**
 * What reflection does not do by itself: annotations that stand on annotations and on overridden methods, and generic
 * types as a subclass sees them. Used at start-up only.
 */
package dev.weir.annotations.internal.reflect;
