package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that comes from a field of the header section.
 *
 * <p>A {@code List}, {@code Set} or array takes the value of every line of the name, and of every comma-separated one if it
 * carries {@link Split}; any other type takes exactly one line. An empty one is the empty String, and as good as missing for
 * every other type. Missing, given twice or not convertible is a 400 that does not show the value. A parameter of type
 * {@code dev.weir.http.Headers} takes the whole section and needs no annotation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface HeaderParam {

    /** Field name; made of the parameter's unless given: {@code requestId} is {@code Request-Id}. */
    String value() default "";
}
