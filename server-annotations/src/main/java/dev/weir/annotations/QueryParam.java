package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that comes from the query.
 *
 * <p>A {@code List}, {@code Set} or array takes every value of the name, and every one of those with commas between them if
 * it carries {@link Split}; any other type takes exactly one. {@code ?x=} is the empty String, and as good as missing for
 * every other type. Missing is a 400 unless the parameter is an {@code Optional}, carries {@link DefaultValue} or an
 * annotation named {@code Nullable}, or is one of those collections, which are empty then; so is a value given twice, or one
 * that does not convert.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface QueryParam {

    /** Name in the query; the parameter's name unless given. */
    String value() default "";
}
