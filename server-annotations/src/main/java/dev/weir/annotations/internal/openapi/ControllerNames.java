package dev.weir.annotations.internal.openapi;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names controllers as short as tells them apart: {@code TodoController}, or {@code shop.TodoController} if there are two. */
final class ControllerNames {

    private ControllerNames() {}

    static Map<Class<?>, String> of(Collection<Class<?>> controllers) {
        Map<Class<?>, String> names = new HashMap<>();
        int parts = 0;
        do {
            parts++;
            Set<String> ambiguous = ambiguous(controllers, parts);
            for (Class<?> type : controllers) {
                String name = name(type, parts);
                // A class that another class loader has as well stays as it is.
                if (!names.containsKey(type) && (!ambiguous.contains(name) || name.equals(name(type, parts + 1)))) {
                    names.put(type, name);
                }
            }
        } while (names.size() < controllers.size());
        return names;
    }

    private static Set<String> ambiguous(Collection<Class<?>> controllers, int parts) {
        Set<String> seen = new HashSet<>();
        Set<String> ambiguous = new HashSet<>();
        for (Class<?> type : controllers) {
            String name = name(type, parts);
            if (!seen.add(name)) {
                ambiguous.add(name);
            }
        }
        return ambiguous;
    }

    /** The last parts of a class's name, with dots between them. */
    private static String name(Class<?> type, int parts) {
        String whole = type.getName().replace('$', '.');
        int start = whole.length();
        for (int i = 0; i < parts && start >= 0; i++) {
            start = whole.lastIndexOf('.', start - 1);
        }
        return whole.substring(start + 1);
    }
}
