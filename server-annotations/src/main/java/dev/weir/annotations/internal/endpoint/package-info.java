/**
 * From annotated classes to endpoints: the compiler of this module.
 *
 * <p>{@link dev.weir.annotations.internal.endpoint.ControllerCompiler} is the way in. Per controller a {@code
 * ControllerReader} finds the annotated methods; per method and verb {@code EndpointArguments} asks {@code
 * ParameterSources} where each parameter comes from, and those ask {@code TextArguments}, {@code ContentArguments} and
 * {@code RecordArguments} what becomes of it; {@code Results} and {@code ValueResults} see to the way back, {@code
 * ConsumedTypes} and {@code ProducedTypes} to media types, by what {@code NamedTypes} finds on a method or its class.
 * {@code Surroundings} puts filters and the handlers of exceptions around what comes of it, {@code PartsScope} what gives
 * back the parts of forms, and {@code SourceScope} what closes a source of elements that no response is made of.
 *
 * <p>{@code RouteConflicts} then looks at all routes together; those that only media types tell apart, as declared or as
 * their arguments read them, become one {@code MediaTypeChoice}. Whatever is wrong goes into one list of faults; what
 * is left is an {@code Endpoint}, which looks at no annotation any more. What was found out on the way stays in an {@code
 * EndpointModel}; {@code EndpointDescriber} and {@code OutputReader} make a description of it for whoever asks.
 */
package dev.weir.annotations.internal.endpoint;
