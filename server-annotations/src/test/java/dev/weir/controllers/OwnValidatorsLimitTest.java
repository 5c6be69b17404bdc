package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Payload;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Min;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application adds to a provider does not make it look for violations without end either. */
class OwnValidatorsLimitTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE_USE, ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD})
    @Constraint(validatedBy = Chatty.class)
    @interface Quiet {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Has as much to say as the number it is asked about. */
    public static final class Chatty implements ConstraintValidator<Quiet, Integer> {
        @Override
        public boolean isValid(Integer value, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            for (int i = 0; i < value; i++) {
                context.buildConstraintViolationWithTemplate("no " + i).addConstraintViolation();
            }
            return value == 0;
        }
    }

    /** A container that no provider knows. */
    record Box<T>(List<T> inside) {}

    public static final class OfBox implements ValueExtractor<Box<@ExtractedValue ?>> {
        @Override
        public void extractValues(Box<?> box, ValueReceiver receiver) {
            box.inside().forEach(each -> receiver.iterableValue("<box>", each));
        }
    }

    private static final class Counting implements MessageInterpolator {
        final AtomicInteger messages = new AtomicInteger();

        @Override
        public String interpolate(String template, Context context) {
            messages.incrementAndGet();
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return interpolate(template, context);
        }
    }

    record Boxed(Box<@Min(1) Integer> box) {}

    @Controller
    static final class Shop {
        @Get("/chat")
        String chat(@QueryParam @Quiet int n) {
            return "quiet";
        }

        @Get("/result")
        @Quiet
        Integer result() {
            return 100_000;
        }

        @Post("/list")
        String list(@Body List<@Min(1) Integer> all) {
            return "taken";
        }

        @Post("/box")
        String box(@Body Boxed boxed) {
            return "taken";
        }
    }

    private final Counting counting = new Counting();
    private ValidatorFactory factory;
    private Weir shop;

    @BeforeEach
    void start() {
        factory = Validation.byDefaultProvider()
                .configure()
                .addValueExtractor(new OfBox())
                .messageInterpolator(counting)
                .buildValidatorFactory();
        shop = Weir.of(Controllers.builder().add(new Shop()).constraints(Constraints.checkedByOneOf(factory)));
    }

    @AfterEach
    void stop() {
        factory.close();
    }

    private static String zeros(int count) {
        return IntStream.range(0, count).mapToObj(i -> "0").collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void listsAreLookedThroughForAThousandViolations() throws Exception {
        String text = shop.post("/list", zeros(3000));
        assertTrue(text.contains("\"detail\":\"More than 100 constraints are violated, these among them\""), text);
        assertEquals(1000, counting.messages.get());
    }

    @Test
    void aConstraintValidatorIsListenedToForTwiceAsMany() throws Exception {
        assertEquals("200 quiet", shop.get("/chat?n=0"));
        assertTrue(shop.get("/chat?n=1500").contains("\"detail\":\"More than 100 constraints are violated"));
        counting.messages.set(0);

        String text = shop.get("/chat?n=100000");

        assertTrue(text.startsWith("422 "), text);
        assertTrue(text.contains("\"detail\":\"More than 1000 constraints are violated\""), text);
        assertEquals(2000, counting.messages.get());
    }

    @Test
    void soAreContainersOfTheApplication() throws Exception {
        String text = shop.post("/box", "{\"box\":{\"inside\":" + zeros(5000) + "}}");

        assertTrue(text.contains("\"detail\":\"More than 1000 constraints are violated\""), text);
        assertEquals(2000, counting.messages.get());
        assertEquals("200 taken", shop.post("/box", "{\"box\":{\"inside\":[1,2]}}"));
    }

    @Test
    void resultsTooEndAsAFailureOfTheApplication() {
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> shop.get("/result"));
        assertTrue(failure.getMessage().contains("result violates more than 1000 constraints"), failure.getMessage());
        assertEquals(2000, counting.messages.get());
    }
}
