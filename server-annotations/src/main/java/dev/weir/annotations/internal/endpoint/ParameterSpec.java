package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.Split;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.reflect.GenericTypes;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A parameter of an endpoint's method, or a component of a record that groups several, as declared.
 *
 * @param type with all generic arguments that are known
 * @param name its name, if the class file has it
 * @param annotations what stands on it
 * @param owner the record that it is a component of, if it is
 */
record ParameterSpec(Type type, Optional<String> name, Declared annotations, Optional<Class<?>> owner) {

    /** A parameter of a method. */
    ParameterSpec(Type type, Optional<String> name, Declared annotations) {
        this(type, name, annotations, Optional.empty());
    }

    Class<?> erased() {
        return GenericTypes.erased(type);
    }

    boolean isNullable() {
        return annotations.isNullable();
    }

    Optional<String> defaultValue() {
        return annotations.find(DefaultValue.class).map(DefaultValue::value);
    }

    Optional<String> separator() {
        return annotations.find(Split.class).map(Split::value);
    }

    /** {@code long id}, {@code long id of Search}, or the type alone. */
    String text() {
        String typeText = GenericTypes.text(type);
        String named = name.map(known -> typeText + " " + known).orElse(typeText);
        return owner.map(there -> named + " of " + there.getSimpleName()).orElse(named);
    }
}
