package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.CollectionArgument;
import dev.weir.annotations.internal.bind.FallbackArgument;
import dev.weir.annotations.internal.bind.OptionalArgument;
import dev.weir.annotations.internal.bind.RequiredArgument;
import dev.weir.annotations.internal.bind.Scalar;
import dev.weir.annotations.internal.bind.SplitSource;
import dev.weir.annotations.internal.bind.ValueSource;
import dev.weir.annotations.internal.convert.Converter;
import dev.weir.annotations.internal.convert.InvalidValueException;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.GenericTypes;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Makes arguments of parameters that come from text: one value, an optional one, or all of a name.
 *
 * @param tools converters, and where faults go
 * @param place of the method
 */
record TextArguments(Toolbox tools, Place place) {

    private static final Map<Class<?>, Class<?>> PRIMITIVE_OPTIONALS = Map.of(
            OptionalInt.class, int.class,
            OptionalLong.class, long.class,
            OptionalDouble.class, double.class);

    private static final Set<Class<?>> LISTS = Set.of(List.class, Collection.class, Iterable.class);

    /** The argument, unless there is a fault. */
    Optional<Argument> argument(ParameterSpec parameter, ValueSource source) {
        Class<?> erased = parameter.erased();
        Optional<String> separator = parameter.separator();
        if (separator.isPresent() && (separator.get().isEmpty() || !isCollection(erased))) {
            wrongSplit(parameter, separator.get());
            return Optional.empty();
        }
        if (isOptional(erased)) {
            return optional(parameter, source);
        }
        if (isCollection(erased)) {
            return collection(parameter, source);
        }
        if (erased.isPrimitive() && parameter.isNullable()) {
            fault(
                    "Nullable primitive " + parameter.text(),
                    "A " + erased
                            + " can't be null. Make it an Optional or its wrapper type, or give it a @DefaultValue.");
            return Optional.empty();
        }
        Optional<Converter> converter = converter(parameter, erased);
        if (converter.isEmpty()) {
            return Optional.empty();
        }
        Scalar scalar = new Scalar(source, converter.get());
        if (parameter.defaultValue().isPresent()) {
            return defaultValue(parameter, parameter.defaultValue().get(), converter.get())
                    .map(value -> new FallbackArgument(scalar, value));
        }
        return Optional.of(parameter.isNullable() ? new FallbackArgument(scalar, null) : new RequiredArgument(scalar));
    }

    /** Whether a request may leave such a parameter out. */
    static boolean mayBeMissing(ParameterSpec parameter) {
        return isOptional(parameter.erased())
                || isCollection(parameter.erased())
                || parameter.isNullable()
                || parameter.defaultValue().isPresent();
    }

    static boolean isOptional(Class<?> type) {
        return type == Optional.class || PRIMITIVE_OPTIONALS.containsKey(type);
    }

    /** The type of what one of the optional types holds. */
    static Type insideOptional(Type type) {
        Class<?> primitive = PRIMITIVE_OPTIONALS.get(GenericTypes.erased(type));
        return primitive == null ? GenericTypes.argument(type, 0) : primitive;
    }

    static boolean isCollection(Class<?> type) {
        return LISTS.contains(type) || type == Set.class || type.isArray();
    }

    /** The type of one value: what is in an optional or a collection, or the parameter's own. */
    static Type valueType(ParameterSpec parameter) {
        Class<?> erased = parameter.erased();
        if (isOptional(erased)) {
            return insideOptional(parameter.type());
        }
        return isCollection(erased) ? elements(parameter.type()) : parameter.type();
    }

    private Optional<Argument> optional(ParameterSpec parameter, ValueSource source) {
        if (parameter.defaultValue().isPresent()) {
            fault(
                    "@DefaultValue on " + parameter.text(),
                    "With a default it is never empty. Drop the @DefaultValue, or the Optional.");
            return Optional.empty();
        }
        Class<?> inside = GenericTypes.erased(insideOptional(parameter.type()));
        if (isCollection(inside) || isOptional(inside)) {
            fault(
                    "Optional of what may be empty itself: " + parameter.text(),
                    "Drop the Optional: what it holds is empty if the request gives no value.");
            return Optional.empty();
        }
        return converter(parameter, inside)
                .map(converter -> OptionalArgument.of(parameter.erased(), new Scalar(source, converter)));
    }

