package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.AttributeArgument;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.GenericTypes;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Makes arguments of parameters that take what a filter left.
 *
 * @param tools where faults go
 * @param place of the method
 */
record AttributeArguments(Toolbox tools, Place place) {

    private static final Map<Class<?>, String> PRIMITIVE_OPTIONALS = Map.of(
            OptionalInt.class, "Optional<Integer>",
            OptionalLong.class, "Optional<Long>",
            OptionalDouble.class, "Optional<Double>");

    /** The argument, unless there is a fault. */
    Optional<Argument> argument(ParameterSpec parameter, String name) {
        Class<?> type = parameter.erased();
        if (parameter.defaultValue().isPresent()) {
            return fault(
                    "@DefaultValue on the attribute " + parameter.text(),
                    "Attributes are no text. Make it an Optional, or declare it Nullable.");
        }
        if (PRIMITIVE_OPTIONALS.containsKey(type)) {
            return fault(
                    "Attribute in an " + type.getSimpleName() + ": " + parameter.text(),
                    "Attributes are objects. Write " + PRIMITIVE_OPTIONALS.get(type) + ".");
        }
        if (type == Optional.class) {
            return Optional.of(
                    AttributeArgument.optional(name, GenericTypes.erased(GenericTypes.argument(parameter.type(), 0))));
        }
        if (!parameter.isNullable()) {
            Class<?> boxed = MethodType.methodType(type).wrap().returnType();
            return Optional.of(AttributeArgument.required(name, boxed, place.shortSignature()));
        }
        return type.isPrimitive()
                ? fault("Nullable primitive " + parameter.text(), "Use its wrapper type.")
                : Optional.of(AttributeArgument.nullable(name, type));
    }

    private Optional<Argument> fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
        return Optional.empty();
    }
}
