package dev.weir.annotations.internal.validation;

import java.util.ArrayList;
import java.util.List;

/** What may have a say in what the objects of a class have to hold. */
final class Bases {

    private Bases() {}

    /** What the class extends and implements, and where it is sealed what may extend it. */
    static List<Class<?>> of(Class<?> type) {
        List<Class<?>> bases = new ArrayList<>(List.of(type.getInterfaces()));
        if (type.getSuperclass() != null) {
            bases.add(type.getSuperclass());
        }
        bases.addAll(kinds(type));
        return bases;
    }

    /** The classes that a sealed one permits; none of any other. */
    static List<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? List.of(type.getPermittedSubclasses()) : List.of();
    }
}
