package dev.weir.json;

/** Reads values of one type. */
@FunctionalInterface
public interface JsonReader {

    /**
     * The value that a whole JSON text stands for.
     *
     * @param text octets as received, never empty
     * @return the value; null for the JSON {@code null} only
     * @throws JsonReadException if it is no JSON text, or one of another shape
     */
    Object read(byte[] text) throws JsonReadException;
}
