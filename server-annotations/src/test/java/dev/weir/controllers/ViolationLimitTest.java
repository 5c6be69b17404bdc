package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Post;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content of many elements that are all wrong is not looked through to its end. */
class ViolationLimitTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.TYPE_USE})
    @Constraint(validatedBy = Counting.class)
    @interface Even {
        String message() default "must be even";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    public static final class Counting implements ConstraintValidator<Even, Object> {
        static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public boolean isValid(Object value, ConstraintValidatorContext context) {
            CALLS.incrementAndGet();
            return Integer.parseInt(value.toString()) % 2 == 0;
        }
    }

    record Item(@Even int n) {}

    record Items(List<@Valid Item> all) {}

    record ItemArray(@Valid Item[] all) {}

    record Numbers(Set<@Even Integer> all) {}

    record Names(Map<@Even String, Integer> all) {}

    record Values(Map<String, @Even Integer> all) {}

    @Controller
    static final class Shop {

        @Post("/elements")
        String elements(@Body List<@Even Integer> all) {
            return "taken";
        }

        @Post("/roots")
        String roots(@Body List<Item> all) {
            return "taken";
        }

        @Post("/items")
        String items(@Body Items items) {
            return "taken";
        }

        @Post("/numbers")
        String numbers(@Body Numbers numbers) {
            return "taken";
        }

        @Post("/names")
        String names(@Body Names names) {
            return "taken";
        }

        @Post("/values")
        String values(@Body Values values) {
            return "taken";
        }
    }

    private final Weir weir = Weir.of(new Shop());

    @ParameterizedTest
    @ValueSource(strings = {"/elements", "/roots", "/items", "/numbers", "/names", "/values"})
    void looksForAThousandViolationsAtMost(String path) throws Exception {
        Counting.CALLS.set(0);
        String text = weir.post(path, content(path, 1));

        assertTrue(text.contains("\"detail\":\"More than 100 constraints are violated, these among them\""), text);
        assertEquals(100, text.split("\"code\"").length - 1);
        assertEquals(1000, Counting.CALLS.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elements", "/roots", "/items", "/numbers", "/names", "/values"})
    void looksAtEverythingThatHolds(String path) throws Exception {
        Counting.CALLS.set(0);

        assertEquals("200 taken", weir.post(path, content(path, 0)));
        assertEquals(3000, Counting.CALLS.get());
    }

    @Controller
    static final class Arrays {
        @Post("/items")
        String items(@Body ItemArray items) {
            return "taken";
        }
    }

    @Test
    void looksForAThousandViolationsInArraysToo() throws Exception {
        Counting.CALLS.set(0);

        assertTrue(Weir.of(new Arrays()).post("/items", content("/items", 1)).startsWith("422"));
        assertEquals(1000, Counting.CALLS.get());
    }

    @Controller
    static final class Results {
        @Get("/results")
        List<@Even Integer> results() {
            return IntStream.range(0, 3000).mapToObj(i -> 2 * i + 1).toList();
        }
    }

    @Test
    void looksForAThousandViolationsInResultsToo() {
        Counting.CALLS.set(0);
        Weir results = Weir.of(new Results());

        assertThrows(IllegalStateException.class, () -> results.get("/results"));
        assertEquals(1000, Counting.CALLS.get());
    }

    /** 3000 different numbers, all odd or all even. */
    private static String content(String path, int odd) {
        String element =
                switch (path) {
                    case "/roots", "/items" -> "{\"n\":%d}";
                    case "/names", "/values" -> "\"%1$d\":%1$d";
                    default -> "%d";
                };
        String elements = IntStream.range(0, 3000)
                .mapToObj(i -> String.format(element, 2 * i + odd))
                .collect(Collectors.joining(","));
        boolean isMap = element.startsWith("\"");
        String all = isMap ? "{" + elements + "}" : "[" + elements + "]";
        return path.equals("/elements") || path.equals("/roots") ? all : "{\"all\":" + all + "}";
    }
}