    private Optional<Argument> collection(ParameterSpec parameter, ValueSource source) {
        Class<?> type = parameter.erased();
        Class<?> elements = GenericTypes.erased(elements(parameter.type()));
        Optional<Converter> converter = converter(parameter, elements);
        if (converter.isEmpty()) {
            return Optional.empty();
        }
        Converter found = converter.get();
        Optional<List<Object>> fallback = defaultValues(parameter, found);
        if (fallback.isEmpty()) {
            return Optional.empty();
        }
        ValueSource values = parameter
                .separator()
                .<ValueSource>map(separator -> new SplitSource(source, separator))
                .orElse(source);
        if (type.isArray()) {
            return Optional.of(CollectionArgument.array(elements, values, found, fallback.get()));
        }
        return Optional.of(
                type == Set.class
                        ? CollectionArgument.set(values, found, fallback.get())
                        : CollectionArgument.list(values, found, fallback.get()));
    }

    /** What a collection is without values; empty only if there is a fault. */
    private Optional<List<Object>> defaultValues(ParameterSpec parameter, Converter converter) {
        if (parameter.defaultValue().isEmpty()) {
            return Optional.of(List.of());
        }
        String text = parameter.defaultValue().get();
        List<String> texts = parameter
                .separator()
                .map(separator -> SplitSource.split(text, separator))
                .orElse(List.of(text));
        List<Object> values = new ArrayList<>();
        for (String each : texts) {
            defaultValue(parameter, each, converter).ifPresent(values::add);
        }
        return values.size() == texts.size() ? Optional.of(values) : Optional.empty();
    }

    private static Type elements(Type type) {
        if (type instanceof GenericArrayType array) {
            return array.getGenericComponentType();
        }
        return type instanceof Class<?> known && known.isArray()
                ? known.getComponentType()
                : GenericTypes.argument(type, 0);
    }

    private Optional<Converter> converter(ParameterSpec parameter, Class<?> type) {
        Optional<Converter> found = tools.converters().find(type);
        if (found.isEmpty()) {
            String name = type.getSimpleName();
            String factory = type.getName().startsWith("java.")
                    ? "Take another type"
                    : "Give it a static of(String), valueOf(String) or fromString(String) or a constructor with one String";
            fault(
                    "No converter for " + parameter.text(),
                    "Nothing makes " + name + " of text. " + factory
                            + ", or register a converter; if it is the content, say @Body.");
        }
        return found;
    }

    private Optional<Object> defaultValue(ParameterSpec parameter, String text, Converter converter) {
        if (text.isEmpty() && !converter.takesEmpty()) {
            fault(
                    "Empty @DefaultValue on " + parameter.text(),
                    "Empty text is no " + GenericTypes.text(parameter.type())
                            + ". Write a value, or make the parameter an Optional.");
            return Optional.empty();
        }
        try {
            return Optional.of(converter.convert(text));
        } catch (InvalidValueException e) {
            String allowed = e.allowed().isEmpty() ? "" : ", expected one of " + e.allowed();
            fault(
                    "@DefaultValue(\"" + text + "\") does not convert to " + parameter.text(),
                    "A request would be told: " + e.detail() + allowed + ". Change the value or the type.");
            return Optional.empty();
        }
    }

    private void wrongSplit(ParameterSpec parameter, String separator) {
        if (separator.isEmpty()) {
            fault(
                    "Empty @Split on " + parameter.text(),
                    "Name what stands between two values, or leave it to be a comma.");
        } else {
            fault(
                    "@Split on " + parameter.text(),
                    "It is one value. Make it a List, a Set or an array, or drop the @Split.");
        }
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
