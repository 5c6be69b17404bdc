package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FaultReportTest {

    @Test
    void tellsAllFaultsOfAllControllersInOneReport() {
        InvalidControllersException refusal =
                assertThrows(InvalidControllersException.class, () -> Controllers.scan("dev.weir.controllers.clash"));

        assertEquals("""
                Cannot start: 2 faults in annotated controllers
                 1. Ambiguous route GET /users/{}
                      dev.weir.controllers.clash.LegacyController.find(String)   LegacyController.java:11  @Get("/users/{name}")
                      dev.weir.controllers.clash.UserController.byId(long)       UserController.java:11    @Get("/users/{id}")
                    Each matches every request that the other matches. Change a path or a method, or tell them apart by media type.
                 2. Unbound path variable {userId}
                      dev.weir.controllers.clash.OrderController.list(long)      OrderController.java:11   @Get("/users/{userId}/orders")
                    No parameter takes it. Did you mean @PathParam("userId") long id?""", refusal.getMessage());
    }

    @Test
    void tellsFaultsOfSeveralInstances() {
        InvalidControllersException refusal = assertThrows(
                InvalidControllersException.class,
                () -> Controllers.of(
                        new WrongControllers.NoRoutes(),
                        new WrongControllers.NoSource(),
                        new WrongControllers.NoRoutes(),
                        new WrongControllers.TwinPaths()));

        assertEquals(
                "Cannot start: 4 faults in annotated controllers",
                refusal.getMessage().lines().findFirst().orElseThrow());
        assertTrue(refusal.getMessage().contains("Controller given twice"));
    }

    @Test
    void sumsUpHowToCompileWhereParameterNamesAreMissing() throws Exception {
        Class<?> nameless = new NameEraser().load(NamelessController.class);
        var constructor = nameless.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object controller = constructor.newInstance();

        InvalidControllersException refusal =
                assertThrows(InvalidControllersException.class, () -> Controllers.of(controller));

        assertTrue(
                refusal.getMessage()
                        .contains(
                                "    The class file has no parameter names. Compile with -parameters, or write @PathParam(\"id\")."),
                refusal.getMessage());
        assertTrue(refusal.getMessage().contains("Name of a parameter is missing: int"), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith("Cannot start: 2 faults"), refusal.getMessage());
    }

    /** Loads a class as if it had been compiled without {@code -parameters}. */
    private static final class NameEraser extends ClassLoader {

        NameEraser() {
            super(FaultReportTest.class.getClassLoader());
        }

        Class<?> load(Class<?> type) throws IOException {
            String file = type.getName().replace('.', '/') + ".class";
            try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
                // An attribute of unknown name is ignored.
                byte[] erased = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                        .replace("MethodParameters", "MethodParanoiacs")
                        .getBytes(StandardCharsets.ISO_8859_1);
                return defineClass(null, erased, 0, erased.length);
            }
        }
    }
}
