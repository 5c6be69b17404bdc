package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.routing.Route;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoClassGraphTest {

    @Controller
    public static class Hello {
        @Get("/hello")
        String hello() {
            return "hello";
        }
    }

    @Test
    void instancesNeedNoClassGraph() throws Exception {
        try (URLClassLoader loader = withoutClassGraph()) {
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass("io.github.classgraph.ClassGraph"));
            Class<?> controllers = loader.loadClass(Controllers.class.getName());
            Constructor<?> constructor = loader.loadClass(Hello.class.getName()).getConstructor();

            Object routes = controllers.getMethod("of", Object[].class).invoke(null, (Object)
                    new Object[] {constructor.newInstance()});

            assertEquals(1, ((List<?>) routes).size());
        }
    }

    @Test
    void anIndexNeedsNoClassGraph(@TempDir Path classes) throws Exception {
        Path type = Path.of(Hello.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(classes.resolve(type).getParent());
        Files.copy(Path.of("target/test-classes").resolve(type), classes.resolve(type));
        ControllerIndex.write(classes, "dev.weir.controllers");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = withoutClassGraph(classes.toUri().toURL())) {
            thread.setContextClassLoader(loader);

            Object routes = loader.loadClass(Controllers.class.getName())
                    .getMethod("indexed")
                    .invoke(null);

            assertEquals(1, ((List<?>) routes).size());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void scansDo() throws Exception {
        try (URLClassLoader loader = withoutClassGraph()) {
            Class<?> controllers = loader.loadClass(Controllers.class.getName());

            InvocationTargetException failure = assertThrows(InvocationTargetException.class, () -> controllers
                    .getMethod("scan", String[].class)
                    .invoke(null, (Object) new String[] {"dev.weir.controllers.acme"}));

            assertEquals(NoClassDefFoundError.class, failure.getCause().getClass());
        }
    }

    private static URLClassLoader withoutClassGraph(URL... more) throws Exception {
        List<URL> urls = new ArrayList<>(List.of(more));
        for (String type : List.of(
                Controllers.class.getName(),
                Route.class.getName(),
                "tools.jackson.databind.json.JsonMapper",
                "tools.jackson.core.JsonParser",
                "com.fasterxml.jackson.annotation.JsonProperty")) {
            urls.add(Class.forName(type).getProtectionDomain().getCodeSource().getLocation());
        }
        urls.add(new File("target/test-classes").toURI().toURL());
        // The platform's loader would find the modules that the test itself runs with.
        return new URLClassLoader(urls.toArray(URL[]::new), null);
    }
}
