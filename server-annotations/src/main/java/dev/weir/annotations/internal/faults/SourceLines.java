package dev.weir.annotations.internal.faults;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds file and line of classes and methods in their class files, as far as those tell. */
public final class SourceLines {

    private final Map<Class<?>, Optional<ClassFile>> read = new HashMap<>();

    /** Nothing is read before it is asked for. */
    public SourceLines() {}

    /** {@code UserController.java:24}, where the line is that of the first statement; less or empty if not known. */
    public String of(Place place) {
        return read.computeIfAbsent(place.type(), SourceLines::classFile)
                .map(file -> file.sourceFile() + line(file, place))
                .orElse("");
    }

    private static String line(ClassFile file, Place place) {
        return place.method()
                .map(method -> file.lines().get(ClassFile.key(method)))
                .map(line -> ":" + line)
                .orElse("");
    }

    private static Optional<ClassFile> classFile(Class<?> type) {
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(ClassFile.read(in)).filter(ClassFile::namesSource);
        } catch (IOException | RuntimeException e) {
            // A report without lines is still a report.
            return Optional.empty();
        }
    }
}
