package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that comes from a cookie that the client sent.
 *
 * <p>A {@code List}, {@code Set} or array takes every cookie of the name, any other type exactly one; one without a value is
 * the empty String, and as good as missing for every other type. Missing, given twice or not convertible is a 400 that
 * does not show the value. A parameter of type {@code List<dev.weir.http.Cookie>} takes all cookies and needs no annotation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface CookieParam {

    /** Name of the cookie; the parameter's name unless given. */
    String value() default "";
}
