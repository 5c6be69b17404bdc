package dev.weir.annotations.internal.convert;

/** Makes a value of one type from text; called by many threads. */
@FunctionalInterface
public interface Converter {

    /** The value; never null. */
    Object convert(String text) throws InvalidValueException;

    /** Whether empty text is a value, as it is for a String; for any other type it counts as none. */
    default boolean takesEmpty() {
        return false;
    }
}
