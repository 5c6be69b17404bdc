package dev.weir.annotations.internal.jackson;

import dev.weir.json.JsonReadException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Puts Jackson's exceptions into words for the client. None of Jackson's own: they quote what the client sent. */
final class ReadFaults {

    /** More values than that are not listed. */
    private static final int MOST_LISTED = 20;

    /** Tells the names of enum constants. */
    private static final JsonMapper NAMES = JsonMapper.shared();

    private ReadFaults() {}

    /** What the client did wrong; throws {@code e} itself if the fault is the programmer's. */
    static JsonReadException of(JacksonException e) {
        if (e instanceof InvalidDefinitionException || e.getCause() instanceof ReflectiveOperationException) {
            throw e;
        }
        String pointer = JsonPointers.of(e.getPath());
        if (e instanceof InputCoercionException coercion) {
            return JsonReadException.mismatch(pointer, "out-of-range", "too large or too small")
                    .withExpected(TypeNames.of(coercion.getTargetType()));
        }
        if (e instanceof StreamConstraintsException) {
            return malformed("nested too deeply, or a name, text or number is too long", e);
        }
        if (e instanceof StreamReadException) {
            return malformed("not valid JSON here", e);
        }
        if (e instanceof ValueInstantiationException) {
            return JsonReadException.mismatch(pointer, "malformed", "not a valid value");
        }
        if (e instanceof PropertyBindingException) {
            return JsonReadException.mismatch(pointer, "unknown-member", "there is no such member");
        }
        if (e instanceof InvalidTypeIdException) {
            return JsonReadException.mismatch(pointer, "unknown-type", "the kind of object is missing or unknown");
        }
        return e instanceof MismatchedInputException mismatch
                ? mismatch(pointer, mismatch)
                : JsonReadException.mismatch(pointer, "malformed", "not a valid value");
    }

    private static JsonReadException malformed(String detail, JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null
                ? JsonReadException.malformed(detail, 0, 0)
                : JsonReadException.malformed(detail, at.getLineNr(), at.getColumnNr());
    }

    private static JsonReadException mismatch(String pointer, MismatchedInputException e) {
        Class<?> type = wanted(e);
        if (type == null) {
            return JsonReadException.mismatch(pointer, "malformed", "not a valid value");
        }
        if (type.isEnum()) {
            List<String> names = names(type);
            String detail = names.size() <= MOST_LISTED
                    ? "unknown value"
                    : "unknown value; " + MOST_LISTED + " of " + names.size() + " are listed";
            return JsonReadException.mismatch(pointer, "not-in-enum", detail)
                    .withAllowed(names.subList(0, Math.min(names.size(), MOST_LISTED)));
        }
        String expected = TypeNames.of(type);
        return JsonReadException.mismatch(pointer, TypeNames.code(type), "not a valid " + expected)
                .withExpected(expected);
    }

    /** The type of the value that is wrong; of an element in an array of primitives Jackson says the array. */
    private static Class<?> wanted(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        List<Reference> path = e.getPath();
        boolean isElement = type != null
                && type.isArray()
                && !path.isEmpty()
                && type.isInstance(path.get(path.size() - 1).from());
        return isElement ? type.getComponentType() : type;
    }

    private static List<String> names(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(NAMES.valueToTree(constant).asString());
        }
        return names;
    }
}
