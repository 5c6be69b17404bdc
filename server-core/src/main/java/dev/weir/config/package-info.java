/**
 * What can be set: limits, timeouts, the listener and the threads, each a record with safe defaults.
 *
 * <p>{@link dev.weir.config.PeerAddresses} says for which peers a setting holds, in {@link dev.weir.config.AddressBlock}s.
 * Every other record starts from {@code defaults()} and is changed with {@code with…}. Sizes are octets, times are
 * {@link java.time.Duration}s, and a value out of range is refused at once with the range in the error text.
 */
package dev.weir.config;
