package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method of a {@link Controller} that answers POST. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Post {

    /**
     * Path patterns below the controller's prefix ({@link dev.weir.routing.PathPattern}), each starting with a slash;
     * empty for the prefix itself.
     */
    String[] value() default "";
}
