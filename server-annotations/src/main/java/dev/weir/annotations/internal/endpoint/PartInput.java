package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;

/**
 * A parameter, or a component of a record of them, that takes parts of a form.
 *
 * @param declared the parameter and the name of the parts
 * @param argument what became of it
 */
record PartInput(TextInput declared, Argument argument) {}
