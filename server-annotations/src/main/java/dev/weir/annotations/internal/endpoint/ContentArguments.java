package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.JsonContent;
import dev.weir.annotations.internal.bind.RawContent;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.json.JsonReader;
import dev.weir.multipart.Upload;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * Makes the argument of the parameter that takes the content: as it is, or read from JSON.
 *
 * @param tools the codec, and where faults go
 * @param place of the method
 */
record ContentArguments(Toolbox tools, Place place) {

    /** The argument, unless there is a fault. */
    Optional<Argument> argument(ParameterSpec parameter) {
        if (parameter.defaultValue().isPresent()) {
            fault(
                    "@DefaultValue on the content " + parameter.text(),
                    "Content has no default. Make it an Optional, or declare it Nullable.");
            return Optional.empty();
        }
        Optional<Argument> raw = RawContent.find(parameter.erased());
        if (raw.isPresent()) {
            return raw;
        }
        if (parameter.erased() == Upload.class) {
            fault("Content as an upload: " + parameter.text(), "An upload is a part of a form. Say @Part instead.");
            return Optional.empty();
        }
        if (parameter.erased() == Optional.class) {
            return optional(parameter);
        }
        if (parameter.erased().isPrimitive() && parameter.isNullable()) {
            fault("Nullable primitive " + parameter.text(), "Use its wrapper type.");
            return Optional.empty();
        }
        return reader(parameter, parameter.type())
                .map(reader -> parameter.isNullable() ? JsonContent.nullable(reader) : JsonContent.required(reader));
    }

    private Optional<Argument> optional(ParameterSpec parameter) {
        Type inside = GenericTypes.argument(parameter.type(), 0);
        if (RawContent.find(GenericTypes.erased(inside)).isPresent()) {
            fault(
                    "Optional content as it is: " + parameter.text(),
                    "Drop the Optional: what it holds is empty if there is no content.");
            return Optional.empty();
        }
        return reader(parameter, inside).map(JsonContent::optional);
    }

    private Optional<JsonReader> reader(ParameterSpec parameter, Type type) {
        if (GenericTypes.isOpen(type)) {
            fault(
                    "Content of an unknown type: " + parameter.text(),
                    "Nothing says what the type variable stands for. Give the type in the class that is the controller.");
            return Optional.empty();
        }
        try {
            return Optional.of(tools.json().reader(type));
        } catch (IllegalArgumentException e) {
            fault(
                    "Content that can't be read from JSON: " + parameter.text(),
                    "The JSON library says: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
