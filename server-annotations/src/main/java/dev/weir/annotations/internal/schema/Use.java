package dev.weir.annotations.internal.schema;

/** Which way a value goes: what is read need not look like what is written. */
public enum Use {
    READ,
    WRITTEN
}
