package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Min;
import jakarta.validation.metadata.BeanDescriptor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Who is asked whether constraints hold, and when. */
class ValidatorsTest {

    @Controller
    static final class Shop {
        @Get("/page")
        String page(@QueryParam @Min(1) int page) {
            return "page " + page;
        }
    }

    @Controller
    static final class Free {
        record Item(String name) {}

        @Post("/free")
        String free(@QueryParam int page, Item item) {
            return "free";
        }
    }

    @Test
    void asksNobodyForMethodsWithoutConstraints() throws Exception {
        Validator validator = mock(Validator.class);
        Weir free = Weir.of(Controllers.builder().add(new Free()).constraints(Constraints.checkedBy(validator)));

        assertEquals("200 free", free.post("/free?page=1", "{\"name\":\"x\"}"));
        verifyNoInteractions(validator);
    }

    @Test
    void asksAProviderForNothingOnceItSaysThatThereIsNothing() throws Exception {
        Validator validator = mock(Validator.class);
        BeanDescriptor none = mock(BeanDescriptor.class);
        when(validator.getConstraintsForClass(any())).thenReturn(none);
        Weir shop = Weir.of(Controllers.builder().add(new Shop()).constraints(Constraints.checkedBy(validator)));
        clearInvocations(validator);

        assertEquals("200 page 0", shop.get("/page?page=0"));
        verifyNoInteractions(validator);
    }

    @Test
    void aValidatorOfOnesOwnSaysWhatItWants() throws Exception {
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new Shouting())
                .buildValidatorFactory()) {
            Weir own = Weir.of(
                    Controllers.builder().add(new Shop()).constraints(Constraints.checkedBy(factory.getValidator())));
            assertTrue(own.get("/page?page=0").contains("\"detail\":\"NO!\""));
        }
    }

    @Test
    void aFactoryOfOnesOwnSaysWhatItWants() throws Exception {
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new Shouting())
                .buildValidatorFactory()) {
            Weir own = Weir.of(Controllers.builder().add(new Shop()).constraints(Constraints.checkedByOneOf(factory)));
            assertTrue(own.get("/page?page=0").contains("\"detail\":\"NO!\""));
        }
    }

    private static final class Shouting implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return "NO!";
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return "NO!";
        }
    }

    @Test
    void nobodyIsAskedWhereNothingIsToBeChecked() throws Exception {
        Weir unchecked = Weir.of(Controllers.builder().add(new Shop()).constraints(Constraints.unchecked()));
        assertEquals("200 page 0", unchecked.get("/page?page=0"));
    }

    @Test
    void classesThatAreNotOpenToTheProviderAreToldAtStart() {
        Validator validator = mock(Validator.class);
        when(validator.getConstraintsForClass(any())).thenThrow(new InaccessibleObjectException("not open"));
        ControllersBuilder shop = Controllers.builder().add(new Shop()).constraints(Constraints.checkedBy(validator));

        String report =
                assertThrows(InvalidControllersException.class, shop::routes).getMessage();

        assertTrue(report.contains(" 1. Constraint that can't be checked"), report);
        assertTrue(report.contains("not open"), report);
    }
}
