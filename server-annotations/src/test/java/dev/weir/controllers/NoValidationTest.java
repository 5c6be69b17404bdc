package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.QueryParam;
import dev.weir.openapi.OpenApi;
import dev.weir.routing.Route;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Min;
import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What happens where Jakarta Validation, or a part of it, is not on the class path. */
class NoValidationTest {

    private static final String API = "jakarta.validation.Validator";
    private static final String HIBERNATE = "org.hibernate.validator.HibernateValidator";

    /** A provider with what it needs. */
    private static final String[] PROVIDER = {
        API, HIBERNATE, "com.fasterxml.classmate.ResolvedType", "org.jboss.logging.Logger"
    };

    @Controller
    public static class Free {
        @Get("/free")
        String free(@QueryParam int n) {
            return "free";
        }
    }

    @Controller
    public static class Constrained {
        @Get("/constrained")
        public String constrained(
                @QueryParam @Min(1) int n, @QueryParam @DecimalMax(value = "9.5", inclusive = false) int m) {
            return "constrained";
        }
    }

    /** Calls a controller and tells what a request got; loaded anew by each loader. */
    public static class Caller {
        public static String call(String target, Class<?> controller) throws Exception {
            return Weir.of(controller.getConstructor().newInstance()).get(target);
        }

        public static String describe(String target, Class<?> controller) throws Exception {
            return OpenApi.of(Controllers.of(controller.getConstructor().newInstance()))
                    .toJson();
        }
    }

    /** Loads everything anew, without what the test itself runs with, and remembers what it loaded. */
    private static final class Recording extends URLClassLoader {

        final Set<String> names = ConcurrentHashMap.newKeySet();

        Recording(List<URL> places) {
            super(places.toArray(URL[]::new), null);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> found = super.findClass(name);
            names.add(name);
            return found;
        }

        boolean hasLoaded(String prefix) {
            return names.stream().anyMatch(name -> name.startsWith(prefix));
        }

        String call(String target, Class<?> controller) throws Exception {
            return run("call", target, controller);
        }

        String describe(Class<?> controller) throws Exception {
            return run("describe", "", controller);
        }

        private String run(String way, String target, Class<?> controller) throws Exception {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(this);
            try {
                return (String) loadClass(Caller.class.getName())
                        .getMethod(way, String.class, Class.class)
                        .invoke(null, target, loadClass(controller.getName()));
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }

    private static Recording loaderWith(String... more) throws Exception {
        List<String> types = new ArrayList<>(List.of(
                Controllers.class.getName(),
                Route.class.getName(),
                "tools.jackson.databind.json.JsonMapper",
                "tools.jackson.core.JsonParser",
                "com.fasterxml.jackson.annotation.JsonProperty"));
        types.addAll(List.of(more));
        List<URL> places = new ArrayList<>();
        for (String type : types) {
            places.add(place(Class.forName(type)));
        }
        places.add(new File("target/test-classes").toURI().toURL());
        return new Recording(places);
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Test
    void controllersNeedNoApi() throws Exception {
        try (Recording loader = loaderWith()) {
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass(API));
            assertEquals("200 free", loader.call("/free?n=0", Free.class));
            assertFalse(loader.hasLoaded("dev.weir.annotations.internal.validation"), loader.names.toString());
        }
    }

    @Test
    void descriptionsNeedNoApiAndLeaveOutConstraints() throws Exception {
        try (Recording loader = loaderWith()) {
            String document = loader.describe(Constrained.class);
            assertTrue(document.contains("\"name\":\"n\",\"in\":\"query\""), document);
            assertFalse(document.contains("minimum"), document);
            assertFalse(loader.hasLoaded("dev.weir.annotations.internal.validation"), loader.names.toString());
        }
    }

    @Test
    void theBuilderCanBeLookedIntoWithoutTheApi() throws Exception {
        try (Recording loader = loaderWith()) {
            assertTrue(loader.loadClass(ControllersBuilder.class.getName()).getMethods().length > 0);
        }
    }

    @Test
    void theModuleNeedsNoApi() throws Exception {
        Path[] places = {
            Path.of(place(Controllers.class).toURI()),
            Path.of(place(Route.class).toURI()),
            Path.of(place(Class.forName("tools.jackson.databind.json.JsonMapper"))
                    .toURI()),
            Path.of(place(Class.forName("tools.jackson.core.JsonParser")).toURI()),
            Path.of(place(Class.forName("com.fasterxml.jackson.annotation.JsonProperty"))
                    .toURI()),
            Path.of(place(Class.forName("io.github.classgraph.ClassGraph")).toURI())
        };
        ModuleLayer platform = ModuleLayer.empty();
        Configuration configuration = Configuration.resolve(
                ModuleFinder.of(places),
                List.of(platform.configuration()),
                ModuleFinder.ofSystem(),
                Set.of("dev.weir.annotations"));
        assertFalse(configuration.findModule("jakarta.validation").isPresent());
        assertTrue(configuration.findModule("dev.weir.annotations").isPresent());
    }

    @Test
    void withoutConstraintsNoProviderIsLoaded() throws Exception {
        try (Recording loader = loaderWith(PROVIDER)) {
            assertEquals("200 free", loader.call("/free?n=0", Free.class));
            assertFalse(loader.hasLoaded("org.hibernate"), loader.names.toString());
        }
    }

    @Test
    void constraintsWithoutAProviderAreRefusedAtStart() throws Exception {
        try (Recording loader = loaderWith(API)) {
            assertEquals("200 free", loader.call("/free?n=0", Free.class));

            InvocationTargetException failure = assertThrows(
                    InvocationTargetException.class, () -> loader.call("/constrained?n=0&m=0", Constrained.class));

            String report = failure.getCause().getMessage();
            assertTrue(report.contains(" 1. Nobody checks constraints, the first of which is @Min"), report);
            assertTrue(
                    report.contains("Put one on the class path, org.hibernate.validator:hibernate-validator"), report);
        }
    }

    @Test
    void aProviderWorksWithoutAnExpressionLanguage() throws Exception {
        try (Recording loader = loaderWith(PROVIDER)) {
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass("jakarta.el.ExpressionFactory"));
            assertEquals("200 constrained", loader.call("/constrained?n=1&m=9", Constrained.class));

            String text = loader.call("/constrained?n=0&m=10", Constrained.class);

            assertTrue(loader.hasLoaded(HIBERNATE));
            assertTrue(text.contains("\"detail\":\"must be greater than or equal to 1\""), text);
            assertTrue(text.contains("\"detail\":\"must be less than 9.5\""), text);
        }
    }
}
