package dev.weir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The classes of the server and of its tests in one jar, as users have them: a JVM keeps a jar open, but has to open each
 * class of a directory anew, which it can't do once it has no file descriptors left.
 */
final class TestJar {

    private static final Path PATH = made();

    private TestJar() {}

    /** Made once, and deleted when this JVM ends. */
    static Path path() {
        return PATH;
    }

    private static Path made() {
        try {
            Path jar = Files.createTempFile("weir-tests-", ".jar");
            jar.toFile().deleteOnExit();
            try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar))) {
                add(root(HttpServer.class), output);
                add(root(TestJar.class), output);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Path root, JarOutputStream output) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            if (!file.endsWith("module-info.class")) {
                output.putNextEntry(new JarEntry(root.relativize(file).toString()));
                Files.copy(file, output);
                output.closeEntry();
            }
        }
    }

    private static Path root(Class<?> type) {
        try {
            Path file =
                    Path.of(type.getResource(type.getSimpleName() + ".class").toURI());
            return file.getParent().getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
