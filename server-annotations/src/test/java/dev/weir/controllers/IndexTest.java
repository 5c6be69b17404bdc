package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.routing.Route;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of controllers: written for a directory of classes, read there and in a jar, refused when it is not true. */
class IndexTest {

    private static final String ACME = "dev.weir.controllers.acme";
    private static final Path COMPILED = Path.of("target/test-classes");

    @TempDir
    Path classes;

    private Path acme;

    @BeforeEach
    void copyControllers() throws IOException {
        acme = Files.createDirectories(classes.resolve(ACME.replace('.', '/')));
        Files.createDirectories(acme.resolve("below"));
        copy("acme/UserController.class", "UserController.class");
        copy("acme/below/LegacyController.class", "below/LegacyController.class");
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(COMPILED.resolve("dev/weir/controllers").resolve(from), acme.resolve(to));
    }

    private static <T> T with(Path classPath, Callable<T> code) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, IndexTest.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            return code.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private String refusal() throws Exception {
        return with(classes, () -> assertThrows(InvalidControllersException.class, Controllers::indexed)
                .getMessage());
    }

    private static List<String> patterns(List<Route> routes) {
        return routes.stream().map(route -> route.pattern().toString()).toList();
    }

    @Test
    void holdsTheNamesOfControllersByPackage() throws Exception {
        List<String> lines = Files.readAllLines(ControllerIndex.write(classes, ACME));
        assertEquals("packages " + ACME, lines.get(1));
        assertTrue(lines.get(2).matches("classes 2 [0-9a-f]+"), lines.get(2));
        assertEquals(
                List.of("controller " + ACME + ".UserController", "controller " + ACME + ".below.LegacyController"),
                lines.subList(3, lines.size()));
    }

    @Test
    void standsInForAScan() throws Exception {
        ControllerIndex.main(classes.toString(), ACME);
        List<String> expected = patterns(Controllers.scan(ACME));
        assertEquals(expected, with(classes, () -> patterns(Controllers.indexed())));
    }

    @Test
    void isTrueOfAJarAsItIsOfTheDirectory() throws Exception {
        ControllerIndex.write(classes, ACME);
        Path jar = jarOf(classes);
        assertEquals(List.of("/users/{id}", "/legacy/users/{name}"), with(jar, () -> patterns(Controllers.indexed())));
    }

    @Test
    void isReadWhereSeveralWereJoinedInOneFile() throws Exception {
        Path index = ControllerIndex.write(classes, ACME + ".below");
        String first = Files.readString(index);
        Files.delete(acme.resolve("below/LegacyController.class"));
        ControllerIndex.write(classes, ACME);
        copy("acme/below/LegacyController.class", "below/LegacyController.class");
        String joined = Files.readString(index);
        Files.writeString(index, first + joined.replaceFirst("classes .*", sumOf(ACME)));
        assertEquals(
                List.of("/legacy/users/{name}", "/users/{id}"), with(classes, () -> patterns(Controllers.indexed())));
    }

    private String sumOf(String name) throws IOException {
        return "classes " + dev.weir.annotations.internal.index.ClassFiles.sum(classes, List.of(name));
    }

    @Test
    void isRefusedWhenAClassWasAdded() throws Exception {
        ControllerIndex.write(classes, ACME);
        copy("broken/NeedyController.class", "NeedyController.class");
        assertStale();
    }

    @Test
    void isRefusedWhenAClassChangedItsSize() throws Exception {
        ControllerIndex.write(classes, ACME);
        try (OutputStream more =
                Files.newOutputStream(acme.resolve("UserController.class"), java.nio.file.StandardOpenOption.APPEND)) {
            more.write(0);
        }
        assertStale();
    }

    @Test
    void isRefusedWhenAClassIsGone() throws Exception {
        ControllerIndex.write(classes, ACME);
        Files.delete(acme.resolve("UserController.class"));
        assertStale();
    }

    @Test
    void isRefusedInAJarWithOtherClasses() throws Exception {
        ControllerIndex.write(classes, ACME);
        copy("broken/NeedyController.class", "NeedyController.class");
        Path jar = jarOf(classes);
        assertTrue(with(jar, () -> assertThrows(InvalidControllersException.class, Controllers::indexed))
                .getMessage()
                .contains("Index of controllers is out of date: " + ACME));
    }

    private void assertStale() throws Exception {
        String refusal = refusal();
        assertTrue(
                refusal.contains(" 1. Index of controllers is out of date: " + ACME + System.lineSeparator()
                        + "    Class files there have come, gone or changed since file:"),
                refusal);
        assertTrue(refusal.endsWith(
                "Build again, so that ControllerIndex.write is called after all classes are" + " compiled."));
    }

    @Test
    void isRefusedWhenItNamesWhatDoesNotExistOrIsNoController() throws Exception {
        Path index = ControllerIndex.write(classes, ACME);
        Files.writeString(
                index,
                Files.readString(index) + "controller com.acme.Gone\ncontroller "
                        + getClass().getName() + "\n");
        String refusal = refusal();
        assertTrue(refusal.startsWith("Cannot start: 2 faults"), refusal);
        assertTrue(refusal.contains("Indexed controller that does not exist: com.acme.Gone"), refusal);
        assertTrue(refusal.contains("Not a controller"), refusal);
    }

    @Test
    void isRefusedWhenItIsMalformedOrMissing() throws Exception {
        assertTrue(refusal().contains("No index of controllers"));
        Path index = ControllerIndex.write(classes, ACME);
        for (String text : List.of("", "nonsense", "controller com.acme.A")) {
            Files.writeString(index, text);
            assertTrue(refusal().contains("Malformed index of controllers"), text);
        }
    }

    @Test
    void isNotWrittenForPackagesWithoutControllers() {
        assertThrows(
                IllegalArgumentException.class, () -> ControllerIndex.write(classes, "dev.weir.controllers.broken"));
        assertThrows(IllegalArgumentException.class, () -> ControllerIndex.write(classes));
        assertThrows(IllegalArgumentException.class, () -> ControllerIndex.main("target/classes"));
    }

    private static Path jarOf(Path directory) throws IOException {
        Path jar = Files.createTempFile(directory, "packed", ".jar");
        List<Path> files;
        try (var all = Files.walk(directory)) {
            files = all.filter(file -> Files.isRegularFile(file) && !file.equals(jar))
                    .toList();
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files) {
                out.putNextEntry(
                        new JarEntry(directory.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
