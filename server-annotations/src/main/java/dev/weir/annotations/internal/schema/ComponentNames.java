package dev.weir.annotations.internal.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JavaType;

/**
 * Names components by their types: as short as tells them apart. {@code Todo}, {@code PageOfTodo}; {@code shop.Order} and
 * {@code club.Order} if there are two.
 */
final class ComponentNames {

    /** So many parts of a class's name tell any two classes apart. */
    private static final int MOST_PARTS = 20;

    private ComponentNames() {}

    /**
     * A name for each, in whatever order they come.
     *
     * @param split those that are read, and written otherwise
     * @param taken names that others have
     */
    static Map<Component, String> of(Collection<Component> components, Set<Component> split, Set<String> taken) {
        Map<Component, String> names = new HashMap<>();
        Collection<Component> unnamed = components;
        for (int parts = 1; !unnamed.isEmpty() && parts <= MOST_PARTS; parts++) {
            int length = parts;
            Map<String, List<Component>> byName = unnamed.stream()
                    .collect(Collectors.groupingBy(
                            each -> name(each, length, split), TreeMap::new, Collectors.toList()));
            byName.forEach((name, same) -> {
                if (same.size() == 1 && !taken.contains(name) && !names.containsValue(name)) {
                    names.put(same.get(0), name);
                }
            });
            unnamed =
                    components.stream().filter(each -> !names.containsKey(each)).toList();
        }
        number(unnamed, split, names);
        return names;
    }

    /** For types that differ in nothing but who loaded them, or where one name is made up like another. */
    private static void number(Collection<Component> unnamed, Set<Component> split, Map<Component, String> names) {
        unnamed.stream()
                .sorted(Comparator.comparing(each -> name(each, MOST_PARTS, split)))
                .forEach(each -> {
                    String name = name(each, 1, split);
                    names.put(
                            each,
                            IntStream.iterate(2, number -> number + 1)
                                    .mapToObj(number -> name + number)
                                    .filter(candidate -> !names.containsValue(candidate))
                                    .findFirst()
                                    .orElseThrow());
                });
    }

    private static String name(Component component, int parts, Set<Component> split) {
        return name(component.type(), parts) + (split.contains(component) ? "Input" : "");
    }

    private static String name(JavaType type, int parts) {
        if (type.isArrayType()) {
            return name(type.getContentType(), parts) + "Array";
        }
        String name = name(type.getRawClass(), parts);
        int count = type.containedTypeCount();
        return count == 0
                ? name
                : name
                        + IntStream.range(0, count)
                                .mapToObj(i -> name(type.containedType(i), parts))
                                .collect(Collectors.joining("And", "Of", ""));
    }

    private static String name(Class<?> type, int parts) {
        String whole = type.getCanonicalName() == null ? type.getName() : type.getCanonicalName();
        String[] all = whole.split("[.$]");
        String last = String.join(".", List.of(all).subList(Math.max(0, all.length - parts), all.length));
        String capital = type.isPrimitive() ? Character.toUpperCase(last.charAt(0)) + last.substring(1) : last;
        return capital.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
