package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.reflect.GenericTypes;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A parameter of an endpoint's method, as declared.
 *
 * @param type with all generic arguments that are known
 * @param name its name, if the class file has it
 * @param annotations what stands on it
 */
record ParameterSpec(Type type, Optional<String> name, Declared annotations) {

    Class<?> erased() {
        return GenericTypes.erased(type);
    }

    boolean isNullable() {
        return annotations.isNullable();
    }

    Optional<String> defaultValue() {
        return annotations.find(DefaultValue.class).map(DefaultValue::value);
    }

    /** {@code long id}, or the type alone. */
    String text() {
        String typeText = GenericTypes.text(type);
        return name.map(known -> typeText + " " + known).orElse(typeText);
    }
}
