package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Params;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Constraints that can never be checked are told at start-up. */
class ConstraintFaultsTest {

    @BeforeAll
    static void openToJackson() {
        Weir.openToJackson();
    }

    @Controller
    static final class SizeOfNumber {
        @Get("/a")
        String a(@QueryParam @Size(max = 3) int number) {
            return "";
        }
    }

    @Controller
    static final class BlankNumbers {
        @Get("/a")
        String a(@QueryParam List<@NotBlank Integer> numbers) {
            return "";
        }
    }

    @Controller
    static final class OfOptional {
        @Get("/a")
        String a(@QueryParam @Size(max = 3) Optional<String> text) {
            return "";
        }
    }

    record Item(@NotBlank int count) {}

    record Cart(List<@Valid Item> items) {}

    @Controller
    static final class InContent {
        @Post("/a")
        String a(Cart cart) {
            return "";
        }
    }

    record Inner(@QueryParam @NotBlank int count) {}

    record Outer(@Params Inner inner) {}

    @Controller
    static final class InParams {
        @Get("/a")
        String a(@Params Outer outer) {
            return "";
        }
    }

    static Stream<Class<?>> misfits() {
        return Stream.of(SizeOfNumber.class, BlankNumbers.class, OfOptional.class, InContent.class, InParams.class);
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void refusesAConstraintThatDoesNotFitTheType(Class<?> type) throws Exception {
        String report = report(type.getDeclaredConstructor().newInstance());

        assertTrue(report.contains("Cannot start: 1 fault"), report);
        assertTrue(report.contains(" 1. Constraint that can't be checked"), report);
        assertTrue(report.contains("No validator could be found for constraint"), report);
    }

    interface Api {
        @Get("/a")
        String a(@QueryParam int number);

        @Get("/b")
        String b(@QueryParam @Min(1) int number);
    }

    @Controller
    static final class Narrower implements Api {
        @Override
        public String a(@Positive int number) {
            return "";
        }

        @Override
        public String b(int number) {
            return "";
        }
    }

    @Test
    void refusesConstraintsThatAnImplementationAdds() {
        String report = report(new Narrower());

        assertTrue(report.contains("Cannot start: 1 fault"), report);
        assertTrue(report.contains("must not redefine the parameter constraint configuration"), report);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.TYPE_USE})
    @Constraint(validatedBy = CountingValidator.class)
    @interface Counting {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    static final class CountingValidator implements ConstraintValidator<Counting, Object> {
        static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public boolean isValid(Object value, ConstraintValidatorContext context) {
            CALLS.incrementAndGet();
            return true;
        }
    }

    record Counted(@Counting String text) {}

    @Controller
    static final class Fitting {
        @Post("/a")
        String a(@QueryParam @Counting String text, @QueryParam List<@Counting Integer> numbers, Counted content) {
            return "";
        }
    }

    @Test
    void triesNoConstraintThatFits() {
        assertEquals(1, Controllers.of(new Fitting()).size());
        assertEquals(0, CountingValidator.CALLS.get());
    }

    @Controller
    static final class Unwrapped {
        @Get("/a")
        String a(@QueryParam @Min(1) OptionalInt number) {
            return "";
        }
    }

    @Test
    void letsAProviderTakeConstraintsToWhatIsInside() {
        assertEquals(1, Controllers.of(new Unwrapped()).size());
    }

    private static String report(Object controller) {
        return assertThrows(InvalidControllersException.class, () -> Controllers.of(controller))
                .getMessage();
    }
}
