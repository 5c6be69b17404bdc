package dev.weir.controllers;

import dev.weir.annotations.internal.index.ClassFiles;
import dev.weir.annotations.internal.index.IndexText;
import dev.weir.annotations.internal.scan.PackageScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes down which classes are controllers, when an application is built, so that {@link Controllers#indexed()} need
 * not look for them at each start.
 *
 * <p>One line in a test does it, after everything is compiled and before it is packed:
 *
 * <pre>
 *   ControllerIndex.write(Path.of("target/classes"), "com.acme");
 * </pre>
 *
 * <p>or a step of the build that runs {@link #main} with the same words. The file is {@code META-INF/weir/controllers}
 * in that directory. An index is refused at start-up if it is no longer true: if it names a class that is not there or is
 * no controller, or if class files of its packages have come, gone or changed their size. Name packages that no other
 * directory or jar has, if several are to be packed into one jar.
 */
public final class ControllerIndex {

    private ControllerIndex() {}

    /**
     * Writes the index of a directory of classes.
     *
     * @param packages where controllers are, there and below
     * @return the file
     * @throws IllegalArgumentException if there is no controller in one of them
     */
    public static Path write(Path directory, String... packages) throws IOException {
        if (packages.length == 0) {
            throw new IllegalArgumentException("packages: none (expected: at least one)");
        }
        List<String> all = List.of(packages);
        List<String> controllers = PackageScan.names(directory, all);
        for (String name : all) {
            if (controllers.stream().noneMatch(controller -> controller.startsWith(name + "."))) {
                throw new IllegalArgumentException(
                        "package: \"" + name + "\" (expected: one with a controller in " + directory + ")");
            }
        }
        Path file = directory.resolve(IndexText.PATH);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, new IndexText(all, ClassFiles.sum(directory, all), controllers).text());
    }

    /** The same from a command line: the directory, then packages. */
    public static void main(String... arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException(
                    "arguments: " + arguments.length + " (expected: a directory of classes, then packages)");
        }
        write(Path.of(arguments[0]), Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
