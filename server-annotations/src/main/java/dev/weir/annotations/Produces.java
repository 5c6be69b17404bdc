package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Media type of what the method returns, sent as it is written here.
 *
 * A String is encoded in the charset named here, in UTF-8 if there is none.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Produces {

    /** The media type; exactly one. */
    String[] value();
}
