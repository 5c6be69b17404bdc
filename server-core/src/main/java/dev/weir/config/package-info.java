/**
 * What can be set: limits, timeouts, the listener and the threads, each a record with safe defaults.
 *
 * <p>Every record starts from {@code defaults()} and is changed with {@code with…}. Sizes are octets, times are
 * {@link java.time.Duration}s, and a value out of range is refused at once with the range in the error text.
 */
package dev.weir.config;
