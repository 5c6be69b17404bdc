package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Media types of the content that the method takes; a request with any other is answered 415, with an Accept field that
 * lists what would have been taken. Without this annotation it depends on the parameters alone: JSON, {@code
 * application/x-www-form-urlencoded} for {@link FormParam}, {@code multipart/form-data} for {@link Part}. Media types that the
 * parameters can't be read from are refused at start.
 *
 * <p>On a controller it is for all of its methods that have none themselves and answer POST, PUT or PATCH, or take content.
 *
 * <p>Methods of the same path and request method can be told apart by what they take, as long as no media type is taken by
 * two of them. Content without a Content-Type is taken for JSON.
 *
 * <pre>{@code
 * @Post("/import") @Consumes("text/csv") void importTable(@Body String table) { … }
 * @Post("/import") @Consumes("application/json") void importRows(@Body List<Row> rows) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Consumes {

    /**
     * The media types, {@code "text/csv"} say, or ranges of them, {@code "image/*"}. Parameters named here must be in the
     * request's as well.
     */
    String[] value();
}
