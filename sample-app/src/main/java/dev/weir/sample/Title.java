package dev.weir.sample;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the title of a to-do has to be, if there is one: not blank, and no longer than its column. */
@Pattern(regexp = "(?sU).*\\S.*")
@Size(max = 500)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@interface Title {

    String message() default "The title has to have 1 to 500 characters, not all of them blank.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
