package dev.weir.annotations.internal.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * What default values, which are written as text, are in JSON.
 *
 * @param enums knows the names of constants
 */
record TextValues(Enums enums) {

    Object of(Class<?> type, String text) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(text))
                    .findFirst()
                    .flatMap(enums::written)
                    .orElse(text);
        }
        Optional<Object> kind = Scalars.find(type).map(schema -> schema.get("type"));
        try {
            return switch (String.valueOf(kind.orElse("string"))) {
                case "integer" -> new BigInteger(text);
                case "number" -> new BigDecimal(text);
                case "boolean" -> Boolean.valueOf(text);
                default -> text;
            };
        } catch (NumberFormatException e) {
            return text; // a converter of the application's makes a number of it
        }
    }
}
