package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class whose methods answer requests, each that carries {@link Get}, {@link Post} or another of that kind.
 *
 * One instance serves all requests, from many threads at once. Neither class nor methods need to be public. In a named
 * module the class's package must be open to {@code dev.weir.annotations}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Controller {

    /** Path pattern that all paths of the class begin with; it may have variables. */
    String value() default "";
}
