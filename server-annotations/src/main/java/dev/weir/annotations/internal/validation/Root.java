package dev.weir.annotations.internal.validation;

import dev.weir.annotations.internal.bind.Argument;

/**
 * A part of the arguments that is to be validated although nothing says {@code @Valid}.
 *
 * @param way to the part
 * @param argument what it was bound by
 * @param cascade finds what to validate in it
 */
record Root(Way way, Argument argument, Cascade cascade) {}
