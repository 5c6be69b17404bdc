package dev.weir.controllers;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.constraintvalidation.SupportedValidationTarget;
import jakarta.validation.constraintvalidation.ValidationTarget;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A constraint of a class as a whole. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Constraint(validatedBy = Ordered.OfSpan.class)
@interface Ordered {

    String message() default "from must not be after to";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What it can stand on. */
    interface Span {
        int from();

        int to();
    }

    /** Checks it. */
    final class OfSpan implements ConstraintValidator<Ordered, Span> {
        @Override
        public boolean isValid(Span span, ConstraintValidatorContext context) {
            return span == null || span.from() <= span.to();
        }
    }

    /** The same of two parameters of a method. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @Constraint(validatedBy = OfParameters.class)
    @interface Parameters {

        String message() default "from must not be after to";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Checks it. */
    @SupportedValidationTarget(ValidationTarget.PARAMETERS)
    final class OfParameters implements ConstraintValidator<Parameters, Object[]> {
        @Override
        public boolean isValid(Object[] values, ConstraintValidatorContext context) {
            return (int) values[0] <= (int) values[1];
        }
    }
}
