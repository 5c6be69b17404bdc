package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.routing.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {

    private static final String ACME = "dev.weir.controllers.acme";

    @Test
    void findsControllersThatAreNotPublicInAPackageAndBelow() {
        assertEquals(
                List.of("/users/{id}", "/legacy/users/{name}"),
                Controllers.scan(ACME).stream()
                        .map(Route::pattern)
                        .map(Object::toString)
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void findsControllersByAnAnnotationOfAnotherPackageThatIsMadeOfOurs(@TempDir Path folder) throws Exception {
        SourceCompiler compiler = new SourceCompiler(folder)
                .add("kit.Api", """
                        package kit;
                        import java.lang.annotation.*;
                        @Retention(RetentionPolicy.RUNTIME)
                        @dev.weir.annotations.Controller("/api")
                        public @interface Api {}
                        """)
                .add("app.Greetings", """
                        package app;
                        @kit.Api
                        final class Greetings {
                            @dev.weir.annotations.Get("/hello") String hello() { return "hello"; }
                        }
                        """)
                .compile("-parameters");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(compiler.loader());
        try {
            assertEquals("200 hello", Weir.of(Controllers.builder().scan("app")).get("/api/hello"));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void findsNothingInPackagesThatOnlyBeginAlike() {
        assertThrows(InvalidControllersException.class, () -> Controllers.scan("dev.weir.controllers.ac"));
    }

    @Test
    void callsMethodsThatAreNotPublic() throws Exception {
        Weir weir = Weir.of(Controllers.builder().scan(ACME));

        assertEquals("200 legacy ada", weir.get("/legacy/users/ada"));
    }

    @Test
    void refusesPackagesWithoutControllers() {
        assertEquals("""
                Cannot start: 1 fault in annotated controllers
                 1. No controller in package dev.weir.nowhere
                    Check the name, and that its classes are on the class path and carry @Controller.""", refusal("dev.weir.nowhere", ACME));
    }

    @Test
    void refusesWhatIsNoPackageName() {
        assertThrows(IllegalArgumentException.class, () -> Controllers.scan("com.acme.*"));
        assertThrows(IllegalArgumentException.class, () -> Controllers.scan(""));
        assertThrows(IllegalArgumentException.class, () -> Controllers.scan());
    }

    @Test
    void refusesControllersThatCannotBeMade() {
        assertEquals("""
                Cannot start: 3 faults in annotated controllers
                 1. Controller that can't be made
                      dev.weir.controllers.broken.AbstractController   AbstractController.java
                    It is abstract. Name a class that is not, or tell Controllers.builder() who makes instances.
                 2. Controller that can't be made
                      dev.weir.controllers.broken.FailingController    FailingController.java
                    Its constructor threw java.lang.IllegalStateException: no database.
                 3. Controller that can't be made
                      dev.weir.controllers.broken.NeedyController      NeedyController.java
                    It has no constructor without parameters. Give it one, pass a controller as an instance, or tell \
                Controllers.builder() who makes instances.""", refusal("dev.weir.controllers.broken"));
    }

    @Test
    void keepsWhatAConstructorThrewAsSuppressed() {
        InvalidControllersException refusal =
                assertThrows(InvalidControllersException.class, () -> Controllers.scan("dev.weir.controllers.broken"));

        assertEquals("no database", refusal.getSuppressed()[0].getMessage());
    }

    @Test
    void takesInstancesFromTheHook() throws Exception {
        List<Class<?>> asked = new ArrayList<>();
        List<Route> routes = Controllers.scan(
                type -> {
                    asked.add(type);
                    return dev.weir.annotations.internal.endpoint.Instances.make(type);
                },
                ACME);

        assertEquals(2, asked.size());
        assertEquals(2, routes.size());
    }

    @Test
    void refusesInstancesThatAreNone() {
        InvalidControllersException refusal =
                assertThrows(InvalidControllersException.class, () -> Controllers.scan(type -> null, ACME));

        assertTrue(refusal.getMessage().contains("Whoever was to make it returned null."), refusal.getMessage());
    }

    /** The tests are in the module under test, which does not read java.logging. */
    @BeforeAll
    static void readLogging() {
        ModuleLayer.boot().findModule("java.logging").ifPresent(ScanTest.class.getModule()::addReads);
    }

    @Test
    void saysHowManyControllersAndRoutesItFound() {
        List<String> messages = new ArrayList<>();
        Logger logger = Logger.getLogger(Controllers.class.getName());
        logger.setFilter(message -> messages.add(message.getMessage()));
        try {
            Controllers.scan(ACME);
        } finally {
            logger.setFilter(null);
        }

        assertEquals(List.of("Found 2 controllers in " + ACME + "; 2 routes in all."), messages);
    }

    private static String refusal(String... packages) {
        return assertThrows(InvalidControllersException.class, () -> Controllers.scan(packages))
                .getMessage();
    }
}
