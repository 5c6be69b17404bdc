package dev.weir.annotations.internal.openapi;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names controllers as short as tells them apart: {@code TodoController}, or {@code shop.TodoController} if there are two. */
final class ControllerNames {

    private ControllerNames() {}

    static Map<Class<?>, String> of(Collection<Class<?>> controllers) {
        Map<Class<?>, String> names = new HashMap<>();
        Set<Class<?>> unnamed = new LinkedHashSet<>(controllers);
        for (int parts = 1; !unnamed.isEmpty(); parts++) {
            int length = parts;
            Map<String, List<Class<?>>> byName =
                    unnamed.stream().collect(Collectors.groupingBy(type -> name(type, length)));
            byName.forEach((name, same) -> {
                if (same.size() == 1
                        || same.stream().allMatch(type -> name(type, length + 1).equals(name))) {
                    same.forEach(type -> names.put(type, name));
                }
            });
            unnamed.removeAll(names.keySet());
        }
        return names;
    }

    private static String name(Class<?> type, int parts) {
        List<String> all = List.of(type.getName().split("[.$]"));
        return String.join(".", all.subList(Math.max(0, all.size() - parts), all.size()));
    }
}
