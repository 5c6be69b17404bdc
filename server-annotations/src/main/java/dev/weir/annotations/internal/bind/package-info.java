/**
 * From a request to the arguments of an endpoint's method.
 *
 * <p>An {@link dev.weir.annotations.internal.bind.Argument} is what a parameter became at start-up. Those that take text
 * are made of a {@link dev.weir.annotations.internal.bind.ValueSource} (path, query, header section, cookies: one class
 * each), a converter, and what happens if there is no value; those that take content end on {@code Content}. Forms are read
 * before, all fields at once ({@code FormContent}) or all parts that somebody wants ({@code KeptParts}). A {@code
 * RecordArgument} is made of others.
 *
 * <p>What is wrong with a request is collected as {@link dev.weir.annotations.internal.bind.ArgumentError}s, or, once all is
 * bound, as {@link dev.weir.annotations.internal.bind.ConstraintError}s of whoever does the {@code Checks}, and told in one
 * {@link dev.weir.annotations.internal.bind.BindingProblem}.
 */
package dev.weir.annotations.internal.bind;
