package dev.weir.annotations;

import dev.weir.routing.Filter;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A filter before an endpoint, or before all endpoints of a {@link Controller}.
 *
 * <p>The filter is made as controllers are, once for all places that name its class, and called by many threads at once.
 * It runs before parameters are bound, and sees every response of the endpoint, those of {@link ExceptionHandler} methods
 * included; answers that are thrown ({@link dev.weir.http.HttpException}) it sees as they are thrown.
 *
 * <p>The filter of the lowest order is outermost. At equal order those of the class stand before those of the method, and
 * those of one class or one method in the order written. Where no order is written, as between two composed annotations,
 * or between a class and its superclass, equal orders are refused at start-up, and so is a filter that would run twice.
 * Filters of superclasses and interfaces, and of methods that are overridden, stay.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(FilteredBy.All.class)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface FilteredBy {

    /** The class of the filter. */
    Class<? extends Filter> value();

    /** Where it stands among the filters of an endpoint; lower is further out. */
    int order() default 0;

    /** Several of them; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @interface All {

        /** In the order written. */
        FilteredBy[] value();
    }
}
