package dev.weir.benchmarks;

/** A greeting. */
public record Message(String message) {}
