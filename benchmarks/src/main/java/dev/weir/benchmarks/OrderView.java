package dev.weir.benchmarks;

/** What a request asked for: two path parameters, two query parameters and a field of the header section. */
public record OrderView(long id, long orderId, boolean expand, int limit, String requestId) {}
