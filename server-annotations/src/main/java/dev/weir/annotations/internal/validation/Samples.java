package dev.weir.annotations.internal.validation;

import dev.weir.json.Patched;
import java.lang.reflect.Array;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values that stand for nothing: null, zero, or a container of null, so that what holds for its elements is looked at. */
final class Samples {

    private Samples() {}

    static Object of(Class<?> type) {
        if (type.isPrimitive()) {
            return Array.get(Array.newInstance(type, 1), 0);
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 1);
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == Patched.class) {
            return Patched.ofNull();
        }
        if (type == Set.class) {
            return Collections.singleton(null);
        }
        if (type == Map.class) {
            return Collections.singletonMap(null, null);
        }
        boolean isList = Iterable.class.isAssignableFrom(type) && type.isAssignableFrom(List.class);
        return isList ? Collections.singletonList(null) : null;
    }
}
