package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that takes what a variable of the path pattern stands for.
 *
 * <p>It may be left out where parameter and variable have the same name. The value is decoded once. Of the rest of a path,
 * <code>{*name}</code>, a String takes the segments joined and a {@code List} takes each. A value that does not convert is
 * a 400. A variable that not all paths of the method have needs a parameter that may be missing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface PathParam {

    /** Name of the variable; the parameter's name unless given. */
    String value() default "";
}
