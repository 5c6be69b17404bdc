package dev.weir.json;

import java.lang.reflect.Type;

/** A JSON library as controllers use it. Called while routes are made; what it returns is called by many threads. */
public interface JsonCodec {

    /**
     * A reader for content of that type.
     *
     * @param type with all generic arguments
     * @throws IllegalArgumentException if the type can't be read; the text says why, to the programmer
     */
    JsonReader reader(Type type);

    /**
     * A writer for results of that type.
     *
     * @param type with all generic arguments
     * @throws IllegalArgumentException if the type can't be written; the text says why, to the programmer
     */
    JsonWriter writer(Type type);
}
