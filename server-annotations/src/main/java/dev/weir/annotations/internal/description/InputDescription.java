package dev.weir.annotations.internal.description;

import dev.weir.annotations.internal.reflect.Declared;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A value that a request carries under a name.
 *
 * @param in {@code path}, {@code query}, {@code header}, {@code cookie}, {@code form} or {@code part}
 * @param name the name on the wire
 * @param type of one value
 * @param isCollection whether there may be several
 * @param isRequired whether a request without it is refused
 * @param defaultValue text of what stands in for it
 * @param separator what stands between several values in one text
 * @param annotations what stands on it, constraints among others
 */
public record InputDescription(
        String in,
        String name,
        Type type,
        boolean isCollection,
        boolean isRequired,
        Optional<String> defaultValue,
        Optional<String> separator,
        Declared annotations) {

    /** The same under another name. */
    public InputDescription withName(String other) {
        return new InputDescription(in, other, type, isCollection, isRequired, defaultValue, separator, annotations);
    }

    /** The same as a single value of that type, without a default. */
    public InputDescription asOne(Type whole, boolean isNeeded) {
        return new InputDescription(in, name, whole, false, isNeeded, Optional.empty(), separator, annotations);
    }
}
