package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that comes from the query.
 *
 * A {@code List}, {@code Set} or array takes every value of the name, any other type exactly one. {@code ?x=} is the empty
 * String, and as good as missing for every other type.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface QueryParam {

    /** Name in the query; the parameter's name unless given. */
    String value() default "";
}
