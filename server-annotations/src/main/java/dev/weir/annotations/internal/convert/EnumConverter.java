package dev.weir.annotations.internal.convert;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds an enum constant: by its exact name, by the name that it has in JSON, or by either if it is the only one that
 * differs in case alone.
 */
final class EnumConverter implements Converter {

    private final Map<String, Object> byName = new HashMap<>();
    private final Map<String, Object> byLowerCase = new HashMap<>();
    private final List<String> allowed;

    /** A converter where {@code jsonName} tells a constant's name in JSON. */
    EnumConverter(Class<?> type, Function<Enum<?>, String> jsonName) {
        Set<String> listed = new LinkedHashSet<>();
        Map<String, Object> byJsonName = new HashMap<>();
        Set<String> ambiguous = new LinkedHashSet<>();
        for (Object each : type.getEnumConstants()) {
            Enum<?> constant = (Enum<?>) each;
            String inJson = jsonName.apply(constant);
            listed.add(inJson);
            byName.put(constant.name(), constant);
            byJsonName.putIfAbsent(inJson, constant);
            for (String name : List.of(constant.name(), inJson)) {
                Object there = byLowerCase.put(name.toLowerCase(Locale.ROOT), constant);
                if (there != null && there != constant) {
                    ambiguous.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
        byJsonName.forEach(byName::putIfAbsent);
        byLowerCase.keySet().removeAll(ambiguous);
        allowed = List.copyOf(listed);
    }

    @Override
    public Object convert(String text) throws InvalidValueException {
        Object constant = byName.get(text);
        if (constant == null) {
            constant = byLowerCase.get(text.toLowerCase(Locale.ROOT));
        }
        if (constant == null) {
            throw InvalidValueException.notAllowed(allowed);
        }
        return constant;
    }
}
