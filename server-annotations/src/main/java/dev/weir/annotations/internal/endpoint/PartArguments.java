package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.ContextArgument;
import dev.weir.annotations.internal.bind.PartArgument;
import dev.weir.annotations.internal.bind.PartSource;
import dev.weir.annotations.internal.bind.PartTaker;
import dev.weir.annotations.internal.bind.WantedParts;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.GenericTypes;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes arguments of parameters that come from parts of a form: as they are, of their text, or read from JSON.
 *
 * @param tools converters, the codec, and where faults go
 * @param place of the method
 * @param consumers who takes content
 */
record PartArguments(Toolbox tools, Place place, ContentConsumers consumers) {

    /** The argument, unless there is a fault. */
    Optional<Argument> argument(ParameterSpec parameter, PartSource source) {
        WantedParts wanted = consumers.addPart(parameter);
        Type each = parameter.erased() == byte[].class ? byte[].class : TextArguments.valueType(parameter);
        Class<?> erased = GenericTypes.erased(each);
        if (!PartTaker.AS_THEY_ARE.containsKey(erased)
                && (erased.isPrimitive()
                        || !isOne(erased)
                        || tools.converters().find(erased).isPresent())) {
            wanted.addInMemory(source.name());
            return new TextArguments(tools, place).argument(parameter, source);
        }
        Optional<PartTaker> taker = hasFaultOfText(parameter) ? Optional.empty() : taker(parameter, each, source);
        if (erased == byte[].class || !PartTaker.AS_THEY_ARE.containsKey(erased)) {
            wanted.addInMemory(source.name());
        } else {
            wanted.addInFile(source.name());
        }
        return taker.map(found -> shaped(parameter, source, found));
    }

    /** Whether it is not several or none once more, which is told as it is for other text. */
    private static boolean isOne(Class<?> type) {
        return !TextArguments.isOptional(type) && !TextArguments.isCollection(type);
    }

    private boolean hasFaultOfText(ParameterSpec parameter) {
        if (parameter.defaultValue().isPresent()) {
            fault(
                    "@DefaultValue on the part " + parameter.text(),
                    "Only text has a default. Make it an Optional, or declare it Nullable.");
        }
        if (parameter.separator().isPresent()) {
            fault("@Split on the part " + parameter.text(), "It splits text. Drop the @Split.");
        }
        return parameter.defaultValue().isPresent() || parameter.separator().isPresent();
    }

    private Optional<PartTaker> taker(ParameterSpec parameter, Type each, PartSource source) {
        Class<?> erased = GenericTypes.erased(each);
        if (PartTaker.AS_THEY_ARE.containsKey(erased)) {
            return Optional.of(PartTaker.AS_THEY_ARE.get(erased));
        }
        if (GenericTypes.isOpen(each)) {
            fault(
                    "Part of an unknown type: " + parameter.text(),
                    "Nothing says what the type variable stands for. Give the type in the class that is the controller.");
            return Optional.empty();
        }
        if (!mayBeJson(erased)) {
            fault(
                    "Part that can't be made: " + parameter.text(),
                    "Take an Upload, InputStream or byte[], a type that text converts to, or a record, which is read from"
                            + " JSON.");
            return Optional.empty();
        }
        try {
            return Optional.of(new PartTaker.Json(source, tools.json().reader(each)));
        } catch (IllegalArgumentException e) {
            fault(
                    "Part that can't be read from JSON: " + parameter.text(),
                    "The JSON library says: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static boolean mayBeJson(Class<?> type) {
        boolean isOfOthers =
                type.getName().startsWith("java.") || type.getName().startsWith("dev.weir.multipart.");
        return (!isOfOthers || type == Map.class) && ContextArgument.find(type).isEmpty();
    }

    private static Argument shaped(ParameterSpec parameter, PartSource source, PartTaker taker) {
        Class<?> type = parameter.erased();
        if (type == Optional.class) {
            return PartArgument.optional(source, taker);
        }
        if (type == byte[].class || !TextArguments.isCollection(type)) {
            return parameter.isNullable() ? PartArgument.nullable(source, taker) : PartArgument.required(source, taker);
        }
        if (type.isArray()) {
            Class<?> elements = type.getComponentType();
            return PartArgument.all(
                    source, taker, values -> values.toArray((Object[]) Array.newInstance(elements, values.size())));
        }
        Function<List<Object>, Object> shape = type == Set.class
                ? values -> Collections.unmodifiableSet(new LinkedHashSet<>(values))
                : Collections::unmodifiableList;
        return PartArgument.all(source, taker, shape);
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
