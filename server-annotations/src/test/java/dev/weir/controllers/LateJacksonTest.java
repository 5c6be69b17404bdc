package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Post;
import dev.weir.routing.Route;
import java.io.File;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LateJacksonTest {

    public record Plain(String name, List<Integer> numbers) {}

    @Controller
    public static class OfPlain {
        @Post("/plain")
        Plain plain(Plain plain) {
            return plain;
        }
    }

    public record Told(@JsonProperty("n") String name) {}

    @Controller
    public static class OfTold {
        @Post("/told")
        Told told(Told told) {
            return told;
        }
    }

    /** The JVM's verifier asks for others, but takes what it needs of them only. */
    private static final String FOR_A_MAPPER = "tools.jackson.databind.cfg.MapperBuilder";

    /** Loads everything anew, and remembers which thread was the first to need that class. */
    private static final class Watching extends URLClassLoader {

        final CompletableFuture<String> needing = new CompletableFuture<>();

        Watching(URL... urls) {
            super(urls, null);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.equals(FOR_A_MAPPER)) {
                needing.complete(Thread.currentThread().getName());
            }
            return super.findClass(name);
        }
    }

    private static Watching loader() throws Exception {
        return new Watching(
                place(Controllers.class.getName()),
                place(Route.class.getName()),
                place("tools.jackson.databind.json.JsonMapper"),
                place("tools.jackson.core.JsonParser"),
                place("com.fasterxml.jackson.annotation.JsonProperty"),
                new File("target/test-classes").toURI().toURL());
    }

    private static URL place(String type) throws ClassNotFoundException {
        return Class.forName(type).getProtectionDomain().getCodeSource().getLocation();
    }

    private static int routesOf(ClassLoader loader, Class<?> controller) throws Exception {
        Constructor<?> constructor = loader.loadClass(controller.getName()).getConstructor();
        Object routes = loader.loadClass(Controllers.class.getName())
                .getMethod("of", Object[].class)
                .invoke(null, (Object) new Object[] {constructor.newInstance()});
        return ((List<?>) routes).size();
    }

    @Test
    void isLoadedAfterTheStartForTypesThatAreCertainToWork() throws Exception {
        try (Watching loader = loader()) {
            assertEquals(1, routesOf(loader, OfPlain.class));
            assertEquals("weir-json", loader.needing.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void isLoadedAtOnceToTryOthers() throws Exception {
        try (Watching loader = loader()) {
            assertEquals(1, routesOf(loader, OfTold.class));
            assertEquals(Thread.currentThread().getName(), loader.needing.getNow("nobody"));
        }
    }
}
