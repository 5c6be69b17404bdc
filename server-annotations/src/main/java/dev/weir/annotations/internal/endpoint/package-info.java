/**
 * From annotated classes to endpoints: the compiler of this module.
 *
 * <p>{@link dev.weir.annotations.internal.endpoint.ControllerCompiler} is the way in. Per controller a {@code
 * ControllerReader} finds the annotated methods; per method and verb an {@code EndpointReader} asks {@code
 * ParameterSources} where each parameter comes from, {@code TextArguments} and {@code ContentArguments} for what becomes
 * of it, and {@code Results} for the way back. {@code RouteConflicts} then looks at all routes together. Whatever is
 * wrong goes into one list of faults; what is left is an {@code Endpoint}, which looks at no annotation any more.
 */
package dev.weir.annotations.internal.endpoint;
