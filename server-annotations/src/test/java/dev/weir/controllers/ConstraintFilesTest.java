package dev.weir.controllers;

import static dev.weir.controllers.ConstraintsTest.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Post;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.constraints.Max;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constraints and settings that stand in {@code META-INF/validation.xml}. */
class ConstraintFilesTest {

    private static final String SETTINGS = """
            <validation-config xmlns="https://jakarta.ee/xml/ns/validation/configuration" version="3.0">
            %s
            </validation-config>
            """;

    private static final String MAPPING = """
            <constraint-mappings xmlns="https://jakarta.ee/xml/ns/validation/mapping" version="3.0">
              <bean class="%s">
                <field name="name"><constraint annotation="jakarta.validation.constraints.NotNull"/></field>
              </bean>
            </constraint-mappings>
            """;

    @TempDir
    Path directory;

    public static final class Counted implements MessageInterpolator {

        static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public String interpolate(String template, Context context) {
            CALLS.incrementAndGet();
            return "NO!";
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return interpolate(template, context);
        }
    }

    record Plain(String name) {}

    @Controller
    static final class Shop {
        @Post("/plain")
        String plain(@Body Plain plain) {
            return "plain";
        }
    }

    @Controller
    static final class Numbers {
        @Post("/numbers")
        String numbers(@Body List<@Max(9) Integer> numbers) {
            return "numbers";
        }
    }

    /** What a controller becomes where that file is on the class path. */
    private Weir weir(String settings, Object controller) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("META-INF"));
        Files.writeString(folder.resolve("validation.xml"), String.format(SETTINGS, settings));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return Weir.of(controller);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void checksConstraintsThatAreNoAnnotations() throws Exception {
        Files.writeString(directory.resolve("shop.xml"), String.format(MAPPING, Plain.class.getName()));
        Weir weir = weir("<constraint-mapping>shop.xml</constraint-mapping>", new Shop());

        assertEquals("200 plain", weir.post("/plain", "{\"name\":\"a\"}"));
        assertErrors(
                weir.post("/plain", "{}"),
                "{\"in\":\"body\",\"pointer\":\"#/name\",\"code\":\"not-null\",\"detail\":\"must not be null\"}");
    }

    @Test
    void looksForAThousandViolationsAtMostWhateverMakesTheMessages() throws Exception {
        Weir weir = weir("<message-interpolator>" + Counted.class.getName() + "</message-interpolator>", new Numbers());
        Counted.CALLS.set(0);

        String text = weir.post("/numbers", "[10" + ",10".repeat(2_999) + "]");

        assertTrue(text.startsWith("422") && text.contains("\"detail\":\"NO!\""), text);
        assertEquals(1000, Counted.CALLS.get());
    }
}
