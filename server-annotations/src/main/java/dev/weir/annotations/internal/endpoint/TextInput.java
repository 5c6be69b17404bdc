package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.ValueSource;

/**
 * A parameter, or a component of a record of them, with the place that its text comes from.
 *
 * @param parameter as declared
 * @param source where it comes from
 */
record TextInput(ParameterSpec parameter, ValueSource source) {}
