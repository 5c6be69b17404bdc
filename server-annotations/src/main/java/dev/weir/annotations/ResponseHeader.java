package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field line of the response when the method returns normally. May stand there more than once, for several fields or for
 * several lines of one.
 *
 * <p>On a controller it is for all of its methods; one on a method stands in for those on the controller of the same name.
 * A returned {@link dev.weir.http.Response} that has a field of that name keeps its own. Errors don't get it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(ResponseHeader.List.class)
public @interface ResponseHeader {

    /** The field name, {@code "Cache-Control"} say. */
    String name();

    /** The field value. */
    String value();

    /** Several of them; the compiler writes it. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @interface List {

        /** All of them. */
        ResponseHeader[] value();
    }
}
