package dev.weir.json;

import java.lang.reflect.Type;
import java.util.Optional;

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

    /**
     * The name that a member of JSON objects has for a property of a class; for pointers to what breaks a constraint.
     *
     * @param type the class that content is read into
     * @param property its field, component or getter, without "get"
     * @return empty if the property has no member to itself, for it is all that is written of the class
     */
    default Optional<String> memberName(Class<?> type, String property) {
        return Optional.of(property);
    }
}
