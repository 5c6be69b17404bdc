package dev.weir.json;

/** Writes values of one type. */
@FunctionalInterface
public interface JsonWriter {

    /** A value as JSON text in UTF-8; what it throws is the server's fault, never the client's. */
    byte[] write(Object value);
}
