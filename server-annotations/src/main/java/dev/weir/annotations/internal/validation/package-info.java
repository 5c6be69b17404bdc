/**
 * Jakarta Validation behind {@link dev.weir.annotations.internal.endpoint.ConstraintFinder}: the only package that knows
 * it, and that is loaded only where its API is.
 *
 * <p>{@link dev.weir.annotations.internal.validation.JakartaConstraints} is the way in. What a method's annotations say
 * ({@code ConstraintSearch}) decides at start-up whether a provider is needed at all ({@code DefaultValidator}), what the
 * provider says of the method what there is to check for each request ({@code MethodConstraints}). Methods without
 * constraints get nothing.
 *
 * <p>What is read from JSON, content and parts of forms, and {@code @Params} records are validated with or without {@code
 * @Valid} on the parameter, the elements of a list as well ({@code Cascade}): a constraint on what a client sends that nobody
 * checks for want of a second annotation is a trap. Further down, {@code @Valid} is what says that an object's parts are to
 * be validated with it, as everywhere in Jakarta Validation; it is needed on the parameter for subclasses that cannot be
 * known before.
 *
 * <p>What does not hold becomes a {@link dev.weir.annotations.internal.bind.ConstraintError} with names of the wire ({@code
 * Violations}, {@code MemberPointer}). A result that does not hold its constraints, or an attribute left by a filter, is the
 * application's fault, and a 500.
 */
package dev.weir.annotations.internal.validation;
