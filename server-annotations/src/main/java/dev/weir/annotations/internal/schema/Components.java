package dev.weir.annotations.internal.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JavaType;

/** The schemas that have names of their own; used by one thread. */
final class Components {

    private static final String ADDRESS = "#/components/schemas/";

    /** Those made so far; empty for one that is being made, which may refer to itself. */
    private final Map<Component, Map<String, Object>> made = new LinkedHashMap<>();

    /** A reference to a component, which is made if nobody asked for it before. */
    Map<String, Object> refer(Component component, Function<Component, Map<String, Object>> maker) {
        if (!made.containsKey(component)) {
            made.put(component, Map.of());
            made.put(component, maker.apply(component));
        }
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$ref", new Pointer(component));
        return reference;
    }

    /** The end of it: all components by name, and what puts names in the place of pointers. */
    Named name(Set<String> taken) {
        Set<Component> alike = alike();
        Set<Component> split = made.keySet().stream()
                .filter(each -> each.use() == Use.READ && made.containsKey(each.with(Use.WRITTEN)))
                .filter(each -> !alike.contains(each.with(Use.WRITTEN)))
                .collect(Collectors.toSet());
        List<Component> named = made.keySet().stream()
                .filter(each -> each.use() == Use.WRITTEN || !alike.contains(each.with(Use.WRITTEN)))
                .toList();
        return new Named(alike, ComponentNames.of(named, split, taken));
    }

    /**
     * The components that look alike in both directions, one of each pair. Which of them do depends on those that they
     * refer to: all are taken to be alike until the contrary is found.
     */
    private Set<Component> alike() {
        Set<Component> alike = new HashSet<>();
        for (Component each : made.keySet()) {
            if (each.use() == Use.WRITTEN && made.containsKey(each.with(Use.READ))) {
                alike.add(each);
            }
        }
        boolean shrinks = true;
        while (shrinks) {
            Named now = new Named(alike, Map.of());
            shrinks = alike.removeAll(alike.stream()
                    .filter(each -> !now.canonical(made.get(each)).equals(now.canonical(made.get(each.with(Use.READ)))))
                    .toList());
        }
        return alike;
    }

    /** Components with their names. */
    final class Named {

        private final Set<Component> alike;
        private final Map<Component, String> names;

        private Named(Set<Component> alike, Map<Component, String> names) {
            this.alike = alike;
            this.names = names;
        }

        /** All schemas by name, in the order of names. */
        Map<String, Object> schemas() {
            Map<String, Object> schemas = new TreeMap<>();
            names.forEach((component, name) -> schemas.put(name, resolved(made.get(component))));
            return schemas;
        }

        /** The tree with addresses in the place of pointers. */
        Object resolved(Object tree) {
            return replaced(tree, pointer -> ADDRESS + names.get(pointer.component()));
        }

        private Object canonical(Object tree) {
            return replaced(tree, pointer -> pointer);
        }

        private Object replaced(Object tree, Function<Pointer, Object> address) {
            if (tree instanceof Pointer pointer) {
                Component written = pointer.component().with(Use.WRITTEN);
                return address.apply(alike.contains(written) ? new Pointer(written) : pointer);
            }
            if (tree instanceof List<?> list) {
                List<Object> copy = new ArrayList<>(list.size());
                list.forEach(each -> copy.add(replaced(each, address)));
                return copy;
            }
            if (tree instanceof Map<?, ?> map) {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, value) -> copy.put(key, replaced(value, address)));
                return copy;
            }
            return tree;
        }
    }

    /** A component of a type with its subtypes. */
    static Component open(JavaType type, Use use) {
        return new Component(type, use, false);
    }

    /** A component of a type alone. */
    static Component alone(JavaType type, Use use) {
        return new Component(type, use, true);
    }
}
