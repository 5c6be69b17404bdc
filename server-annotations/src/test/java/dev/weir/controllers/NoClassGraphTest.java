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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    void scansDo() throws Exception {
        try (URLClassLoader loader = withoutClassGraph()) {
            Class<?> controllers = loader.loadClass(Controllers.class.getName());

            InvocationTargetException failure = assertThrows(InvocationTargetException.class, () -> controllers
                    .getMethod("scan", String[].class)
                    .invoke(null, (Object) new String[] {"dev.weir.controllers.acme"}));

            assertEquals(NoClassDefFoundError.class, failure.getCause().getClass());
        }
    }

    private static URLClassLoader withoutClassGraph() throws Exception {
        List<URL> urls = new ArrayList<>();
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
