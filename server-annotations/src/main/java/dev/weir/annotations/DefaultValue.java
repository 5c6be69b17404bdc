package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a parameter is when the request does not give it.
 *
 * <p>It stands beside the annotation of a source of text, and is converted once, at start-up, where a value that does not
 * convert is refused. For a {@code List}, {@code Set} or array it is one value, or several if there is {@link Split}. An
 * {@code Optional}, an {@link Attribute} and the content have none.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface DefaultValue {

    /** The value as it would stand in a request; has to convert to the parameter's type. */
    String value();
}
