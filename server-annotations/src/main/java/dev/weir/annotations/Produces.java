package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Media types that what the method returns can be sent as. The client's Accept field decides: the one that it wants most,
 * then the one that it names most exactly, then the one that stands first here; without the field it is the first. If it
 * accepts none of them, it is answered 406 and the method does not run.
 *
 * <p>On a controller it is for all of its methods that return content and have none themselves; not for those that return a
 * {@link dev.weir.http.Response}, a {@link dev.weir.http.Problem} or an {@link dev.weir.sse.EventStream}, which have a media
 * type of their own, nor for exception handlers.
 *
 * <p>Methods of the same path and request method can be told apart by it, as long as no media type is made by two of them;
 * a method without it makes the media type that its result has anyway. Where the client leaves it open, JSON goes before
 * others, and those are in alphabetical order.
 *
 * <pre>{@code
 * @Get("/{id}") Todo find(long id) { … }
 * @Get("/{id}") @Produces("text/html; charset=utf-8") String page(long id) { … }
 * }</pre>
 *
 * <p>A String is encoded in the charset named here, in UTF-8 if there is none. Without this annotation Accept does not
 * matter, unless there is a choice: among several methods, or for results that come element by element.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Produces {

    /** The media types, each sent as it is written here; no ranges. */
    String[] value();
}
