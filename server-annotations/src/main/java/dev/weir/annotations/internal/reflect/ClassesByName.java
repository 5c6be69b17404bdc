package dev.weir.annotations.internal.reflect;

import java.util.List;
import java.util.Optional;

/** Finds classes of the application: with the thread's loader, then with our own. */
public final class ClassesByName {

    private ClassesByName() {}

    /** The loaders, the first to ask first. */
    public static List<ClassLoader> loaders() {
        ClassLoader own = ClassesByName.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null || context == own ? List.of(own) : List.of(context, own);
    }

    /** The class of that name, not initialised. */
    public static Optional<Class<?>> find(String name) {
        for (ClassLoader loader : loaders()) {
            try {
                return Optional.of(Class.forName(name, false, loader));
            } catch (ClassNotFoundException e) {
                // Another loader may have it.
            }
        }
        return Optional.empty();
    }
}
