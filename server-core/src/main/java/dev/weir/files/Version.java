package dev.weir.files;

import dev.weir.representation.Validators;

/**
 * One version of a file.
 *
 * @param size its length in octets
 * @param identity equal to that of the same version found again, and to no other
 * @param validators what clients tell it by
 * @param isSettled whether a later version would be sure to have another identity: a file that was changed a moment ago
 *     may change again within the same tick of the file system's clock
 */
record Version(long size, Object identity, Validators validators, boolean isSettled) {}
