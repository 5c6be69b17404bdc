package dev.weir.config;

/** Which of the two Internet protocols a listener speaks. */
public enum AddressFamily {
    /** What the host resolves to; a wildcard listens on both where the platform can. */
    ANY,
    /** IPv4 only. */
    IPV4,
    /** IPv6 only: IPv4 clients are refused. */
    IPV6,
    /** One IPv6 socket that also takes IPv4 clients, on the wildcard address. */
    DUAL_STACK
}
