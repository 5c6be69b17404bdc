package dev.weir.annotations.internal.convert;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Chooses converters by type, at start-up. */
public final class Converters {

    private final Map<Class<?>, Converter> known = new HashMap<>();
    private final Function<Enum<?>, String> jsonName;

    /**
     * The built-in converters.
     *
     * @param own converters of the application, which go first
     * @param jsonName tells the name of an enum constant in JSON
     */
    public Converters(Map<Class<?>, Converter> own, Function<Enum<?>, String> jsonName) {
        this.jsonName = jsonName;
        known.putAll(Numbers.converters());
        known.putAll(Times.converters());
        known.putAll(Texts.converters());
        known.putAll(own);
    }

    /** The converter for a type; empty if nothing tells how to make one from text. */
    public Optional<Converter> find(Class<?> type) {
        Converter converter = known.get(type);
        if (converter == null) {
            converter = make(type).orElse(null);
            if (converter != null) {
                known.put(type, converter);
            }
        }
        return Optional.ofNullable(converter);
    }

    private Optional<Converter> make(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(new EnumConverter(type, jsonName));
        }
        return type.isArray() || type.isPrimitive() || type == Object.class
                ? Optional.empty()
                : FactoryConverter.find(type);
    }
}
