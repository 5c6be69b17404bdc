package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A list, set or array of which a request may give several values in one text: {@code ?tag=a,b} besides {@code
 * ?tag=a&tag=b}. Without it, commas are text as any other.
 *
 * <pre>{@code
 * @Get("/books")
 * List<Book> find(@QueryParam @Split Set<String> tag) { … }
 *
 * @Get("/books/{ids}")
 * List<Book> some(@PathParam @Split long[] ids) { … }
 * }</pre>
 *
 * <p>It stands beside {@link PathParam}, {@link QueryParam}, {@link HeaderParam}, {@link CookieParam} or {@link FormParam},
 * and splits the {@link DefaultValue} as well. As in field lines that hold lists (RFC 9110 section 5.6.1), blanks around a
 * value and empty values are left out. More than 1000 values are refused with 400.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Split {

    /** What stands between two values, taken literally; not empty. */
    String value() default ",";
}
