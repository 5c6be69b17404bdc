package dev.weir.annotations.internal.convert;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Converters for String and for the values of the JDK that are written in one way only. */
final class Texts {

    private static final int UUID_LENGTH = 36;

    private static final Converter STRING = new Converter() {
        @Override
        public Object convert(String text) {
            return text;
        }

        @Override
        public boolean takesEmpty() {
            return true;
        }
    };

    private Texts() {}

    static Map<Class<?>, Converter> converters() {
        Map<Class<?>, Converter> all = new HashMap<>();
        all.put(String.class, STRING);
        all.put(CharSequence.class, STRING);
        all.put(boolean.class, Texts::bool);
        all.put(Boolean.class, Texts::bool);
        all.put(char.class, Texts::character);
        all.put(Character.class, Texts::character);
        all.put(UUID.class, Texts::uuid);
        all.put(URI.class, Texts::uri);
        all.put(Locale.class, Texts::locale);
        return all;
    }

    private static Object bool(String text) throws InvalidValueException {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw InvalidValueException.of("not-a-boolean", "neither true nor false", "boolean");
        };
    }

    private static Object character(String text) throws InvalidValueException {
        if (text.length() != 1) {
            throw InvalidValueException.of("malformed", "not a single character", "character");
        }
        return text.charAt(0);
    }

    /** The JDK's parser takes {@code 1-1-1-1-1} as well, which nobody means. */
    private static Object uuid(String text) throws InvalidValueException {
        if (text.length() == UUID_LENGTH) {
            try {
                UUID uuid = UUID.fromString(text);
                if (uuid.toString().equalsIgnoreCase(text)) {
                    return uuid;
                }
            } catch (IllegalArgumentException e) {
                // Told below, like any other.
            }
        }
        throw InvalidValueException.of("malformed", "not a valid UUID", "uuid");
    }

    private static Object uri(String text) throws InvalidValueException {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw InvalidValueException.of("malformed", "not a valid URI reference", "uri");
        }
    }

    private static Object locale(String text) throws InvalidValueException {
        try {
            return new Locale.Builder().setLanguageTag(text).build();
        } catch (IllformedLocaleException e) {
            throw InvalidValueException.of("malformed", "not a valid language tag", "language-tag");
        }
    }
}
