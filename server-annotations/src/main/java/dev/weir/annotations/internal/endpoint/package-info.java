/**
 * From annotated classes to endpoints: the compiler of this module.
 *
 * <p>{@link dev.weir.annotations.internal.endpoint.ControllerCompiler} is the way in. Per controller a {@code
 * ControllerReader} finds the annotated methods; per method and verb an {@code EndpointReader} asks {@code
 * ParameterSources} where each parameter comes from, {@code TextArguments} and {@code ContentArguments} for what becomes
 * of it, {@code Results} and {@code ValueResults} for the way back, and {@code ConsumedTypes} and {@code ProducedTypes} for
 * media types. {@code RouteConflicts} then looks at all routes together; those that only media types tell apart become one
 * {@code MediaTypeChoice}. Whatever is wrong goes into one list of faults; what is left is an {@code Endpoint}, which looks
 * at no annotation any more.
 */
package dev.weir.annotations.internal.endpoint;
