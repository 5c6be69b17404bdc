package dev.weir.annotations.internal.reflect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A class and all it extends and implements. */
final class Hierarchy {

    private Hierarchy() {}

    /** The class, its superclasses from below, then all interfaces; without {@code Object}. */
    static List<Class<?>> of(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            all.add(c);
        }
        for (Class<?> c : new ArrayList<>(all)) {
            addInterfaces(c, all);
        }
        return List.copyOf(all);
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
        for (Class<?> each : type.getInterfaces()) {
            all.add(each);
            addInterfaces(each, all);
        }
    }
}
