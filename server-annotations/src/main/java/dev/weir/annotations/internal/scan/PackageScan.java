package dev.weir.annotations.internal.scan;

import dev.weir.annotations.Controller;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the classes that carry {@link Controller}, in some packages and those below. */
public final class PackageScan {

    /** More threads cost more to start than they save on a few packages. */
    private static final int THREADS = 2;

    private PackageScan() {}

    /** The controllers by name; no class is loaded before all are found. */
    public static List<Class<?>> controllers(List<String> packages) {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names(packages)) {
            classes.add(load(name));
        }
        return classes;
    }

    private static List<String> names(List<String> packages) {
        ClassGraph scan = new ClassGraph()
                .enableClassInfo()
                .enableAnnotationInfo()
                .ignoreClassVisibility()
                .acceptPackages(packages.toArray(String[]::new));
        try (ScanResult found = scan.scan(THREADS)) {
            return found.getClassesWithAnnotation(Controller.class).stream()
                    .filter(info -> !info.isInterfaceOrAnnotation())
                    .map(ClassInfo::getName)
                    .sorted()
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = PackageScan.class.getClassLoader();
        return load(name, context)
                .or(() -> load(name, own))
                .orElseThrow(
                        () -> new IllegalStateException("controller: " + name + " (expected: a class that loads)"));
    }

    private static Optional<Class<?>> load(String name, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
