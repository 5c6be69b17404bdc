package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that comes from a field of a submitted form: from content of the media type {@code
 * application/x-www-form-urlencoded}, as browsers send it unless told otherwise.
 *
 * <p>A {@code List}, {@code Set} or array takes every value of the name, any other type exactly one. An empty field is the
 * empty String, and as good as missing for every other type. A method may have any number of such parameters, but then
 * none that takes the content in another way, and it cannot answer GET or HEAD.
 *
 * <p>Decoding is strict, as the query's is: what is not percent-encoded UTF-8 is refused with 400, and so are more than 1000
 * fields; content above the limit is refused with 413. Any other media type, or another charset, is refused with 415;
 * content that names none is taken for a form.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface FormParam {

    /** Name of the field; the parameter's name unless given. */
    String value() default "";
}
