package dev.weir.annotations.internal.scan;

import dev.weir.annotations.Controller;
import dev.weir.annotations.internal.reflect.ClassesByName;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        return names(new ClassGraph(), packages);
    }

    /** Names of the controllers in a directory of classes. */
    public static List<String> names(Path directory, List<String> packages) {
        // What else is in the class path may have the annotations that others are made of.
        ClassGraph scan = new ClassGraph()
                .overrideClasspath(directory + File.pathSeparator + System.getProperty("java.class.path"));
        return names(scan, packages).stream()
                .filter(name -> Files.exists(directory.resolve(name.replace('.', '/') + ".class")))
                .toList();
    }

    private static List<String> names(ClassGraph scan, List<String> packages) {
        scan.enableClassInfo()
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
        return ClassesByName.find(name)
                .orElseThrow(
                        () -> new IllegalStateException("controller: " + name + " (expected: a class that loads)"));
    }
}
